/** How much depends on knowing two answers apart (decision 6, *Drill pairs*). */
import type { Modality } from '@remit/language/checked/outcome.ts'

/** What matters most first. */
export const STAKES = [
  /** Help that must be given at once, or a duty or a ban that changes because another duty comes first. */
  'danger',
  /** Required in one, prohibited in the other. */
  'opposite',
  /** Required, prohibited or to be referred in one, and not in the other. */
  'binding',
  /** Advised in one. */
  'advice',
  /** Allowed in one and not spoken of in the other; or a duty that waits and is none in the other. */
  'permission',
  /** The act arises in neither: nobody would ask. */
  'not arising',
] as const
export type Stake = (typeof STAKES)[number]

const BINDING: readonly Modality[] = ['MUST', 'MUST NOT', 'REFER']
const ADVICE: readonly Modality[] = ['SHOULD', 'SHOULD NOT']

/** What depends on two different modalities of an act that arises. */
export function stakeOf(isUrgent: boolean, modalities: readonly [Modality, Modality]): Stake {
  const some = (list: readonly Modality[]) => modalities.some((one) => list.includes(one))
  const isStrict = some(['MUST', 'MUST NOT'])
  if (isStrict && (isUrgent || some(['SET ASIDE']))) return 'danger'
  if (some(['MUST']) && some(['MUST NOT'])) return 'opposite'
  if (some(BINDING)) return 'binding'
  return some(ADVICE) ? 'advice' : 'permission'
}
