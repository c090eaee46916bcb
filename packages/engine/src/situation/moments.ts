/**
 * Facts that become yes by the clock on the wall: `yes at 23:59 of the day of EVENT` (decision 5, reading 5).
 *
 * All instants are milliseconds since 1970 UTC; the wall is that of the agency's time zone.
 */
import { firstInstantOf, type WallTime, wallTimeAt } from '@remit/language/checked/local-time.ts'
import type { Change, Input } from '@remit/language/checked/tree.ts'
import type { TimedHappening } from './from-happenings.ts'

export type Moment = Extract<Change, { readonly kind: 'moment' }>

/**
 * The first instant of the day of the event (or of the next day) at which the wall does not show less than the moment's
 * time; where that is past when the event happens, that instant.
 */
export function instantOf({ minutes, days }: Moment, eventMs: number, zone: string): number {
  const { year, month, day } = wallTimeAt(eventMs, zone)
  const time = { hour: Math.floor(minutes / 60), minute: minutes % 60, second: 0 }
  return Math.max(eventMs, firstInstantOf({ ...laterBy(days, { year, month, day }), time }, zone))
}

function laterBy(days: number, { year, month, day }: WallTime): WallTime {
  const date = new Date(Date.UTC(year, month - 1, day + days))
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

/**
 * The instants after their events at which an input becomes yes, in order; also those still ahead. An event that happens
 * again starts its moment again. `past` is in order of time, each at the instant at which it happened.
 */
export function instantsOf(input: Input, past: readonly TimedHappening[], zone: string): number[] {
  const found: number[] = []
  for (const change of input.changes) {
    if (change.kind !== 'moment') continue
    const events = past.filter(({ happening }) => happening.kind === 'event' && happening.event === change.event)
    for (const [index, { atMs }] of events.entries()) {
      const instant = instantOf(change, atMs, zone)
      const again = events[index + 1]?.atMs ?? Number.POSITIVE_INFINITY
      if (instant > atMs && instant < again) found.push(instant)
    }
  }
  return found.sort((a, b) => a - b)
}
