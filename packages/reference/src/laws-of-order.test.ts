/** The order in which a book lists its norms, acts, inputs and words never changes a result. */
import type { Book } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { determine } from './determine.ts'
import { law } from './testing/law.ts'
import { shuffled } from './testing/shuffled.ts'
import { cases } from './testing/situations.ts'

function resultsOf(book: Book, total: Parameters<typeof determine>[1]): unknown {
  const determination = determine(book, total)
  if (determination.kind === 'impossible') return [...determination.breaks].toSorted()
  const inOrder = [...determination.results].toSorted(([one], [other]) => (one < other ? -1 : 1))
  return inOrder.map(([key, { readings, ...result }]) => [
    key,
    result,
    readings.map((each) => JSON.stringify(each)).toSorted(),
  ])
}

law(
  'the order of norms, facts, acts, roles and doubts never changes a result',
  400,
  fc.tuple(cases, fc.nat()),
  ([each, seed]) => {
    expect(resultsOf(shuffled(each.book, seed), each.total)).toEqual(resultsOf(each.book, each.total))
  },
)
