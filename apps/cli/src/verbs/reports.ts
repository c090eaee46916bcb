/** `remit reports`: which reports an agency owes, to whom, for which periods and when. */
import { agencyOf } from '@remit/language/checked/agency.ts'
import {
  firstInstantOf,
  lastInstantOf,
  type WallTime,
  wallTimeAt,
  wallTimeOf,
  wallTimeText,
} from '@remit/language/checked/local-time.ts'
import { type Part, type ReportDue, type ReportOwed, reportsDue } from '@remit/language/checked/reports-due.ts'
import { isError } from '@remit/language/text/finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { type Arguments, oneOf, oneWord } from '../arguments.ts'
import { CannotRead } from '../cannot-read.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { assertWhole, ordersFor } from '../orders.ts'
import { type Output, paintOf } from '../output.ts'
import { WrongUse } from '../usage.ts'

export async function reports(args: Arguments, output: Output): Promise<ExitCode> {
  const word = oneWord(args, 'AGENCY', 'reports')
  const [first, last] = [dayOf(args, 'from'), dayOf(args, 'through')]
  const { library, ...orders } = await ordersFor(args)
  const folder = word.replace(/^(\.\/)?orders\//, '').replace(/\/$/, '')
  assertWhole({ library, ...orders }, folder)
  const known = library.agencies.map(({ id }) => id)
  const agency = oneOf(known, folder, { what: 'agency', verb: 'reports' })
  const zone = library.agencies.filter(({ id }) => id === agency).map((parsed) => agencyOf(parsed).timeZone)[0] ?? 'UTC'
  const through = last === undefined ? startOfToday(zone) - 1 : lastInstantOf(last, zone)
  const window = { from: first === undefined ? yearBefore(through, zone) : firstInstantOf(first, zone), through }
  if (window.from > window.through) throw new WrongUse('`--from` is after the last day that is asked for', 'reports')
  const owed = reportsDue(library, agency, window, hashOf)
  if (owed.kind === 'refused') throw unusable(agency, owed.findings.find(isError))
  if (args.json) output.json({ agency, reports: owed.reports.map(plain) })
  else writeText(agency, owed.reports, zone, output)
  return EXIT.fine
}

function dayOf({ options }: Arguments, name: string): WallTime | undefined {
  const text = options[name]
  const day = text === undefined ? undefined : wallTimeOf(text)
  if (text !== undefined && (day === undefined || day.time !== undefined)) {
    throw new WrongUse(`there is no day \`${text}\`; write it as in 2026-05-01`, 'reports')
  }
  return day
}

function startOfToday(zone: string): number {
  const { year, month, day } = wallTimeAt(Date.now(), zone)
  return firstInstantOf({ year, month, day }, zone)
}

/** So that without `--from` the answer holds what is owed now, and not every report since the law began. */
function yearBefore(instant: number, zone: string): number {
  const { year, month, day } = wallTimeAt(instant + 1, zone)
  return firstInstantOf({ year: year - 1, month, day }, zone)
}

function unusable(
  agency: string,
  finding: { readonly code: string; readonly message: string } | undefined,
): CannotRead {
  const why = finding === undefined ? '' : `: ${finding.code} ${finding.message}`
  return new CannotRead(
    `a book of ${agency} cannot be used, so a report might be missing${why}; \`remit check\` shows all`,
  )
}

function writeText(agency: string, owed: readonly ReportOwed[], zone: string, output: Output): void {
  const { strong, quiet } = paintOf(output)
  if (owed.length === 0) output.line(`${agency} owes no report for this time`)
  for (const [index, { report, called, period, parts, isWhole, due }] of owed.entries()) {
    if (index > 0) output.line('')
    const days = `${wallTimeText(period.from)} to ${wallTimeText(period.through)}`
    output.line(strong(`${days}  ${called.by} to ${called.to.join(', ')}: ${report.name.replaceAll('-', ' ')}`))
    output.line(`  due ${dueInWords(due)}, ${report.alsoWhenNone ? 'also when there is none' : 'only if there is any'}`)
    if (!isWhole) output.line(`  for ${parts.map((part) => partInWords(part, zone)).join(', and ')}`)
    for (const field of report.fields) output.line(`  - ${field}`)
    output.line(quiet(`  ${report.document}${report.cite === undefined ? '' : `: ${report.cite}`}`))
  }
}

function dueInWords(due: ReportDue['due']): string {
  if (due === undefined) return 'on no day that the orders name'
  return typeof due === 'string' ? `"${due}"` : wallTimeText(due)
}

/** A part in which a document was in force: days, with a time where it begins or ends within one. */
function partInWords({ from, through }: Part, zone: string): string {
  const [first, last] = [wallTimeAt(from, zone), wallTimeAt(through, zone)]
  const isDay = firstInstantOf(dayAlone(first), zone) === from && lastInstantOf(dayAlone(last), zone) === through
  const text = (wall: WallTime) => wallTimeText(isDay ? dayAlone(wall) : wall)
  return `${text(first)} to ${text(last)}`
}

function dayAlone({ year, month, day }: WallTime): WallTime {
  return { year, month, day }
}

function plain({ report, period, parts, due }: ReportDue) {
  const { name, document, by, to, alsoWhenNone, fields, cite } = report
  const day = due === undefined ? {} : { due: typeof due === 'string' ? { words: due } : { day: wallTimeText(due) } }
  return {
    name,
    document,
    by,
    to,
    period: { from: wallTimeText(period.from), through: wallTimeText(period.through) },
    parts: parts.map(({ from, through }) => ({ from: instant(from), through: instant(through) })),
    ...day,
    alsoWhenNone,
    fields,
    ...(cite === undefined ? {} : { cite }),
  }
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}
