/** Which book an open document concerns: one agency at one instant. */
import { agencyFindings, agencyOf } from '@remit/language/checked/agency.ts'
import { folderOf, inForceAt, isWithin, speaksTo, type Term, termsOf } from '@remit/language/checked/in-force.ts'
import type { Library } from '@remit/language/checked/library.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'

export type Concern = {
  readonly agency: ParsedAgency
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  /** What is in force then. */
  readonly terms: readonly Term[]
}

/**
 * The book in whose light a document is checked as it is typed: that of its own agency, or for a text above agencies that
 * of the first agency below to which it speaks; today if it is in force today, else at its first instant to come or at its
 * last. Absent where no agency reads the document, or never.
 */
export function concernOf(library: Library, document: ParsedDocument, now: number): Concern | undefined {
  for (const agency of agenciesOf(library, document)) {
    const terms = termsOf(library.documents, agencyOf(agency))
    const own = terms.find((term) => term.document.id === document.id)
    if (own === undefined || own.last < own.from) continue
    const at = Math.min(Math.max(now, own.from), own.last)
    return { agency, at, terms: inForceAt(terms, at) }
  }
  return undefined
}

/** The book of an agency today: what its `agency.md` concerns. */
export function concernOfAgency(library: Library, agency: ParsedAgency, now: number): Concern | undefined {
  if (agencyFindings(agency).length > 0) return undefined
  return { agency, at: now, terms: inForceAt(termsOf(library.documents, agencyOf(agency)), now) }
}

function agenciesOf({ agencies }: Library, document: ParsedDocument): readonly ParsedAgency[] {
  const folder = folderOf(document.id)
  return agencies
    .filter((agency) => isWithin(agency.id, folder) && agencyFindings(agency).length === 0)
    .filter((agency) => speaksTo(document, agencyOf(agency)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
