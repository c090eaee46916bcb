/** A visor card and a shift sheet as data: the JSON of `paper`. */
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import Type from 'typebox'
import { closed, count, Hash, Modality, optional, text, Value } from './shapes.ts'

const Ms = Type.Integer({ description: 'an instant, milliseconds since 1970 UTC' })
const Agency = closed({
  id: Type.String(),
  name: Type.String(),
  demo: Type.Boolean(),
  runs: Type.Boolean(),
  timeZone: Type.String(),
})
const Texts = Type.Array(Type.String())
const Situation = Type.Record(Type.String(), Value, { description: 'in which it was decided, by fact' })
const Pair = closed({ role: Type.String(), act: Type.String() })

const Card = closed({
  kind: Type.Literal('visor card'),
  agency: Agency,
  at: Ms,
  validThrough: Ms,
  printedAt: Ms,
  hash: Hash,
  parts: Type.Array(
    closed({
      occasion: Type.String(),
      title: Type.String(),
      role: Type.String(),
      who: text('the role in words'),
      situation: Situation,
      lines: Type.Array(
        closed({
          act: Type.String(),
          result: Type.Enum([...MODALITIES, 'OPEN']),
          sentence: Type.String(),
          cites: Texts,
        }),
      ),
      silent: optional(text('what stands in place of lines')),
    }),
  ),
  radio: Type.Array(
    closed({
      when: Type.String(),
      script: text('at most 12 words'),
      rests: Type.Array(Pair, { description: 'duties' }),
    }),
  ),
})

const Sheet = closed({
  kind: Type.Literal('shift sheet'),
  agency: Agency,
  since: Ms,
  at: Ms,
  printedAt: Ms,
  hashes: closed({ before: Hash, after: Hash }),
  begun: Texts,
  ended: Texts,
  parts: Type.Array(
    closed({
      roles: Texts,
      who: Texts,
      lines: Type.Array(
        closed({
          acts: Texts,
          sentences: Texts,
          before: Modality,
          after: Modality,
          when: Texts,
          more: count('conditions that are not told'),
          cites: Texts,
          situation: Situation,
        }),
      ),
    }),
  ),
  setAside: count('changes not told, where a duty is or was set aside'),
  terms: count('changes of terms not told'),
})

export const Paper = closed({ file: optional(text('where it was written')), paper: Type.Union([Card, Sheet]) })
