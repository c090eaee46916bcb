/** Situations of generated books, and books with their situations. */
import type { Book, Input, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { pointsOf } from '../complete.ts'
import type { TotalSituation } from '../holds.ts'
import { at, buildBook } from './build.ts'
import { bookPlan, INPUTS_MAX } from './plan.ts'

/** One number for each input that a generated book may have. */
export const draws = fc.array(fc.nat(83), { minLength: INPUTS_MAX, maxLength: INPUTS_MAX })

export const books: fc.Arbitrary<Book> = bookPlan.map(buildBook)

/** Every input gets one of the points that the book's conditions can tell apart. */
export function totalOf(book: Book, drawn: readonly number[]): TotalSituation {
  return new Map(book.inputs.map((input, index) => [input.id, valueFor(book, input, at(drawn, index))]))
}

/** A third of the inputs each: not reported, "I don't know", a value. */
export function partialOf(book: Book, drawn: readonly number[]): Situation {
  const reported = book.inputs.flatMap((input, index): readonly (readonly [InputId, SituationValue])[] => {
    const draw = at(drawn, index)
    if (draw % 3 === 0) return []
    return [[input.id, draw % 3 === 1 ? UNKNOWN : valueFor(book, input, Math.floor(draw / 3))]]
  })
  return new Map(reported)
}

function valueFor(book: Book, input: Input, drawn: number): SituationValue {
  return at(pointsOf(book, input), drawn)
}

/** A book with a total and a partial situation of it. */
export type Case = { readonly book: Book; readonly total: TotalSituation; readonly partial: Situation }

export const cases: fc.Arbitrary<Case> = fc
  .tuple(books, draws, draws)
  .map(([book, total, partial]) => printed({ book, total: totalOf(book, total), partial: partialOf(book, partial) }))

/** The case, which fast-check prints without what is the same in every generated book. */
function printed(of: Case): Case {
  const situations = { total: [...of.total], partial: [...of.partial] }
  return Object.assign(of, { [fc.toStringMethod]: () => sayingOf({ ...plainOf(of.book), ...situations }) })
}

/** The book, which fast-check prints without what is the same in every generated book. */
export function printedBook(of: Book): Book {
  return Object.assign({ ...of }, { [fc.toStringMethod]: () => sayingOf(plainOf(of)) })
}

function plainOf(of: Book): object {
  const { defines, acts, nevers, norms, exceptions, unsettled, choices, invariants } = of
  const inputs = of.inputs.map((input) => input.id)
  return { inputs, defines, acts, nevers, norms, exceptions, unsettled, choices, invariants }
}

const NOISE: ReadonlySet<string> = new Set(['span', 'text', 'document', 'words', 'name'])

function sayingOf(of: object): string {
  return JSON.stringify(of, (key, value) => (NOISE.has(key) ? undefined : value), 1)
}
