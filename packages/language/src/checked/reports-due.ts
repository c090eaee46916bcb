/** What an agency owes to whom, for which periods (sections *Reports* of the definition and 10 of decision 0005). */
import type { Finding } from '../text/finding.ts'
import { agencyOf } from './agency.ts'
import { compareText } from './findings.ts'
import { changesOf, inForceAt, type Term, termsOf } from './in-force.ts'
import { bookOf, type HashOf, type Library } from './library.ts'
import { firstInstantOf, lastInstantOf, wallTimeAt } from './local-time.ts'
import { type CalendarPeriod, type Day, dayOfYearAfter, daysAfter, periodAfter, periodAt } from './periods.ts'
import type { Report } from './reports.ts'
import type { AgencyId, RoleId } from './tree.ts'

/** A stretch of time, both ends included, milliseconds since 1970 UTC. */
export type Part = { readonly from: number; readonly through: number }

export type ReportDue = {
  readonly report: Report
  readonly period: CalendarPeriod
  /** The parts of the period in which the report's document was in force, in order; at least one. */
  readonly parts: readonly Part[]
  /** Whether the one part is the whole period. */
  readonly isWhole: boolean
  /** Absent: the law names no day. */
  readonly due?: Day | string
}

/** Who owes the report to whom, as the words of a book that has it call them. */
export type ReportOwed = ReportDue & { readonly called: { readonly by: string; readonly to: readonly string[] } }

export type ReportsDue =
  /** In order of the end of the period, then of the report's id. */
  | { readonly kind: 'owed'; readonly reports: readonly ReportOwed[] }
  /** A book of the agency cannot be used, so a report might be missing. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }

/**
 * The reports of all periods that close (by the agency's calendar) in a stretch of time, milliseconds since 1970 UTC, both ends
 * included: for a month its last millisecond must lie in it. The agency must be one of the library.
 */
export function reportsDue(library: Library, agencyId: AgencyId, window: Part, hashOf: HashOf): ReportsDue {
  const parsed = library.agencies.find(({ id }) => id === agencyId)
  if (parsed === undefined)
    return { kind: 'refused', findings: bookOf(library, agencyId, window.from, hashOf).findings }
  const agency = agencyOf(parsed)
  const terms = termsOf(library.documents, agency)
  const owed: ReportOwed[] = []
  for (const term of terms.filter(({ document }) => document.declarations.some(({ kind }) => kind === 'report'))) {
    const instants = [Math.min(term.last, window.through), ...changesOf(term)]
    const books = instants
      .filter((instant) => instant <= window.through && inForceAt([term], instant).length > 0)
      .map((instant) => bookOf(library, agencyId, instant, hashOf))
    // Words are dated like norms, so the report may be readable in one book and not in another.
    const book = books.find((checked) => checked.book !== undefined)?.book
    const [first] = books
    if (book === undefined && first !== undefined) return { kind: 'refused', findings: first.findings }
    const own = (book?.reports ?? []).filter((report) => report.document === term.document.id)
    const textOf = (role: RoleId) => book?.roles.find(({ id }) => id === role)?.text ?? role
    for (const report of own) {
      const called = { by: textOf(report.by), to: report.to.map(textOf) }
      const dues = owedOf(report, term, { window, zone: agency.timeZone })
      owed.push(...dues.map((due) => ({ ...due, called })))
    }
  }
  return { kind: 'owed', reports: owed.sort(byEnd) }
}

/** What one report asks for over the time in force of its document. Cost: linear in the periods of the window. */
export function owedOf(
  report: Report,
  term: Pick<Term, 'from' | 'last' | 'suspended'>,
  { window, zone }: { readonly window: Part; readonly zone: string },
): readonly ReportDue[] {
  const last = Math.min(term.last, window.through)
  if (last < term.from) return []
  const owed: ReportDue[] = []
  const start = wallTimeAt(Math.max(term.from, window.from), zone)
  for (let period = periodAt(start, report.every); ; period = periodAfter(period, report.every)) {
    const whole = { from: firstInstantOf(period.from, zone), through: lastInstantOf(period.through, zone) }
    if (whole.from > last || whole.through > window.through) return owed
    if (whole.through < window.from) continue
    const parts = partsOf(whole, term)
    const [first] = parts
    if (first === undefined) continue
    const isWhole = first.from === whole.from && first.through === whole.through
    owed.push({ report, period, parts, isWhole, ...dueOf(report, period) })
  }
}

/** What of a stretch lies in the time in force, without the suspended times. */
function partsOf(whole: Part, { from, last, suspended }: Pick<Term, 'from' | 'last' | 'suspended'>): readonly Part[] {
  const end = Math.min(whole.through, last)
  const parts: Part[] = []
  let at = Math.max(whole.from, from)
  for (const stretch of suspended) {
    if (stretch.from > at) parts.push({ from: at, through: Math.min(end, stretch.from - 1) })
    at = Math.max(at, (stretch.through ?? Number.POSITIVE_INFINITY) + 1)
    if (at > end) break
  }
  return [...parts, { from: at, through: end }].filter((part) => part.from <= part.through)
}

function dueOf({ due }: Report, { through }: CalendarPeriod): { readonly due?: Day | string } {
  switch (due?.kind) {
    case undefined:
      return {}
    case 'within':
      return { due: daysAfter(through, due.days) }
    case 'day':
      return { due: dayOfYearAfter(through, due) }
    case 'words':
      return { due: due.text }
  }
}

function byEnd(one: ReportDue, other: ReportDue): number {
  const [a, b] = [one.period.through, other.period.through]
  return a.year - b.year || a.month - b.month || a.day - b.day || compareText(one.report.id, other.report.id)
}
