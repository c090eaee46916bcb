/** Days as `2021-08-02`. */
import { dayAt } from '@remit/language/checked/local-time.ts'

/** The latest of the days that it is in several time zones. */
export function latestToday(nowMs: number, timeZones: readonly string[]): string {
  return (
    timeZones
      .map((zone) => dayAt(nowMs, zone))
      .toSorted()
      .at(-1) ?? dayAt(nowMs, 'UTC')
  )
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text)
}
