/** Generated books that went through text: written, read and checked, as the documents of an author are. */
import { createHash } from 'node:crypto'
import type { CheckedBook, Library } from '@remit/language/checked/library.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import { FOLDER } from './build.ts'
import { AGENCY_TEXT } from './text.ts'

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Reads a document that the reader must find nothing wrong with. */
export function read(id: string, text: string): ParsedDocument {
  const { document, findings } = parseDocument(id, text)
  if (document === undefined || findings.length > 0) throw new Error(`${text}\n${JSON.stringify(findings, null, 1)}`)
  return document
}

/** The generated agency, read. */
export function readAgency(): ParsedAgency {
  const { agency, findings } = parseAgency(FOLDER, AGENCY_TEXT)
  if (agency === undefined) throw new Error(JSON.stringify(findings))
  return agency
}

/** Noon UTC of a day on which every generated document without dates is in force. */
export const NOON = Date.parse('2026-06-01T12:00Z')

/** What the generated agency's book is at an instant. */
export function checked(documents: readonly ParsedDocument[], at: number = NOON): CheckedBook {
  const library: Library = { documents, agencies: [readAgency()] }
  return bookOf(library, FOLDER, at, hashOf)
}
