/** The periods of the calendar for which agencies report: months, quarters, halves and years. */
import type { Period } from './reports.ts'

/** A day of the calendar; months count from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number }

/** First and last day, both included. */
export type CalendarPeriod = { readonly from: Day; readonly through: Day }

const MONTHS: Readonly<Record<Period, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 }

/** The period of the calendar in which a day lies. */
export function periodAt({ year, month }: Day, every: Period): CalendarPeriod {
  const length = MONTHS[every]
  const first = month - ((month - 1) % length)
  return { from: { year, month: first, day: 1 }, through: daysAfter({ year, month: first + length, day: 1 }, -1) }
}

/** The period after one. */
export function periodAfter({ through }: CalendarPeriod, every: Period): CalendarPeriod {
  return periodAt(daysAfter(through, 1), every)
}

/** The day that comes `count` days after one; before it, where that is negative. A month beyond December is of the next year. */
export function daysAfter({ year, month, day }: Day, count: number): Day {
  const date = new Date(Date.UTC(year, month - 1, day + count))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The first such day of a year that comes after `last`. */
export function dayOfYearAfter(last: Day, { month, day }: Pick<Day, 'month' | 'day'>): Day {
  const isLater = month > last.month || (month === last.month && day > last.day)
  return { year: last.year + (isLater ? 0 : 1), month, day }
}
