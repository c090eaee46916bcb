/** All places of the library that name one declaration, also in documents that are in force at another time. */
import { agencyFindings, agencyOf } from '@remit/language/checked/agency.ts'
import { compareText } from '@remit/language/checked/findings.ts'
import { inForceAt, type Term, termsOf } from '@remit/language/checked/in-force.ts'
import type { Reference } from '@remit/language/checked/references/reference.ts'
import type { ParsedAgency } from '@remit/language/parsed/tree.ts'
import type { Workspace } from '../workspace.ts'
import { declarationsOf, type Found, isSameTarget } from './find.ts'
import type { LinkedBook } from './linked-book.ts'

/**
 * Every reference to what was found, in order of file and place. A document is looked at in one book that holds it
 * together with the declaration; documents that do not hold the word are not looked at. Cost: one book linked for each
 * stretch of time in which such documents lie.
 */
export function everywhere(workspace: Workspace, { book, reference }: Found): readonly Reference[] {
  const [declaration] = declarationsOf(book, reference)
  if (declaration === undefined) return ownReferences(book, reference)
  const found = new Map<string, Reference>()
  const add = (each: Reference) => found.set(`${each.span.file} ${each.span.offset}`, each)
  for (const each of ownReferences(book, reference)) add(each)
  const seen = new Set(book.documents.map(({ id }) => id))
  for (const other of booksOver(workspace, declaration, seen)) {
    const isSame = declarationsOf(other, reference).some(({ span }) => isSamePlace(span, declaration.span))
    if (isSame) for (const each of ownReferences(other, reference)) add(each)
  }
  return [...found.values()].sort((a, b) => compareText(a.span.file, b.span.file) || a.span.offset - b.span.offset)
}

function ownReferences(book: LinkedBook, reference: Reference): readonly Reference[] {
  return book.references.filter((each) => isSameTarget(each, reference) && each.part === reference.part)
}

function isSamePlace(one: Reference['span'], other: Reference['span']): boolean {
  return one.file === other.file && one.offset === other.offset
}

/** Books that hold the declaring document, until every document that holds the word has been in one. */
function* booksOver(workspace: Workspace, { span }: Reference, seen: Set<string>): Iterable<LinkedBook> {
  const declaring = workspace.file(span.file)
  if (declaring === undefined) return
  const word = declaring.text.getText().slice(span.offset, span.offset + span.length)
  for (const agency of workspace.library.agencies.filter((each) => agencyFindings(each).length === 0)) {
    const terms = termsOf(workspace.library.documents, agencyOf(agency))
    const home = terms.find(({ document }) => document.id === declaring.id)
    if (home === undefined) continue
    for (const term of terms) {
      if (seen.has(term.document.id) || !term.document.text.includes(word)) continue
      const book = bookOfBoth(workspace, agency, terms, [home, term])
      if (book === undefined) continue
      for (const { id } of book.documents) seen.add(id)
      yield book
    }
  }
}

function bookOfBoth(
  workspace: Workspace,
  agency: ParsedAgency,
  terms: readonly Term[],
  both: readonly Term[],
): LinkedBook | undefined {
  const at = Math.max(...both.map(({ from }) => from))
  if (both.some(({ last }) => last < at)) return undefined
  return workspace.books.linked({ agency, at, terms: inForceAt(terms, at) })
}
