import type { Instant } from './times.ts'

/**
 * The instant of a local time such as "2019-09-28T21:50" in a zone; `undefined` for any other text. Where a clock is set
 * back the earlier of the two instants is meant.
 */
export function instantOfLocal(local: string, timeZone: string): Instant | undefined {
  const asUtc = Date.parse(`${local}Z`)
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local) || Number.isNaN(asUtc)) return undefined
  // The zone's distance from UTC is asked twice: once near the instant, once at it, because it may change between.
  const near = asUtc - offsetAt(asUtc, timeZone)
  return asUtc - offsetAt(near, timeZone)
}

/** The other way: "2019-09-28T21:50" for an instant. */
export function localTimeOf(at: Instant, timeZone: string): string {
  // Sweden writes times so.
  const minute = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
  return minute.replace(' ', 'T')
}

/** The zone's local time minus UTC, milliseconds. */
function offsetAt(at: Instant, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value
  const match = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name ?? '')
  const minutes = Number(match?.[2] ?? 0) * 60 + Number(match?.[3] ?? 0)
  return (match?.[1] === '-' ? -1 : 1) * minutes * 60_000
}
