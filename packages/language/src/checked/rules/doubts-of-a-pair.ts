import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'
import { pairsOf } from '../speaks.ts'
import type { Unsettled } from '../tree.ts'

/** Each doubt doubles the readings of a pair: six give 64, and more than two about one act are unheard of. */
const DOUBTS_MAX = 6

/** E223: no more doubts about one role and act than can be read in all combinations. */
export function doubtsOfAPair({ book }: Draft): readonly Finding[] {
  if (book.unsettled.length <= DOUBTS_MAX) return []
  const norms = new Map([...book.norms, ...book.exceptions].map((norm) => [norm.id, pairsOf(norm, book)]))
  const doubts = new Map<string, Unsettled[]>()
  for (const unsettled of book.unsettled) {
    const [first, second] = unsettled.norms.map((id) => norms.get(id) ?? new Set<string>())
    const pairs = [...(first ?? [])].filter((pair) => second === undefined || second.has(pair))
    for (const pair of pairs) doubts.set(pair, [...(doubts.get(pair) ?? []), unsettled])
  }
  const tooMany = [...doubts].filter(([, about]) => about.length > DOUBTS_MAX)
  // One finding for a cause: the same doubts meet for each kind of an act.
  const causes = new Map(tooMany.map(([pair, about]) => [about.map(({ id }) => id).join(), { pair, about }]))
  return [...causes.values()].flatMap(({ pair, about }) => finding(pair, about))
}

function finding(pair: string, about: readonly Unsettled[]): readonly Finding[] {
  const last = about[DOUBTS_MAX]
  if (last === undefined) return []
  return [
    findingAt(last.span, 'E223', `more than ${DOUBTS_MAX} doubts can meet for \`${pair}\``, {
      label: 'one doubt too many',
      also: about.slice(0, DOUBTS_MAX).map(({ span }) => ({ span, text: 'unsettled too' })),
      fix: 'join some of them',
    }),
  ]
}
