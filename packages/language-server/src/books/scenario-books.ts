/** The books in which scenarios are asked, linked once for all that is asked about the library as it is. */
import { Books } from '@remit/language/checked/books.ts'
import { type Library, UNHASHED } from '@remit/language/checked/library.ts'

/** A library never changes: after a change there is another. */
const known = new WeakMap<Library, Books>()

/** The books of a library, without a hash: no determination is recorded from an editor. */
export function scenarioBooks(library: Library): Books {
  const books = known.get(library) ?? new Books(library, UNHASHED)
  known.set(library, books)
  return books
}
