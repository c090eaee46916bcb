/** The book that a document concerns as the engine asks it; loaded with the engine. */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import type { LinkedBook } from './linked-book.ts'

/** Documents that are open mostly share one book, which is compiled once. */
const known = new WeakMap<LinkedBook, Compiled | 'too large'>()

/** The book compiled, at the first call; absent where it is too large. Never for a book with an error. */
export function compiledOf(book: LinkedBook): Compiled | undefined {
  const compiled = known.get(book) ?? made(book)
  known.set(book, compiled)
  return compiled === 'too large' ? undefined : compiled
}

function made(book: LinkedBook): Compiled | 'too large' {
  // No determination is recorded from an editor, so the book needs no hash.
  const compilation = compile({ ...book.draft.book, hash: '' })
  return compilation.kind === 'compiled' ? compilation.compiled : 'too large'
}
