/** Generated books to analyse: with invariants and with danger, small enough to try every situation; and publishable ones. */

import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { Act, Book } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { pointsOf } from '../complete.ts'
import { marked, pointedAt } from './found.ts'
import { invariantPlans, withInvariants } from './invariants.ts'
import { DANGER } from './shown.ts'
import { books, printedBook } from './situations.ts'

/** Books of more situations than this are left out: all of them are tried one by one. */
const SITUATIONS_MAX = 150

/** How many situations a book can tell apart. */
export function situationsIn(book: Book): number {
  return book.inputs.reduce((product, input) => product * pointsOf(book, input).length, 1)
}

/** The book with the reserved name for the danger of which generated conditions speak. */
function withDanger(book: Book): Book {
  const text = JSON.stringify(book).replaceAll('danger is near', DANGER)
  // The same book with another name for one input.
  const renamed = JSON.parse(text) as Book
  return { ...renamed, inputs: renamed.inputs.toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
}

/** Marked books with invariants, of an agency that runs Remit or one that does not. */
export const analysed: fc.Arbitrary<Book> = fc
  .tuple(books, invariantPlans, fc.boolean())
  .map(([book, plans, runs]) => withDanger(withInvariants({ ...book, agency: { ...book.agency, runs } }, plans)))
  .map(marked)
  .filter((book) => situationsIn(book) <= SITUATIONS_MAX)
  .map(printedBook)

/** Compiles a generated book, which is never too large. */
export function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  return compilation.compiled
}

/** Books without an error, of an agency that does not run Remit: what each error points at is taken out until none is left. */
export const publishable: fc.Arbitrary<Book> = books
  .filter((book) => situationsIn(book) <= SITUATIONS_MAX)
  .map((book) => repaired(marked(withDanger({ ...book, acts: book.acts.map(oftenUrgent) }))))
  .filter((book) => book !== undefined)
  .map(printedBook)

/** The first act, of which most other acts are kinds, is urgent. */
function oftenUrgent(act: Act, index: number): Act {
  return index === 0 ? { ...act, urgent: true, withdraws: false } : act
}

/** INVARIANT: each round leaves out a rule or a mark of an act, of which a book has few. */
function repaired(book: Book): Book | undefined {
  const error = analyse(compiledOf(book)).find(({ code }) => code.startsWith('E'))
  if (error === undefined) return book
  if (error.code === 'E302') return undefined
  const last = pointedAt(error).at(-1) ?? ''
  const isRule = [...book.norms, ...book.exceptions].some(({ id }) => id === last)
  if (isRule) return repaired(withoutRule(book, last))
  const spared = book.acts.map((act) => (act.id === last ? { ...act, onlyWhereAllowed: false } : act))
  return repaired({ ...book, acts: spared })
}

function withoutRule(book: Book, left: string): Book {
  const norms = book.norms.filter(({ id }) => id !== left)
  const exceptions = book.exceptions
    .map((exception) => ({ ...exception, to: exception.to.filter((norm) => norm !== left) }))
    .filter(({ id, to }) => id !== left && to.length > 0)
  return { ...book, norms, exceptions, unsettled: book.unsettled.filter((doubt) => !doubt.norms.includes(left)) }
}
