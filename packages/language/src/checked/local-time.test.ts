import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstInstantOf,
  isTimeZone,
  lastInstantOf,
  type WallTime,
  wallTimeAt,
  wallTimeOf,
  wallTimeText,
} from './local-time.ts'

const CHICAGO = 'America/Chicago'
const HOUR_MS = 3_600_000
const zones = fc.constantFrom(
  'America/Chicago',
  'America/New_York',
  'America/Phoenix',
  'Pacific/Honolulu',
  'America/St_Johns',
  'America/Havana',
  'Pacific/Apia',
  'UTC',
)
const instants = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2040, 0, 1) })

function wall(text: string): WallTime {
  const read = wallTimeOf(text)
  if (read === undefined) throw new Error(`${text} is no wall time`)
  return read
}

const iso = (instant: number) => new Date(instant).toISOString()

describe('a day', () => {
  test('starts and ends by the local clock', () => {
    expect(iso(firstInstantOf(wall('2019-09-26'), CHICAGO))).toBe('2019-09-26T05:00:00.000Z')
    expect(iso(lastInstantOf(wall('2019-09-29'), CHICAGO))).toBe('2019-09-30T04:59:59.999Z')
  })

  test('has 23 hours when clocks go forward and 25 when they go back', () => {
    const hours = (day: string) => {
      return (lastInstantOf(wall(day), CHICAGO) + 1 - firstInstantOf(wall(day), CHICAGO)) / HOUR_MS
    }
    expect([hours('2026-03-08'), hours('2026-03-09'), hours('2026-11-01')]).toEqual([23, 24, 25])
  })

  test('starts at the moment of the change where midnight is skipped', () => {
    expect(iso(firstInstantOf(wall('2026-03-08'), 'America/Havana'))).toBe('2026-03-08T05:00:00.000Z')
  })

  test('meets the next day without a gap', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const day = wall(wallTimeText(wallTimeAt(instant, zone)).slice(0, 10))
        expect(firstInstantOf(day, zone)).toBeLessThanOrEqual(instant)
        expect(lastInstantOf(day, zone)).toBeGreaterThanOrEqual(instant)
        const next = wallTimeAt(lastInstantOf(day, zone) + 1, zone)
        expect(lastInstantOf(day, zone) + 1).toBe(firstInstantOf(wall(wallTimeText(next).slice(0, 10)), zone))
      }),
    )
  })
})

describe('a time of a day', () => {
  test('that is skipped is the moment of the skip', () => {
    expect(iso(firstInstantOf(wall('2026-03-08T02:30'), CHICAGO))).toBe('2026-03-08T08:00:00.000Z')
  })

  test('that comes twice is the first of the two', () => {
    expect(iso(firstInstantOf(wall('2026-11-01T01:30'), CHICAGO))).toBe('2026-11-01T06:30:00.000Z')
  })

  test('shows on the wall what it was made from, unless it is skipped', () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const shown = wallTimeAt(instant, zone)
        const first = firstInstantOf(shown, zone)
        expect(wallTimeAt(first, zone)).toEqual(shown)
        expect(first).toBeLessThanOrEqual(instant)
      }),
    )
  })

  test('is read as it is written', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const shown = wallTimeAt(instant, 'UTC')
        expect(wallTimeOf(wallTimeText(shown))).toEqual(shown)
      }),
    )
  })
})

describe('what no calendar and no clock shows', () => {
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-04-01T24:00',
    '2026-04-01T10:60',
    '26-4-1',
    '',
  ])('%j is not read', (text) => expect(wallTimeOf(text)).toBeUndefined())

  test('is a time zone that is unknown', () => {
    expect(isTimeZone('America/Chicago')).toBe(true)
    expect(isTimeZone('America/Springfield')).toBe(false)
    expect(isTimeZone('')).toBe(false)
    expect(isTimeZone('+05:00')).toBe(false)
  })
})
