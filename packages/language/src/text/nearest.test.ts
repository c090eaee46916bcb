import { expect, test } from 'vitest'
import { nearest } from './nearest.ts'

const WORDS = ['issuer', 'source', 'force', 'in-force', 'title']

test.each([
  ['isuer', 'issuer'],
  ['isseur', 'issuer'],
  ['forces', 'force'],
  ['in_force', 'in-force'],
  ['titel', 'title'],
])('of %s is %s', (word, meant) => {
  expect(nearest(word, WORDS)).toBe(meant)
})

test('of a word unlike all, or too short to tell, there is none', () => {
  expect(nearest('colour', WORDS)).toBeUndefined()
  expect(nearest('ab', ['ac'])).toBeUndefined()
})

test('of two equally near the first in the alphabet is taken, in whatever order they come', () => {
  expect(nearest('gate', ['late', 'date'])).toBe('date')
  expect(nearest('gate', ['date', 'late'])).toBe('date')
})
