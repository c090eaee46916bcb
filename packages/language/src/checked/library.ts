import type { ParsedAgency, ParsedDocument } from '../parsed/tree.ts'
import { type Finding, isError } from '../text/finding.ts'
import { agencyFindings, agencyOf } from './agency.ts'
import { canonicalOf } from './canonical.ts'
import { findingAt, inOrder } from './findings.ts'
import { inForceAt, type Term, termsOf } from './in-force.ts'
import { type Draft, linkBook } from './link.ts'
import { checkBook, checkDocuments } from './rules/table.ts'
import type { AgencyId, Book } from './tree.ts'

/** All documents and agencies below `orders/` that could be parsed. */
export type Library = { readonly documents: readonly ParsedDocument[]; readonly agencies: readonly ParsedAgency[] }

/** SHA-256 of a text, in 64 hexadecimal digits; an argument, because the core does not choose a runtime. */
export type HashOf = (text: string) => string

/** For who records nothing that a book says, such as an editor: its books have no hash, and are not printed for one. */
export const UNHASHED: HashOf = () => ''

export type CheckedBook = {
  /** Absent if any finding is an error. */
  readonly book?: Book
  /** In order of file and place. */
  readonly findings: readonly Finding[]
}

/**
 * The book of an agency at an instant (milliseconds since 1970 UTC), by the section *Book* of the language's definition,
 * with everything that is wrong with its documents. An agency that the library does not hold is a finding too.
 */
export function bookOf(library: Library, agencyId: AgencyId, at: number, hashOf: HashOf): CheckedBook {
  const agency = library.agencies.find(({ id }) => id === agencyId)
  if (agency === undefined) return { findings: [unknownAgency(agencyId)] }
  const own = agencyFindings(agency)
  if (own.length > 0) return { findings: inOrder(own) }
  const terms = inForceAt(termsOf(library.documents, agencyOf(agency)), at)
  const drafted = draftOf(terms, agency, at)
  const findings = allFindingsOf(drafted, library)
  return findings.some(isError) ? { findings } : { book: hashed(drafted.draft, hashOf), findings }
}

/** What is wrong with a draft and with each of its documents, in order of file and place. */
export function allFindingsOf({ draft, findings }: Drafted, library: Library): readonly Finding[] {
  return inOrder([...findings, ...checkDocuments(draft.documents, library.documents)])
}

/** The book of a draft that has no error. */
export function hashed({ book }: Draft, hashOf: HashOf): Book {
  return { ...book, hash: hashOf === UNHASHED ? '' : hashOf(canonicalOf(book)) }
}

/** A draft with what is wrong with it, without what can be said of each document alone. */
export type Drafted = { readonly draft: Draft; readonly findings: readonly Finding[] }

/** Links and checks one book, without what can be said of each document alone. */
export function draftOf(terms: readonly Term[], agency: ParsedAgency, at: number): Drafted {
  const draft = linkBook(terms, agency, at)
  return { draft, findings: [...draft.findings, ...checkBook(draft)] }
}

function unknownAgency(id: AgencyId): Finding {
  const span = { file: `${id}/agency.md`, line: 1, column: 1, offset: 0, length: 0 }
  return findingAt(span, 'E132', `there is no agency \`${id}\``, {
    label: 'no such file',
    fix: 'name the folder of an agency below the orders, as in `us/il/chicago/police`',
  })
}
