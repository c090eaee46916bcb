import { expect, test } from 'vitest'
import { dayWords, isDay, latestToday, todayIn } from './days.ts'

const MIDNIGHT_IN_CHICAGO = Date.parse('2026-11-24T06:00Z')

test('today is the day on the wall of the place', () => {
  expect(todayIn('America/Chicago', MIDNIGHT_IN_CHICAGO)).toBe('2026-11-24')
  expect(todayIn('America/Chicago', MIDNIGHT_IN_CHICAGO - 1)).toBe('2026-11-23')
  expect(todayIn('America/New_York', MIDNIGHT_IN_CHICAGO - 1)).toBe('2026-11-24')
  expect(latestToday(MIDNIGHT_IN_CHICAGO - 1, ['America/Chicago', 'America/New_York'])).toBe('2026-11-24')
})

test('a day is one of the calendar', () => {
  expect(['2024-02-29', '2023-02-29', '2024-2-29', '', '2024-02-29T00:00'].map(isDay)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('a day is written in the language of the page', () => {
  expect(dayWords('2017-08-01', 'en')).toBe('1 Aug 2017')
  expect(dayWords('2017-08-01', 'es')).toBe('1 ago 2017')
})
