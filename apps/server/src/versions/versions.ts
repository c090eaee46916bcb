/** Which documents are versions of one order, and by which agency's orders two of them can be compared. */
import type { VersionLine } from '@remit/contract/changes-view.ts'
import { agencyOf } from '@remit/language/checked/agency.ts'
import { folderOf, isWithin, supersededBy, termsOf } from '@remit/language/checked/in-force.ts'
import type { Library } from '@remit/language/checked/library.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'

/**
 * All versions of the order that `id` is one of, itself among them, by first day: documents of one folder that have one
 * short name, or of which one supersedes the other, and so on from there.
 */
export function versionsOf(library: Library, id: string): readonly VersionLine[] {
  const { documents } = library
  const versions = new Set(documents.filter((document) => document.id === id))
  for (const version of versions) {
    for (const other of documents) if (isVersionOf(other, version, documents)) versions.add(other)
  }
  return [...versions]
    .map((version) => lineOf(version, library))
    .toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1))
}

function isVersionOf(one: ParsedDocument, other: ParsedDocument, documents: readonly ParsedDocument[]): boolean {
  if (folderOf(one.id) !== folderOf(other.id)) return false
  return (
    one.frontMatter.short === other.frontMatter.short ||
    supersedes(one, other, documents) ||
    supersedes(other, one, documents)
  )
}

function supersedes(newer: ParsedDocument, older: ParsedDocument, documents: readonly ParsedDocument[]): boolean {
  return newer.frontMatter.supersedes.some(({ text }) => supersededBy(newer, text, documents) === older)
}

/**
 * The last day on which a document is in force, as it says itself, or as the day before another one supersedes it;
 * undefined where it has no end.
 */
export function lastDayOf(document: ParsedDocument, { documents }: Library): string | undefined {
  const ends = documents
    .filter((other) => supersedes(other, document, documents))
    .map(({ frontMatter }) => dayBefore(frontMatter.from.text))
  const own = document.frontMatter.through
  return [...(own === undefined ? [] : [own.text]), ...ends].toSorted()[0]
}

function dayBefore(time: string): string {
  const day = Date.parse(`${time.slice(0, '2019-09-28'.length)}T00:00:00Z`)
  return new Date(day - DAY_MS).toISOString().slice(0, '2019-09-28'.length)
}

const DAY_MS = 86_400_000

function lineOf(document: ParsedDocument, library: Library): VersionLine {
  const { id, frontMatter } = document
  const through = lastDayOf(document, library)
  return { id, short: frontMatter.short, from: frontMatter.from.text, ...(through === undefined ? {} : { through }) }
}

/** An agency, and the last instant of its earlier orders and the first of its later ones. */
export type Turn = { readonly agency: Agency; readonly beforeMs: number; readonly afterMs: number }

/**
 * When the orders of an agency turned from version `since` to version `id`: what any local agency of a state must do
 * comes first, then the library's real agencies, then a demo's. Undefined where no agency lives under both, or where
 * the later one does not begin after the earlier one.
 */
export function turnOf(library: Library, since: string, id: string): Turn | undefined {
  const folder = folderOf(id)
  const agencies = library.agencies.map(agencyOf).filter((agency) => isWithin(agency.id, folder))
  const weight = (agency: Agency) => (agency.demo ? 2 : agency.id === `${folder}/local` ? 0 : 1)
  for (const agency of agencies.toSorted((a, b) => weight(a) - weight(b))) {
    const terms = termsOf(library.documents, agency)
    const [earlier, later] = [since, id].map((wanted) => terms.find(({ document }) => document.id === wanted))
    if (earlier === undefined || later === undefined) continue
    const beforeMs = Math.min(earlier.last, later.from - 1)
    if (beforeMs >= earlier.from) return { agency, beforeMs, afterMs: later.from }
  }
  return undefined
}
