import type { DueDeclaration, ParsedDocument, ReportDeclaration, Word } from '../parsed/tree.ts'
import { byId, declarationsOf } from './declarations.ts'
import { findingAt, sortedOnce } from './findings.ts'
import { forceOf, rankOf } from './forces.ts'
import type { Linker } from './linker.ts'
import { normId } from './names.ts'
import { PERIODS, type Report } from './reports.ts'
import { unitMs } from './units.ts'

/** The reports in force, in order of id. Those of a document without a force are checked and left out. */
export function linkReports(documents: readonly ParsedDocument[], linker: Linker): readonly Report[] {
  return declarationsOf(documents, 'report')
    .flatMap(([declaration, document]) => {
      const report = linkReport(declaration, document, linker)
      const force = forceOf(document.frontMatter.force.text)
      return report === undefined || force === undefined || rankOf(force) === undefined ? [] : [report]
    })
    .sort(byId)
}

function linkReport(declaration: ReportDeclaration, document: ParsedDocument, linker: Linker): Report | undefined {
  const { name, alsoWhenNone, fields, cite } = declaration
  const by = linker.role(declaration.by)
  const to = sortedOnce(declaration.to.flatMap((each) => linker.role(each) ?? []))
  const every = PERIODS.find((period) => period === declaration.every.text)
  if (every === undefined) unknown(declaration.every, 'period', PERIODS, linker)
  const due = declaration.due && linkDue(declaration.due, linker)
  if (by === undefined || every === undefined) return undefined
  return {
    id: normId(document.id, name.text),
    name: name.text,
    by,
    to,
    every,
    alsoWhenNone,
    fields: fields.map(({ text }) => text),
    document: document.id,
    span: name.span,
    ...(due === undefined ? {} : { due }),
    ...(cite === undefined ? {} : { cite: cite.text }),
  }
}

function linkDue(due: DueDeclaration, linker: Linker): Report['due'] {
  switch (due.kind) {
    case 'words':
      return { kind: 'words', text: due.text.text }
    case 'within':
      return linkWithin(due, linker)
    case 'day':
      return linkDay(due, linker)
  }
}

const DAY_MS = 86_400_000

/** A report is due by a day, and so within whole days. */
function linkWithin({ duration }: DueDeclaration & { kind: 'within' }, linker: Linker): Report['due'] {
  const days = ((unitMs(duration.unit.text) ?? 0) * duration.count) / DAY_MS
  if (days >= 1 && Number.isInteger(days)) return { kind: 'within', days }
  linker.report(
    findingAt(duration.unit.span, 'E107', `a report is not due within \`${duration.count} ${duration.unit.text}\``, {
      label: 'not a number of whole days',
      fix: 'write `days` or `weeks`',
    }),
  )
  return undefined
}

/** Months with their days in a year that is no leap year. */
const MONTHS: ReadonlyMap<string, number> = new Map([
  ['january', 31],
  ['february', 28],
  ['march', 31],
  ['april', 30],
  ['may', 31],
  ['june', 30],
  ['july', 31],
  ['august', 31],
  ['september', 30],
  ['october', 31],
  ['november', 30],
  ['december', 31],
])

function linkDay({ day, month, span }: DueDeclaration & { kind: 'day' }, linker: Linker): Report['due'] {
  const days = MONTHS.get(month.text)
  if (days === undefined) {
    unknown(month, 'month', [...MONTHS.keys()], linker)
    return undefined
  }
  if (day >= 1 && day <= days) return { kind: 'day', month: [...MONTHS.keys()].indexOf(month.text) + 1, day }
  linker.report(
    findingAt(span, 'E122', `not every year has a day \`${day} ${month.text}\``, {
      label: 'not on every calendar',
      fix: `write a day from 1 to ${days}`,
    }),
  )
  return undefined
}

function unknown(word: Word, sort: string, known: readonly string[], linker: Linker): void {
  linker.report(
    findingAt(word.span, 'E122', `there is no ${sort} \`${word.text}\``, {
      label: `not a ${sort} of the calendar`,
      fix: `write one of \`${known.join('`, `')}\``,
      ...linker.instead(word, () => known),
    }),
  )
}
