import { describe, expect, test } from 'vitest'
import { clock, clockSeconds, day, dayAndClock, deadlineStanding, elapsed, spokenDuration } from './times.ts'

const chicago = 'America/Chicago'
const at = Date.UTC(2019, 8, 29, 2, 50, 12)

describe('times in the agency’s own zone', () => {
  test('an evening in Chicago is the day before the one in Greenwich', () => {
    expect(clock(at, chicago)).toBe('21:50')
    expect(clockSeconds(at, chicago)).toBe('21:50:12')
    expect(day(at, chicago)).toBe('28 Sep 2019')
    expect(dayAndClock(at, chicago)).toBe('28 Sep 2019, 21:50')
  })
  test('midnight is 00:00 and a day of one figure has no nought', () => {
    expect(dayAndClock(Date.UTC(2021, 1, 3, 6, 0), chicago)).toBe('3 Feb 2021, 00:00')
  })
})

describe('elapsed time', () => {
  test('is minutes and seconds up to 99:59, then hours too', () => {
    expect(elapsed(252_000)).toBe('04:12')
    expect(elapsed(5_999_000)).toBe('99:59')
    expect(elapsed(6_000_000)).toBe('1:40:00')
  })
  test('is zero where the two clocks differ the other way', () => {
    expect(elapsed(-3_000)).toBe('00:00')
  })
  test('is read aloud in words', () => {
    expect(spokenDuration(61_000)).toBe('1 minute 1 second')
    expect(spokenDuration(42_000)).toBe('42 seconds')
  })
})

describe('a deadline', () => {
  const due = at + 18 * 60_000
  test('says the time left and how much of the whole that is', () => {
    expect(deadlineStanding(due, at, due - 30 * 60_000)).toEqual({
      kind: 'left',
      text: '18:00',
      spoken: '18 minutes 0 seconds left',
      fractionLeft: 0.6,
    })
  })
  test('counts the second under way as left', () => {
    expect(deadlineStanding(due, due - 1).text).toBe('00:01')
    expect(deadlineStanding(due, due)).toMatchObject({ kind: 'left', text: '00:00' })
  })
  test('counts up once it is over', () => {
    expect(deadlineStanding(due, due + 252_000)).toEqual({
      kind: 'late',
      text: '04:12',
      spoken: 'late by 4 minutes 12 seconds',
    })
  })
})
