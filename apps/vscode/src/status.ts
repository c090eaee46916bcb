/** The words of the status bar for the book in which an order was checked. */

/** As the language server sends it after each stage. */
export type Checked = {
  readonly uri: string
  readonly book?: { readonly agency: string; readonly at: number; readonly isWhole: boolean }
}

/** Absent where no agency's book holds the document. */
export function bookWords({
  book,
}: Pick<Checked, 'book'>): { readonly text: string; readonly tooltip: string } | undefined {
  if (book === undefined) return undefined
  const day = new Date(book.at).toISOString().slice(0, 10)
  const known = book.isWhole ? 'with its meaning' : 'without its meaning, because a document in it has an error'
  return {
    text: `Remit: ${book.agency}, ${day}`,
    tooltip: `Checked in the book of ${book.agency} as of ${day} (UTC), ${known}.`,
  }
}
