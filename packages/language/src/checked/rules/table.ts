/** Every check of the language that needs no situation, on one screen. Checks of meaning are the engine's. */
import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import type { Draft } from '../link.ts'
import type { Agency } from '../tree.ts'

/** Looks at one document by itself. */
export type DocumentRule = (document: ParsedDocument, library: readonly ParsedDocument[]) => readonly Finding[]
/** Looks at what is in force together. */
export type BookRule = (draft: Draft) => readonly Finding[]
/** Looks at everything that was ever written. */
export type LibraryRule = (documents: readonly ParsedDocument[], agencies: readonly Agency[]) => readonly Finding[]

const DOCUMENT_RULES: readonly DocumentRule[] = []

const BOOK_RULES: readonly BookRule[] = []

const LIBRARY_RULES: readonly LibraryRule[] = []

/** The findings of each document by itself; `library` is where a document that it supersedes is looked for. */
export function checkDocuments(
  documents: readonly ParsedDocument[],
  library: readonly ParsedDocument[],
): readonly Finding[] {
  return documents.flatMap((document) => DOCUMENT_RULES.flatMap((rule) => rule(document, library)))
}

/** The findings of one book. */
export function checkBook(draft: Draft): readonly Finding[] {
  return BOOK_RULES.flatMap((rule) => rule(draft))
}

/** The findings that need all documents of the library, whenever they are in force. */
export function checkLibraryRules(
  documents: readonly ParsedDocument[],
  agencies: readonly Agency[],
): readonly Finding[] {
  return LIBRARY_RULES.flatMap((rule) => rule(documents, agencies))
}
