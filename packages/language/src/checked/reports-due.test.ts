import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstInstantOf, lastInstantOf, wallTimeAt, wallTimeOf, wallTimeText } from './local-time.ts'
import { daysAfter, periodAfter, periodAt } from './periods.ts'
import { PERIODS, type Report } from './reports.ts'
import { owedOf, type ReportDue } from './reports-due.ts'

const ZONE = 'America/Chicago'
const span = { file: '', line: 1, column: 1, offset: 0, length: 0 }
const REPORT: Report = {
  id: 'us/law#holds',
  name: 'holds',
  by: 'agency',
  to: ['state'],
  every: 'year',
  alsoWhenNone: true,
  fields: [],
  document: 'us/law',
  span,
}

function first(day: string): number {
  return firstInstantOf(wallTimeOf(day) ?? fail(day), ZONE)
}

function last(day: string): number {
  return lastInstantOf(wallTimeOf(day) ?? fail(day), ZONE)
}

function fail(day: string): never {
  throw new Error(`no day ${day}`)
}

const ALWAYS = { from: first('2000-01-01'), through: last('2040-12-31') }

/** `period: part, part (due …)`, in days. */
function shown({ period, parts, due }: ReportDue): string {
  const day = (instant: number) => wallTimeText(wallTimeAt(instant, ZONE)).slice(0, 10)
  const pieces = parts.map(({ from, through }) => `${day(from)}..${day(through)}`).join(', ')
  const until = due === undefined ? '' : ` (due ${typeof due === 'string' ? due : wallTimeText(due)})`
  return `${wallTimeText(period.from)}..${wallTimeText(period.through)}: ${pieces}${until}`
}

function owed(
  report: Partial<Report>,
  from: string,
  through: string,
  window = ALWAYS,
  suspended: readonly [string, string][] = [],
) {
  const stretches = suspended.map(([start, end]) => ({ from: first(start), through: last(end), by: 'a court' }))
  const term = { from: first(from), last: last(through), suspended: stretches }
  return owedOf({ ...REPORT, ...report }, term, { window, zone: ZONE })
}

describe('what is owed', () => {
  test('of a document that begins and ends within a year is the part in which it was in force', () => {
    expect(owed({}, '2021-08-02', '2023-03-31').map(shown)).toEqual([
      '2021-01-01..2021-12-31: 2021-08-02..2021-12-31',
      '2022-01-01..2022-12-31: 2022-01-01..2022-12-31',
      '2023-01-01..2023-12-31: 2023-01-01..2023-03-31',
    ])
  })

  test('is whole where nothing of the period is missing', () => {
    expect(owed({ every: 'month' }, '2024-01-31', '2024-03-31').map(({ isWhole }) => isWhole)).toEqual([
      false,
      true,
      true,
    ])
  })

  test('leaves out what was suspended, and a period of which nothing is left', () => {
    const suspended: readonly [string, string][] = [
      ['2022-02-10', '2022-02-20'],
      ['2022-04-01', '2022-06-30'],
    ]
    expect(owed({ every: 'quarter' }, '2022-01-01', '2022-09-30', ALWAYS, suspended).map(shown)).toEqual([
      '2022-01-01..2022-03-31: 2022-01-01..2022-02-09, 2022-02-21..2022-03-31',
      '2022-07-01..2022-09-30: 2022-07-01..2022-09-30',
    ])
  })

  test('is what has closed: a period is owed from its last moment', () => {
    const until = (day: string) => ({ from: ALWAYS.from, through: last(day) })
    expect(owed({ every: 'half-year' }, '2024-01-01', '2024-12-31', until('2024-06-29')).map(shown)).toEqual([])
    expect(owed({ every: 'half-year' }, '2024-01-01', '2024-12-31', until('2024-06-30')).map(shown)).toEqual([
      '2024-01-01..2024-06-30: 2024-01-01..2024-06-30',
    ])
  })

  test('of February counts the leap day', () => {
    const months = owed({ every: 'month', due: { kind: 'within', days: 1 } }, '2024-02-01', '2024-02-29')
    expect(months.map(shown)).toEqual(['2024-02-01..2024-02-29: 2024-02-01..2024-02-29 (due 2024-03-01)'])
  })

  test('is due on the first such day after the end, or within days of it', () => {
    const due = (report: Partial<Report>) => owed(report, '2023-01-01', '2023-12-31').map((each) => each.due)
    expect(due({ due: { kind: 'day', month: 3, day: 1 } })).toEqual([{ year: 2024, month: 3, day: 1 }])
    expect(due({ due: { kind: 'day', month: 12, day: 31 } })).toEqual([{ year: 2024, month: 12, day: 31 }])
    expect(due({ due: { kind: 'within', days: 60 } })).toEqual([{ year: 2024, month: 2, day: 29 }])
    expect(due({ due: { kind: 'words', text: 'at the session' } })).toEqual(['at the session'])
    expect(due({ every: 'half-year', due: { kind: 'day', month: 7, day: 1 } })).toEqual([
      { year: 2023, month: 7, day: 1 },
      { year: 2024, month: 7, day: 1 },
    ])
  })
})

const anyDay = fc.integer({ min: 0, max: 9000 }).map((count) => daysAfter({ year: 2010, month: 1, day: 1 }, count))
const every = fc.constantFrom(...PERIODS)

describe('laws', () => {
  test('periods follow each other without a gap, and each holds the day that it was asked for', () => {
    fc.assert(
      fc.property(anyDay, every, (day, unit) => {
        const period = periodAt(day, unit)
        const within = [period.from, day, period.through].map(wallTimeText)
        expect(within).toEqual(within.toSorted())
        const next = periodAfter(period, unit)
        expect(next.from).toEqual(daysAfter(period.through, 1))
        expect(periodAt(next.through, unit)).toEqual(next)
      }),
    )
  })

  test('the parts tile the time in force: every millisecond of it is reported once, and no other', () => {
    const stretch = fc.tuple(anyDay, fc.integer({ min: 0, max: 400 }))
    fc.assert(
      fc.property(stretch, fc.array(stretch, { maxLength: 3 }), every, ([start, length], pauses, unit) => {
        const suspended = pauses
          .map(([day, days]) => ({
            from: firstInstantOf(day, ZONE),
            through: lastInstantOf(daysAfter(day, days), ZONE),
            by: 'a court',
          }))
          .sort((a, b) => a.from - b.from)
        const term = {
          from: firstInstantOf(start, ZONE),
          last: lastInstantOf(daysAfter(start, length), ZONE),
          suspended,
        }
        const dues = owedOf({ ...REPORT, every: unit }, term, { window: ALWAYS, zone: ZONE })
        const parts = dues.flatMap((each) => each.parts)
        for (const [index, part] of parts.entries()) {
          expect(part.from).toBeLessThanOrEqual(part.through)
          expect(part.from).toBeGreaterThan(parts[index - 1]?.through ?? Number.NEGATIVE_INFINITY)
        }
        const isSuspended = (instant: number) =>
          suspended.some(({ from, through }) => from <= instant && instant <= through)
        const isReported = (instant: number) => parts.some(({ from, through }) => from <= instant && instant <= through)
        const edges = [term.from, term.last, ...suspended.flatMap(({ from, through }) => [from, through])]
        for (const instant of edges.flatMap((edge) => [edge - 1, edge, edge + 1])) {
          const isInForce = term.from <= instant && instant <= term.last && !isSuspended(instant)
          expect(isReported(instant), new Date(instant).toISOString()).toBe(isInForce)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('two windows that follow each other give what one over both gives', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 2000 }), anyDay, every, (start, length, middle, unit) => {
        const term = {
          from: firstInstantOf(start, ZONE),
          last: lastInstantOf(daysAfter(start, length), ZONE),
          suspended: [],
        }
        const cut = lastInstantOf(middle, ZONE)
        const within = (from: number, through: number) =>
          owedOf({ ...REPORT, every: unit }, term, { window: { from, through }, zone: ZONE })
        expect([...within(ALWAYS.from, cut), ...within(cut + 1, ALWAYS.through)]).toEqual(
          within(ALWAYS.from, ALWAYS.through),
        )
      }),
      { numRuns: 100 },
    )
  })
})
