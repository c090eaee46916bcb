/** Which documents speak to an agency, and from when until when (section *Book* of the language's definition). */
import type { LocalTime, ParsedDocument, Suspension } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { compareText, findingAt } from './findings.ts'
import { forceOf, rankOf } from './forces.ts'
import { firstInstantOf, lastInstantOf, wallTimeOf } from './local-time.ts'
import type { Agency } from './tree.ts'

/** A document and the instants between which it is in force for one agency, both included. */
export type Term = {
  readonly document: ParsedDocument
  readonly from: number
  /** The end that its own front matter gives; absent: without end. */
  readonly through?: number
  /** The last instant in force, also counting the documents that supersede it; Infinity: without end. */
  readonly last: number
  /** When courts suspended it, in order of time; the ends are instants, both included. Absent end: until further notice. */
  readonly suspended: readonly Suspended[]
  /** The instant at which it became known. */
  readonly published?: number
}
export type Suspended = { readonly from: number; readonly through?: number; readonly by: string }

/** The folder in which a document lies, which is the jurisdiction that it speaks for. */
export function folderOf(id: string): string {
  return id.slice(0, Math.max(0, id.lastIndexOf('/')))
}

/** Whether `inner` is the folder `outer` or lies in it. */
export function isWithin(inner: string, outer: string): boolean {
  return inner === outer || outer === '' || inner.startsWith(`${outer}/`)
}

/**
 * The terms of all documents that speak to `agency`, in order of id. A document whose dates cannot be read is left out:
 * {@link dateFindings} says so.
 */
export function termsOf(documents: readonly ParsedDocument[], agency: Agency): readonly Term[] {
  const starts = new Map<string, number>()
  for (const document of documents) {
    if (document.frontMatter.supersedes.length === 0) continue
    const start = ownTermOf(document, agency.timeZone)?.from
    if (start === undefined) continue
    for (const { text } of document.frontMatter.supersedes) {
      const old = supersededBy(document, text, documents)
      if (old === undefined || !maySupersede(document, old)) continue
      starts.set(old.id, Math.min(start, starts.get(old.id) ?? Number.POSITIVE_INFINITY))
    }
  }
  return documents
    .filter((document) => speaksTo(document, agency))
    .flatMap((document) => termOf(document, agency.timeZone, starts.get(document.id)) ?? [])
    .sort((a, b) => compareText(a.document.id, b.document.id))
}

/** The terms in which `instant` lies, without those that are suspended then. */
export function inForceAt(terms: readonly Term[], instant: number): readonly Term[] {
  return terms.filter((term) => isInForce(term, instant))
}

function isInForce({ from, last, suspended }: Term, instant: number): boolean {
  if (instant < from || last < instant) return false
  return !suspended.some((stretch) => stretch.from <= instant && instant <= (stretch.through ?? Infinity))
}

/** The instants at which a document may come into force or go out of it; none if it never is in force. */
export function changesOf(term: Term): readonly number[] {
  const { from, last, suspended } = term
  const ends = suspended.flatMap((stretch) => (stretch.through === undefined ? [] : [stretch.through + 1]))
  const starts = [from, ...ends].filter((instant) => isInForce(term, instant))
  if (starts.length === 0) return []
  const stops = [last + 1, ...suspended.map((stretch) => stretch.from)]
  return [...starts, ...stops.filter((instant) => isInForce(term, instant - 1))]
}

/** A document's own days do not change, and every book of every agency asks for them. */
const ownTerms = new WeakMap<ParsedDocument, Map<string, Term | undefined>>()

/** The term of a document by itself, as if nothing superseded it; undefined where a date cannot be read. */
function ownTermOf(document: ParsedDocument, zone: string): Term | undefined {
  const byZone = ownTerms.get(document) ?? new Map<string, Term | undefined>()
  ownTerms.set(document, byZone)
  if (!byZone.has(zone)) byZone.set(zone, readTerm(document, zone))
  return byZone.get(zone)
}

function termOf(document: ParsedDocument, zone: string, superseded: number | undefined): Term | undefined {
  const own = ownTermOf(document, zone)
  return own === undefined || superseded === undefined ? own : { ...own, last: Math.min(own.last, superseded - 1) }
}

function readTerm(document: ParsedDocument, zone: string): Term | undefined {
  const { from, through, suspended, published } = document.frontMatter
  const [first, end] = [wallTimeOf(from.text), through && wallTimeOf(through.text)]
  if (first === undefined || (through !== undefined && end === undefined)) return undefined
  const own = end && lastInstantOf(end, zone)
  const known = published && wallTimeOf(published.text)
  return {
    document,
    from: firstInstantOf(first, zone),
    last: own ?? Number.POSITIVE_INFINITY,
    suspended: suspended.flatMap((each) => suspendedOf(each, zone) ?? []).sort((a, b) => a.from - b.from),
    ...(own === undefined ? {} : { through: own }),
    ...(known === undefined ? {} : { published: firstInstantOf(known, zone) }),
  }
}

function suspendedOf({ from, through, by }: Suspension, zone: string): Suspended | undefined {
  const [first, end] = [wallTimeOf(from.text), through && wallTimeOf(through.text)]
  if (first === undefined || (through !== undefined && end === undefined)) return undefined
  const last = end === undefined ? {} : { through: lastInstantOf(end, zone) }
  return { from: firstInstantOf(first, zone), by, ...last }
}

/**
 * Whether a document speaks to an agency: it lies in the agency's folder or above, its `binds` names the agency, and
 * its `applies-in` names the agency's state.
 */
export function speaksTo({ id, frontMatter: { binds, appliesIn } }: ParsedDocument, agency: Agency): boolean {
  const folder = folderOf(id)
  return (
    isWithin(agency.id, folder) &&
    (binds === undefined || binds.some(({ text }) => isBody(text, folder, agency))) &&
    (appliesIn === undefined || appliesIn.some(({ text }) => text.toUpperCase() === agency.state))
  )
}

/**
 * A body below a folder is named by its path from the orders (`us/va/fairfax-county/sheriff`), by a part of its path
 * below that folder (`sheriff`, `fairfax-county/sheriff`), or by its kind (`county sheriff`, `county-sheriff`).
 * What lies in the folder of a body that is named is bound too.
 */
function isBody(word: string, folder: string, agency: Agency): boolean {
  const below = agency.id.slice(folder.length)
  const path = word.replace(/\/$/, '')
  return isWithin(agency.id, path) || `${below}/`.includes(`/${path}/`) || plain(word) === plain(agency.kind)
}

function plain(words: string): string {
  return words.toLowerCase().replaceAll('-', ' ')
}

/** The document that `path` names in the `supersedes` of `document`: from the orders, or beside the document. */
export function supersededBy(
  document: ParsedDocument,
  path: string,
  documents: readonly ParsedDocument[],
): ParsedDocument | undefined {
  const id = path.replace(/\.md$/, '').replace(/^\.\//, '')
  const beside = `${folderOf(document.id)}/${id}`
  return documents.find((other) => other.id === id) ?? documents.find((other) => other.id === beside)
}

/** Same folder, and the same or a lower force; what has no force supersedes only its like. */
export function maySupersede(document: ParsedDocument, old: ParsedDocument): boolean {
  return folderOf(document.id) === folderOf(old.id) && document.id !== old.id && hasForceOver(document, old)
}

/** Whether the force of `document` is the same as that of `old` or higher. */
export function hasForceOver(document: ParsedDocument, old: ParsedDocument): boolean {
  const [force, oldForce] = [forceOf(document.frontMatter.force.text), forceOf(old.frontMatter.force.text)]
  if (force === undefined || oldForce === undefined) return false
  const [rank, oldRank] = [rankOf(force), rankOf(oldForce)]
  if (rank === undefined || oldRank === undefined) return force === oldForce
  return rank <= oldRank
}

/** The dates of a document that no calendar has. */
export function dateFindings({ frontMatter }: ParsedDocument): readonly Finding[] {
  const { from, through, published, suspended } = frontMatter
  const dates = [from, through, published, ...suspended.flatMap((each) => [each.from, each.through])]
  return dates.flatMap((date) => (date && dateFinding(date)) ?? [])
}

/** The finding for a date that cannot be read; undefined where it can. */
export function dateFinding({ text, span }: LocalTime): Finding | undefined {
  if (wallTimeOf(text) !== undefined) return undefined
  return findingAt(span, 'E034', `there is no day or time \`${text}\``, {
    label: 'not on the calendar',
    fix: 'write a day as `2019-09-26`, or a time of a day as `2019-09-26T14:00`',
  })
}
