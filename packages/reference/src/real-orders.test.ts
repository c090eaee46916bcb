/** The engine gives what the reference interpreter gives, on the real orders of every agency at several dates. */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { determinePartial } from './complete.ts'
import { broken } from './holds.ts'
import { decidedPairs, keyOf } from './speaks.ts'
import { ofEngine, ofReference } from './testing/engine-view.ts'
import { patienceMs } from './testing/law.ts'
import { booksOf, readLibrary } from './testing/real-orders.ts'
import { runs } from './testing/runs.ts'
import { totalOf } from './testing/situations.ts'

const books = booksOf(readLibrary())

/** Situations drawn at random, without those that a never forbids; in every second one an input is unknown. */
function situationsOf(book: Book, { numRuns, seed }: ReturnType<typeof runs>): readonly Situation[] {
  const { length } = book.inputs
  const draws = fc.sample(fc.array(fc.nat(999), { minLength: length, maxLength: length }), {
    numRuns: numRuns * 4,
    seed,
  })
  const totals = draws.map((drawn) => totalOf(book, drawn)).filter((total) => broken(book, total).length === 0)
  return totals.slice(0, numRuns).map((total, index) => {
    const unknown = book.inputs[(seed + index * 7) % length]
    return index % 2 === 0 || unknown === undefined ? total : new Map([...total, [unknown.id, UNKNOWN]])
  })
}

test('there are agencies with orders', () => {
  expect(books.size).toBeGreaterThan(0)
})

for (const [agency, ofAgency] of books)
  test(`the engine decides the orders of ${agency} as the reference does`, { timeout: patienceMs() }, () => {
    expect(ofAgency.length).toBeGreaterThan(0)
    for (const book of ofAgency) {
      const compilation = compile(book)
      if (compilation.kind !== 'compiled') throw new Error('real orders are never too large')
      const keys = decidedPairs(book).map(keyOf)
      for (const situation of situationsOf(book, runs(5))) {
        const found = ofEngine(decide(compilation.compiled, situation), keys)
        const where = () => `${new Date(book.at).toISOString()} ${JSON.stringify([...situation])}`
        expect(found, where()).toEqual(ofReference(determinePartial(book, situation)))
      }
    }
  })
