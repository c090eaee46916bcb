import { dayAt } from '@remit/language/checked/local-time.ts'
import { expect, test } from 'vitest'
import { dayWords } from '../../words/day-words.ts'
import { isDay, latestToday } from './days.ts'

const MIDNIGHT_IN_CHICAGO = Date.parse('2026-11-24T06:00Z')

test('today is the day on the wall of the place', () => {
  expect(dayAt(MIDNIGHT_IN_CHICAGO, 'America/Chicago')).toBe('2026-11-24')
  expect(dayAt(MIDNIGHT_IN_CHICAGO - 1, 'America/Chicago')).toBe('2026-11-23')
  expect(dayAt(MIDNIGHT_IN_CHICAGO - 1, 'America/New_York')).toBe('2026-11-24')
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
