/** How long a card may be used: to the end of a day, and never past the next change of the orders that is known. */
import { changesOf, termsOf } from '@remit/language/checked/in-force.ts'
import { lastInstantOf, wallTimeAt } from '@remit/language/checked/local-time.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'

/**
 * The last instant of a card of `at` that is to be used to the end of the agency's day of `through`. Any document that
 * begins, ends or is suspended then ends the card, whether or not it changes an answer.
 */
export function validThrough(
  documents: readonly ParsedDocument[],
  agency: Agency,
  { at, through }: { readonly at: number; readonly through: number },
): number {
  const { year, month, day } = wallTimeAt(through, agency.timeZone)
  const endOfDay = lastInstantOf({ year, month, day }, agency.timeZone)
  const changes = termsOf(documents, agency).flatMap(changesOf)
  return Math.min(endOfDay, ...changes.filter((change) => change > at).map((change) => change - 1))
}
