/** The book that a document concerns as the engine asks it; loaded with the engine. */
import { type Compilation, type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import type { LinkedBook } from './linked-book.ts'

/** Documents that are open mostly share one book, which is compiled once. */
const known = new WeakMap<LinkedBook, Compilation>()

/** What came of compiling the book, at the first call. Never for a book with an error. */
export function compilationOf(book: LinkedBook): Compilation {
  // No determination is recorded from an editor, so the book needs no hash.
  const compilation = known.get(book) ?? compile({ ...book.draft.book, hash: '' })
  known.set(book, compilation)
  return compilation
}

/** The book compiled; absent where it is too large. Never for a book with an error. */
export function compiledOf(book: LinkedBook): Compiled | undefined {
  const compilation = compilationOf(book)
  return compilation.kind === 'compiled' ? compilation.compiled : undefined
}
