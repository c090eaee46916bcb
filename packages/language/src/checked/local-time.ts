/**
 * Days and clock times of a time zone as instants. All instants are milliseconds since 1970 UTC.
 *
 * An order is in force by the calendar on the agency's wall, so a day may have 23 or 25 hours. Time zones come from
 * `Intl`; there is no clock here.
 */

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const DAY_MS = 24 * 60 * MINUTE_MS

/** What a calendar and a clock on the wall show, without a time zone. */
export type WallTime = {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Absent: the text names a day and no time. */
  readonly time?: { readonly hour: number; readonly minute: number; readonly second: number }
}

/** Reads `2019-09-26`, `2019-09-26T14:00` or `2019-09-26T14:00:30`; undefined if there is no such day or time. */
export function wallTimeOf(text: string): WallTime | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text)
  if (match === null) return undefined
  const [year = NaN, month = NaN, day = NaN, hour, minute = 0, second = 0] = match
    .slice(1)
    .map((digits: string | undefined) => (digits === undefined ? undefined : Number(digits)))
  const date = new Date(Date.UTC(year, month - 1, day))
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  if (hour === undefined) return { year, month, day }
  return hour > 23 || minute > 59 || second > 59 ? undefined : { year, month, day, time: { hour, minute, second } }
}

/** Minutes since midnight of a time of day as `23:59`; undefined if no clock shows it. */
export function minutesOfDay(text: string): number | undefined {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)$/.exec(text) ?? []
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined
  return Number(hour) * 60 + Number(minute)
}

/** Whether `zone` is an IANA time zone that this program knows. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    formatOf(zone)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

/**
 * The first instant at which the wall shows `wall` (its first moment, if it is a day): of an hour that comes twice the
 * first, of an hour that is skipped the moment of the skip.
 */
export function firstInstantOf(wall: WallTime, zone: string): number {
  const shown = shownOf(wall)
  const [before, after] = [offsetAt(shown - DAY_MS, zone), offsetAt(shown + DAY_MS, zone)]
  // The same but for the days around a change of the clock.
  const candidates = before === after ? [shown - before] : [shown - before, shown - after]
  const fits = candidates.filter((instant) => instant + offsetAt(instant, zone) === shown)
  return fits.length > 0 ? Math.min(...fits) : changeBetween(shown - after, shown - before, zone)
}

/** The last instant of a day (the next day starts a millisecond later); of a clock time that instant itself. */
export function lastInstantOf(wall: WallTime, zone: string): number {
  return wall.time === undefined ? firstInstantOf(dayAfter(wall), zone) - 1 : firstInstantOf(wall, zone)
}

/** What the wall shows at `instant`, to the second. */
export function wallTimeAt(instant: number, zone: string): Required<WallTime> {
  const date = new Date(instant + offsetAt(instant, zone))
  return {
    ...dayOf(date),
    time: { hour: date.getUTCHours(), minute: date.getUTCMinutes(), second: date.getUTCSeconds() },
  }
}

/** A wall time in the form that {@link wallTimeOf} reads. */
export function wallTimeText(wall: WallTime): string {
  const iso = new Date(shownOf(wall)).toISOString()
  if (wall.time === undefined) return iso.slice(0, 10)
  return wall.time.second === 0 ? iso.slice(0, 16) : iso.slice(0, 19)
}

/** The day that it is at `instant`: `2019-09-28`. */
export function dayAt(instant: number, zone: string): string {
  const { time: _, ...day } = wallTimeAt(instant, zone)
  return wallTimeText(day)
}

function shownOf({ year, month, day, time }: WallTime): number {
  return Date.UTC(year, month - 1, day, time?.hour ?? 0, time?.minute ?? 0, time?.second ?? 0)
}

function dayAfter({ year, month, day }: WallTime): WallTime {
  return dayOf(new Date(Date.UTC(year, month - 1, day + 1)))
}

function dayOf(date: Date): WallTime {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/** The instant in (from, to] at which the offset changes. */
function changeBetween(from: number, to: number, zone: string): number {
  const start = offsetAt(from, zone)
  let [low, high] = [from, to]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle, zone) === start) low = middle
    else high = middle
  }
  return high
}

/** What is added to UTC at `instant`, in milliseconds. */
function offsetAt(instant: number, zone: string): number {
  const second = Math.floor(instant / SECOND_MS) * SECOND_MS
  const parts = new Map(
    formatOf(zone)
      .formatToParts(second)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) - second
}

/** Making a format takes far longer than using it. It depends on nothing but the zone's name. */
const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  formats.set(zone, format)
  return format
}
