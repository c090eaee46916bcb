/** Every book of the real orders: one for each agency and each set of documents that was ever in force together. */
import { Books } from '@remit/language/checked/books.ts'
import { changesOf } from '@remit/language/checked/in-force.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'

/** The books in order of agency and date, each as of its first moment. A book with an error is left out. */
export async function realBooks(): Promise<readonly Book[]> {
  const { library } = await loadOrders(`${import.meta.dirname}/../../orders`)
  const books = new Books(library, hashOf)
  const found = new Map<string, Book>()
  for (const agency of library.agencies) {
    const instants = new Set(books.termsOf(agency).flatMap(changesOf))
    for (const instant of [...instants].sort((one, other) => one - other)) {
      const book = books.at(agency, instant).book()
      if (book !== undefined && !found.has(book.hash)) found.set(book.hash, book)
    }
  }
  return [...found.values()]
}

/** The book with the most norms and exceptions; of equal ones the one with the most facts that its conditions read. */
export function largestOf(books: readonly Book[]): Book {
  const sizeOf = ({ norms, exceptions, inputs }: Book) => (norms.length + exceptions.length) * 1000 + inputs.length
  const [largest] = books.toSorted((one, other) => sizeOf(other) - sizeOf(one))
  if (largest === undefined) throw new Error('there are no real orders')
  return largest
}
