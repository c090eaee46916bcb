import { expect, test } from 'vitest'
import { dayWords } from '../../words/day-words.ts'
import { inForceWords, isInForce, placesOf } from './document-words.ts'

test('a day of an order is said as it is written, in no time zone', () => {
  expect(dayWords('2019-09-26')).toBe('26 Sep 2019')
  expect(inForceWords({ from: '2019-09-26', through: '2019-09-29' })).toBe('26 Sep 2019 to 29 Sep 2019')
  expect(inForceWords({ from: '2026-04-22' })).toBe('since 22 Apr 2026')
})

test('an order is in force from its first day through its last', () => {
  const memo = { from: '2019-09-26', through: '2019-09-29' }
  expect(['2019-09-25', '2019-09-26', '2019-09-29', '2019-09-30'].map((day) => isInForce(memo, day))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test('a document’s places are said from the widest on', () => {
  expect(placesOf('us/va/fairfax-county/police/2007-administrative-warrants')).toEqual([
    'United States',
    'Virginia',
    'Fairfax County',
    'Police',
  ])
})
