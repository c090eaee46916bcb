/** Duties and prohibitions that are always beaten: W307, which no single situation shows. Reading 15 of decision 5. */
import type { Book, Statement } from '@remit/language/checked/tree.ts'
import { applyingTo, holding } from '../applies.ts'
import { determine } from '../determine.ts'
import type { TotalSituation } from '../holds.ts'
import type { Pair } from '../speaks.ts'
import { decidedPairs, keyOf } from '../speaks.ts'

/** The ids of the rules of which a `must` or `must not` is defeated in every situation of these in which it applies. */
export function alwaysBeaten(book: Book, situations: readonly TotalSituation[]): readonly string[] {
  const decided = situations.flatMap((total) => {
    const determination = determine(book, total)
    return determination.kind === 'impossible' ? [] : [{ total, results: determination.results }]
  })
  return [...book.norms, ...book.exceptions]
    .filter((rule) =>
      rule.statements.some((statement) =>
        pairsBound(book, statement).some((pair) => {
          const where = decided.filter(({ total }) => appliesTo(book, total, statement, pair))
          const isBeaten = ({ results }: (typeof decided)[number]) =>
            results.get(keyOf(pair))?.defeated.includes(statement.id) === true
          return where.length > 0 && where.every(isBeaten)
        }),
      ),
    )
    .map(({ id }) => id)
}

/** Of a `must` or `must not` the pairs "that it itself names". */
export function pairsBound(book: Book, { modality, roles, acts }: Statement): readonly Pair[] {
  if (modality !== 'must' && modality !== 'must not') return []
  return decidedPairs(book).filter(({ role, act }) => roles.includes(role) && acts.includes(act))
}

/** Whether a statement applies to a pair. */
export function appliesTo(book: Book, total: TotalSituation, statement: Statement, pair: Pair): boolean {
  return applyingTo(book, holding(book, total, pair.role), pair).some((each) => each.statement === statement)
}
