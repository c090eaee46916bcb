/** What the clock on the agency's wall shows. Zones are those of `Intl`; nothing here knows their rules. */
import type { Change } from '@remit/language/checked/tree.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** The day and the time of day, as `2025-11-02 01:30:00`: such texts are in the order of time but for an hour that comes twice. */
export function wallText(instant: number, zone: string): string {
  return formatOf(zone).format(instant)
}

/**
 * Reading 5 of decision 5: "the first instant of the day of the event (`of the day after EVENT`: of the next day), by the
 * agency's clock, that is not before that time of day". Every minute of the day is tried.
 */
export function momentOf(event: number, change: Change & { readonly kind: 'moment' }, zone: string): number {
  const ofEvent = Date.parse(`${wallText(event, zone).slice(0, 10)}T00:00Z`)
  const day = new Date(ofEvent + change.days * DAY).toISOString().slice(0, 10)
  const time = new Date(change.minutes * MINUTE).toISOString().slice(11, 16)
  const key = `${day} ${time} ${zone}`
  const known = moments.get(key)
  if (known !== undefined) return known
  // No zone is more than 15 hours from UTC.
  for (let instant = Date.parse(`${day}T00:00Z`) - 15 * 60 * MINUTE; ; instant += MINUTE) {
    const shown = wallText(instant, zone)
    if (shown.slice(0, 10) > day) throw new Error(`the day ${day} has no time from ${time} on in ${zone}`)
    if (shown.slice(0, 10) === day && shown.slice(11, 16) >= time) {
      moments.set(key, instant)
      return instant
    }
  }
}

/** What was found once stays so: it depends on nothing but the key. */
const moments = new Map<string, number>()
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  // The Swedish way of writing a time is the year first, so that it sorts.
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
  formats.set(zone, format)
  return format
}
