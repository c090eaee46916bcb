import { expect, test } from 'vitest'
import { steadyOrder } from './steady-order.ts'

test('while nobody is at the list the server’s order stands', () => {
  expect(steadyOrder(['b', 'a'], undefined)).toEqual({ order: ['b', 'a'], moved: new Map() })
})

test('while someone is there rows keep their places, and those that rose are marked', () => {
  expect(steadyOrder(['c', 'a', 'b'], ['a', 'b', 'c'])).toEqual({
    order: ['a', 'b', 'c'],
    moved: new Map([['c', 'moved up']]),
  })
})

test('a new row comes at the end, and a closed one goes', () => {
  const { order } = steadyOrder(['n', 'a', 'b'], ['a', 'x', 'b'])
  expect(order).toEqual(['a', 'b', 'n'])
})
