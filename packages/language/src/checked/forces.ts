import { FORCES, type Force, type Rank, type RankedForce } from './tree.ts'

/** Other words for a rank of {@link FORCES}: a board and an elected officer order with one rank (*Force*). */
const SAME_RANK: ReadonlyMap<string, RankedForce> = new Map([
  ['board policy', 'executive order'],
  ["elected officer's policy", 'executive order'],
])

const WITHOUT_RANK: readonly string[] = ['vocabulary', 'federal form', 'counsel note']

/** Every word that may stand after `force:`, highest first, those without a force last. */
export const FORCE_WORDS: readonly string[] = [...FORCES, ...SAME_RANK.keys(), ...WITHOUT_RANK]

/** The force that `word` names; undefined where there is no such force. */
export function forceOf(word: string): Force | undefined {
  const text = word.replaceAll('’', "'")
  // Proof: FORCE_WORDS lists exactly the members of Force.
  return FORCE_WORDS.includes(text) ? (text as Force) : undefined
}

/** Place among the forces, 0 the highest; undefined for words, forms and counsel notes, which have none. */
export function rankOf(force: Force): Rank | undefined {
  const ranks: readonly string[] = FORCES
  const rank = ranks.indexOf(SAME_RANK.get(force) ?? force)
  return rank === -1 ? undefined : rank
}
