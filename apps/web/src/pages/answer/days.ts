/** Days as `2021-08-02`: today by the clock on a place's wall, and how a day is written in each language. */
import { wallTimeAt } from '@remit/language/checked/local-time.ts'
import type { Language } from './choices.ts'

/** The day that it is at an instant (milliseconds since 1970 UTC) in an IANA time zone. */
export function todayIn(timeZone: string, nowMs: number): string {
  const { year, month, day } = wallTimeAt(nowMs, timeZone)
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}

/** The latest of the days that it is in several time zones. */
export function latestToday(nowMs: number, timeZones: readonly string[]): string {
  return (
    timeZones
      .map((zone) => todayIn(zone, nowMs))
      .toSorted()
      .at(-1) ?? todayIn('UTC', nowMs)
  )
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  es: ['ene', 'feb', 'mar', 'abr', 'may', 'jun', 'jul', 'ago', 'sep', 'oct', 'nov', 'dic'],
}

/** "26 Sep 2019", "26 sep 2019". */
export function dayWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${Number(date)} ${MONTHS[language][Number(month) - 1] ?? month} ${year}`
}
