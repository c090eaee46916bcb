import { expect, test } from 'vitest'
import { instantOfLocal, localTimeOf } from './local-time.ts'

test('a local time is an instant of its zone, with summer time', () => {
  expect(instantOfLocal('2019-09-28T21:50', 'America/Chicago')).toBe(Date.parse('2019-09-28T21:50:00-05:00'))
  expect(instantOfLocal('2019-12-28T21:50', 'America/Chicago')).toBe(Date.parse('2019-12-28T21:50:00-06:00'))
  expect(instantOfLocal('2019-12-28T21:50', 'UTC')).toBe(Date.parse('2019-12-28T21:50:00Z'))
})

test('any other text is none', () => {
  expect(instantOfLocal('28 Sep 2019', 'America/Chicago')).toBeUndefined()
  expect(instantOfLocal('2019-99-28T21:50', 'America/Chicago')).toBeUndefined()
})

test('an instant is said in the local time of a zone, by the minute', () => {
  expect(localTimeOf(Date.UTC(2019, 8, 29, 2, 50, 30), 'America/Chicago')).toBe('2019-09-28T21:50')
})
