/**
 * Times as they are read aloud on a dispatch floor: 24 hours, in the agency's own time zone; days as 28 Sep 2019.
 * Instants are milliseconds since 1970 UTC, durations are milliseconds.
 */
export type Instant = number

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** "21:50". */
export function clock(at: Instant, timeZone: string): string {
  const { hour, minute } = parts(at, timeZone)
  return `${hour}:${minute}`
}

/** "21:50:12", for what is recorded. */
export function clockSeconds(at: Instant, timeZone: string): string {
  const { hour, minute, second } = parts(at, timeZone)
  return `${hour}:${minute}:${second}`
}

/** "28 Sep 2019". */
export function day(at: Instant, timeZone: string): string {
  const { year, month, date } = parts(at, timeZone)
  return `${Number(date)} ${MONTHS[Number(month) - 1]} ${year}`
}

/** "28 Sep 2019, 21:50". */
export function dayAndClock(at: Instant, timeZone: string): string {
  return `${day(at, timeZone)}, ${clock(at, timeZone)}`
}

/** "04:12", and from 100 minutes on "1:42:05". A negative duration is said as zero: two clocks can differ a little. */
export function elapsed(duration: number): string {
  const seconds = Math.max(0, Math.floor(duration / 1000))
  const minutes = Math.floor(seconds / 60)
  if (minutes < 100) return `${two(minutes)}:${two(seconds % 60)}`
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`
}

/** "17 minutes 42 seconds", for reading aloud. */
export function spokenDuration(duration: number): string {
  const seconds = Math.max(0, Math.floor(duration / 1000))
  const minutes = Math.floor(seconds / 60)
  const parts = [minutes > 0 && count(minutes, 'minute'), count(seconds % 60, 'second')]
  return parts.filter(Boolean).join(' ')
}

/** Where a deadline stands. */
export type DeadlineStanding =
  | { readonly kind: 'left'; readonly text: string; readonly spoken: string; readonly fractionLeft: number }
  | { readonly kind: 'late'; readonly text: string; readonly spoken: string }

/**
 * The time left until `due`, or the time since. `from` is when the deadline began to run; without it the bar is not
 * known and `fractionLeft` is 1. The whole second that is under way counts as left, so that 00:00 is said when it is over.
 */
export function deadlineStanding(due: Instant, now: Instant, from?: Instant): DeadlineStanding {
  if (now > due) {
    return { kind: 'late', text: elapsed(now - due), spoken: `late by ${spokenDuration(now - due)}` }
  }
  const left = Math.ceil((due - now) / 1000) * 1000
  const whole = from === undefined ? 0 : due - from
  const fractionLeft = whole > 0 ? Math.min(1, Math.max(0, (due - now) / whole)) : 1
  return { kind: 'left', text: elapsed(left), spoken: `${spokenDuration(left)} left`, fractionLeft }
}

type ClockParts = Readonly<Record<'year' | 'month' | 'date' | 'hour' | 'minute' | 'second', string>>

const formats = new Map<string, Intl.DateTimeFormat>()

function parts(at: Instant, timeZone: string): ClockParts {
  const found = new Map(
    format(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => found.get(type) ?? ''
  return {
    year: part('year'),
    month: part('month'),
    date: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  }
}

/** Building a format is slow, and a desk shows many times each second. */
function format(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
