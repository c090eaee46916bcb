import type { ParsedAgency } from '../parsed/tree.ts'
import type { Finding } from '../text/finding.ts'
import { agencyFindings, agencyOf } from './agency.ts'
import { Books } from './books.ts'
import { inOrder } from './findings.ts'
import { changesOf, inForceAt, type Term } from './in-force.ts'
import type { HashOf, Library } from './library.ts'
import { wallTimeAt, wallTimeText } from './local-time.ts'
import { checkDocuments, checkLibraryRules } from './rules/table.ts'
import { type PlacedScenario, placedScenarios, scenarioFindings } from './scenarios.ts'
import type { Agency, AgencyId } from './tree.ts'

/** A stretch of time in which one agency's book does not change; both ends included, milliseconds since 1970 UTC. */
export type BookSpan = {
  readonly agency: AgencyId
  readonly from: number
  /** Absent: without end. */
  readonly through?: number
  /** An instant in it at which to ask for the book. */
  readonly at: number
}

export type CheckedLibrary = {
  /** In order of file and place, each once. */
  readonly findings: readonly Finding[]
  /** In order of agency and time. */
  readonly books: readonly BookSpan[]
}

/**
 * Checks every document, every book that an agency of the library ever had or will have, and every scenario. A finding
 * that needs a book says in `book` in which it was met first. `today` (milliseconds since 1970 UTC) is asked for only to tell
 * what has ended by then (W111); without it nothing is.
 */
export function checkLibrary(library: Library, hashOf: HashOf, today?: number): CheckedLibrary {
  const agencies = library.agencies.filter((agency) => agencyFindings(agency).length === 0)
  const known = new Books(library, hashOf)
  const { placed, findings: misplaced } = placedScenarios(library, library.documents)
  const books = agencies.map((agency) => {
    return booksOf(
      agency,
      known,
      placed.filter((asked) => asked.agency === agency),
    )
  })
  // Whom a document binds is not known while an agency cannot be read.
  const isToldNow = ({ code }: Finding) => code !== 'W103' || agencies.length === library.agencies.length
  const findings = [
    ...library.agencies.flatMap(agencyFindings),
    ...checkDocuments(library.documents, library.documents),
    ...checkLibraryRules(library.documents, agencies.map(agencyOf), today).filter(isToldNow),
    ...books.flatMap(({ findings }) => findings),
    ...misplaced,
  ]
  return { findings: inOrder(findings), books: books.flatMap(({ spans }) => spans) }
}

/** Books and scenarios in order of time together, so that a book can be forgotten when its time is over. */
function booksOf(agency: ParsedAgency, books: Books, scenarios: readonly PlacedScenario[]) {
  const spans = spansOf(books.termsOf(agency))
  const inTime = scenarios.toSorted((a, b) => a.on - b.on)
  const faultsOf = (asked: PlacedScenario) => scenarioFindings(asked, books.at(agency, asked.on))
  let next = 0
  const takeUntil = (end: number) => {
    const first = next
    while ((inTime[next]?.on ?? Number.POSITIVE_INFINITY) < end) next += 1
    return inTime.slice(first, next)
  }
  const told = spans.map(({ from, through }, index) => {
    const span = { agency: agency.id, from, at: from, ...(through === undefined ? {} : { through }) }
    const before = takeUntil(from).flatMap(faultsOf)
    const { findings } = books.at(agency, from)
    const book = bookInWords(agency, from)
    const during = takeUntil(spans[index + 1]?.from ?? Number.POSITIVE_INFINITY).flatMap(faultsOf)
    return { span, findings: [...before, ...findings.map((finding) => ({ ...finding, book })), ...during] }
  })
  // Without a vocabulary there is no span of time, and scenarios are told that they have no words.
  const rest = takeUntil(Number.POSITIVE_INFINITY).flatMap(faultsOf)
  return { spans: told.map(({ span }) => span), findings: [...told.flatMap(({ findings }) => findings), ...rest] }
}

/** How a finding names a book: its agency, and the day on which it begins. */
export function bookInWords({ id, timeZone }: Pick<Agency, 'id' | 'timeZone'>, from: number): string {
  return `${id} from ${wallTimeText(wallTimeAt(from, timeZone)).replace(/T00:00$/, '')}`
}

type Stretch = { readonly from: number; readonly through: number | undefined }

/**
 * The stretches between the instants at which a document comes into force or goes out of it. They begin with the first
 * vocabulary: before there are shared words no order can be read, though a statute may be far older than the words that
 * we have for it.
 */
function spansOf(terms: readonly Term[]): readonly Stretch[] {
  const first = firstWords(terms)
  const changes = terms.flatMap(changesOf).filter((instant) => instant >= first && Number.isFinite(instant))
  const instants = [...new Set(changes)].sort((a, b) => a - b)
  return instants.flatMap((from, index) => {
    const next = instants[index + 1]
    return inForceAt(terms, from).length === 0 ? [] : [{ from, through: next && next - 1 }]
  })
}

function firstWords(terms: readonly Term[]): number {
  const starts = terms.flatMap(({ document: { frontMatter }, from }) =>
    frontMatter.force.text === 'vocabulary' ? [from] : [],
  )
  return starts.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
}
