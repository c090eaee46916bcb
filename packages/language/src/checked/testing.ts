/** Small libraries written as people write them, for the tests of this folder. */
import { createHash } from 'node:crypto'
import { parseAgency, parseDocument } from '../parsed/from-text.ts'
import type { ParsedAgency, ParsedDocument } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { checkLibrary } from './check-library.ts'
import { bookOf, type CheckedBook, type Library } from './library.ts'
import type { Book } from './tree.ts'

/** A document: its `remit` block and what its front matter says other than {@link FRONT_MATTER}. */
export type Written = { readonly block: string } & Readonly<Record<string, string>>

const FRONT_MATTER = {
  title: 'A document',
  issuer: 'The town',
  force: 'ordinance',
  'in-force': 'from 2020-01-01',
  cite: 'Town Code 1',
  source: 'invented for a test',
  verified: 'primary',
}

/** The folder of the one agency of {@link libraryOf}, in Chicago's time. */
export const TOWN = 'us/il/town/police'

export const TOWN_AGENCY = `---
name: Town Police
kind: municipal police
state: IL
time-zone: America/Chicago
runs: no
roles: officer, supervisor
refer-to: supervisor
---
`

/** The words that most tests need. */
export const WORDS: Written = {
  force: 'vocabulary',
  'in-force': 'from 2000-01-01',
  block: `
role officer "Officer"
role supervisor "Supervisor"
role dhs "The federal agents" outside
group everyone is officer, supervisor
event agents-arrived "The agents arrived"
fact requester is one of ice "ICE", sheriff "The sheriff", not-known "Not known"
  ask "Who is asking?"
fact scene is quiet
  ask "Is the scene quiet?"
fact asks includes some of hold "A hold", notify "A notice"
fact speed is a number of miles
fact hours-here is hours since agents-arrived
define request is federal when requester is ice
act assist "Help with the operation"
act hold "Hold a person" is a kind of assist
act guard "Guard the door" is a kind of assist
act note-it "Note the request"
act pause "Wait for your supervisor" withdraws`,
}

/** The whole text of a document. */
export function textOf(id: string, { block, ...own }: Written): string {
  const frontMatter = Object.entries({ ...FRONT_MATTER, short: id.slice(id.lastIndexOf('/') + 1), ...own })
  return `---\n${frontMatter.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n\n\`\`\`remit\n${block}\n\`\`\`\n`
}

/** Reads a document that the parser must find nothing wrong with. */
export function documentOf(id: string, written: Written): ParsedDocument {
  const { document, findings } = parseDocument(id, textOf(id, written))
  if (document === undefined || findings.length > 0) throw new Error(`${id}: ${JSON.stringify(findings)}`)
  return document
}

/** Reads an agency that the parser must find nothing wrong with. */
export function agencyFrom(id: string, text: string = TOWN_AGENCY): ParsedAgency {
  const { agency, findings } = parseAgency(id, text)
  if (agency === undefined || findings.length > 0) throw new Error(`${id}: ${JSON.stringify(findings)}`)
  return agency
}

/** The town's library: the documents given, and {@link WORDS} as `us/vocabulary`. */
export function libraryOf(
  documents: Readonly<Record<string, Written>>,
  agencies: Readonly<Record<string, string>> = { [TOWN]: TOWN_AGENCY },
): Library {
  return {
    documents: Object.entries({ 'us/vocabulary': WORDS, ...documents }).map(([id, written]) => documentOf(id, written)),
    agencies: Object.entries(agencies).map(([id, text]) => agencyFrom(id, text)),
  }
}

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** The town's checked book at noon UTC of a day. */
export function checkedOn(day: string, library: Library, agency: string = TOWN): CheckedBook {
  return bookOf(library, agency, Date.parse(`${day}T12:00Z`), hashOf)
}

/** The town's book, which must be sound. */
export function bookOn(day: string, library: Library, agency: string = TOWN): Book {
  const { book, findings } = checkedOn(day, library, agency)
  if (book === undefined) throw new Error(`no book on ${day}: ${JSON.stringify(findings)}`)
  return book
}

/** A finding as its tests see it: with the words that its place covers. */
export type Seen = {
  readonly code: string
  readonly message: string
  readonly at: string
  readonly label: string
  readonly fix?: string
}

/** Everything that is wrong with a library whose words nobody uses: unread facts and values are left out. */
export function faultsOf(library: Library): readonly Seen[] {
  return allFaultsOf(library).filter(({ code }) => code !== 'W101' && code !== 'W109')
}

/** Everything that is wrong with a library, also by the day `today`. */
export function allFaultsOf(library: Library, today?: string): readonly Seen[] {
  const { findings } = checkLibrary(library, hashOf, today === undefined ? undefined : Date.parse(today))
  return findings.map((finding) => seen(finding, library))
}

export function seen({ code, message, labels: [{ span, text }], fix }: Finding, library: Library): Seen {
  const home = [...library.documents, ...library.agencies].find(({ id }) =>
    [`${id}.md`, `${id}/agency.md`].some((file) => span.file.endsWith(file)),
  )
  const at = home?.text.slice(span.offset, span.offset + span.length) ?? ''
  return { code, message, at, label: text, ...(fix === undefined ? {} : { fix }) }
}
