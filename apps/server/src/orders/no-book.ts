/** Why nothing can be asked of an agency's book, in one wording for every part of the server. */
import type { Books } from './books.ts'

export type NoBook = { readonly refusal: 'not-found' | 'unavailable'; readonly message: string }

/** To be asked where {@link Books.at} gives nothing. A book that is too large is named with its place, as `remit check` does. */
export function noBook(books: Books, agency: string, atMs: number): NoBook {
  const finding = books.tooLargeAt(agency, atMs)
  if (finding === undefined) {
    return { refusal: 'not-found', message: `There is no book for \`${agency}\` at ${new Date(atMs).toISOString()}.` }
  }
  const [{ span }] = finding.labels
  return { refusal: 'unavailable', message: `${span.file}:${span.line}: ${finding.code} ${finding.message}.` }
}
