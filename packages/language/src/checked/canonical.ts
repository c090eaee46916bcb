import { compareText } from './findings.ts'
import type { Book } from './tree.ts'

/** Left out of the print: where something stands in a text, when the book was asked for, and the hash itself. */
const LEFT_OUT: ReadonlySet<string> = new Set(['span', 'at', 'hash'])

/**
 * The canonical print of a book: equal for two books exactly when they hold the same words, norms and agency,
 * whatever the order of documents and declarations, and whatever the instant within one stretch of time.
 */
export function canonicalOf(book: Omit<Book, 'hash'>): string {
  return JSON.stringify(book, (key: string, value: unknown) => {
    if (LEFT_OUT.has(key)) return undefined
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareText(a, b)))
  })
}
