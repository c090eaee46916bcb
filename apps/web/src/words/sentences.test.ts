import { describe, expect, test } from 'vitest'
import type { Result } from './modality.ts'
import { dangerRadio, lowerFirst, sentencesOf, spokenLine } from './sentences.ts'

describe('a line read aloud', () => {
  test('is one sentence, with its citation in words', () => {
    expect(spokenLine({ who: 'Officer', result: 'MUST NOT', act: 'help with the arrest', citation: 'Memo ¶3' })).toBe(
      'Officer must not help with the arrest, Memo paragraph 3',
    )
  })
  const rows: readonly [Result, string][] = [
    ['MUST', 'Officer must help with the arrest'],
    ['MAY', 'Officer may help with the arrest'],
    ['SHOULD', 'Officer should help with the arrest'],
    ['SHOULD NOT', 'Officer should not help with the arrest'],
    ['REFER', 'Officer refer, help with the arrest, ask counsel'],
    ['OPEN', 'Officer open, help with the arrest, ask counsel'],
    ['SILENT', 'Officer no rule, help with the arrest'],
    ['SET ASIDE', 'Officer set aside, help with the arrest'],
  ]
  test.each(rows)('of %s names the result first', (result, expected) => {
    expect(spokenLine({ who: 'Officer', result, act: 'Help with the arrest', ask: 'ask counsel' })).toBe(expected)
  })
  test('without a role begins with the result', () => {
    expect(spokenLine({ result: 'MUST', act: 'leave the scene' })).toBe('Must leave the scene')
  })
})

test('an abbreviation keeps its capitals', () => {
  expect(lowerFirst('ICE asks for help')).toBe('ICE asks for help')
  expect(lowerFirst('Leave the scene')).toBe('leave the scene')
})

test('a direction of two sentences is shown on two lines', () => {
  expect(sentencesOf('Leave the scene. Take no part in the arrest.')).toEqual([
    'Leave the scene.',
    'Take no part in the arrest.',
  ])
})

test('the words for the radio begin with the beat and have at most 12 words', () => {
  const words = dangerRadio('0914')
  expect(words).toBe('0914, someone is in danger, send help.')
  expect(words.split(' ').length).toBeLessThanOrEqual(12)
})
