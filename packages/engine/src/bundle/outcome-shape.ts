/** The shape of what a pair can come to. */
import { MODALITIES, type Referral } from '@remit/language/checked/outcome.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import type { Outcome } from '../diagram/outcomes.ts'
import { below, fields, list, maybe, refer, type Shape, word } from './shapes.ts'
import { interim } from './words-of-shapes.ts'

export const outcomeShape: Shape<Outcome> = fields<Outcome>({
  modality: word(MODALITIES),
  rank: maybe(below(FORCES.length)),
  referral: maybe(
    fields<Referral>({
      cause: word(['conflict', 'unsettled', 'duties']),
      ask: list(refer('roles')),
      interim: list(interim),
    }),
  ),
})
