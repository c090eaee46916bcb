import { expect, test } from 'vitest'
import { sortOf } from './sort-of.ts'

test('an entry’s own words say which way it points', () => {
  expect(sortOf({ orders: 'Statute requires compliance with detainers and forbids policies' })).toBe('requires')
  expect(sortOf({ orders: 'Listed by the Department of Justice as limiting cooperation' })).toBe('restricts')
  expect(sortOf({ orders: 'Court decision: no power to hold on a detainer alone' })).toBe('restricts')
  expect(sortOf({ orders: 'Order of 2019; General Order 604' })).toBe('other')
})
