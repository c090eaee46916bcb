import { expect, test } from 'vitest'
import { FORCE_WORDS, forceOf, rankOf } from './forces.ts'
import { FORCES } from './tree.ts'

const rank = (word: string) => {
  const force = forceOf(word)
  return force && rankOf(force)
}

test('the constitution stands highest and each force below the one before it', () => {
  expect(FORCES.map(rank)).toEqual(FORCES.map((_, place) => place))
})

test('a board and an elected officer order with the rank of an executive order', () => {
  expect(['board policy', "elected officer's policy", 'elected officer’s policy'].map(rank)).toEqual([7, 7, 7])
})

test('words, forms and counsel notes have no rank', () => {
  expect(['vocabulary', 'federal form', 'counsel note'].map(rank)).toEqual([undefined, undefined, undefined])
  expect(FORCE_WORDS.filter((word) => rank(word) === undefined)).toEqual(['vocabulary', 'federal form', 'counsel note'])
})

test('there is no other force', () => {
  expect(forceOf('custom')).toBeUndefined()
})
