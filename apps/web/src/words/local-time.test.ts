import { expect, test } from 'vitest'
import { instantOfLocal } from './local-time.ts'

test('a local time is an instant of its zone, with summer time', () => {
  expect(instantOfLocal('2019-09-28T21:50', 'America/Chicago')).toBe(Date.parse('2019-09-28T21:50:00-05:00'))
  expect(instantOfLocal('2019-12-28T21:50', 'America/Chicago')).toBe(Date.parse('2019-12-28T21:50:00-06:00'))
  expect(instantOfLocal('2019-12-28T21:50', 'UTC')).toBe(Date.parse('2019-12-28T21:50:00Z'))
})

test('any other text is none', () => {
  expect(instantOfLocal('28 Sep 2019', 'America/Chicago')).toBeUndefined()
  expect(instantOfLocal('2019-99-28T21:50', 'America/Chicago')).toBeUndefined()
})
