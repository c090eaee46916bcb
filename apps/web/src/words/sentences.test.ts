import { describe, expect, test } from 'vitest'
import type { Result } from './modality.ts'
import { dangerRadio, directionSentences, listPhrase, lowerFirst, orderSentence, spokenLine } from './sentences.ts'

const help = { text: 'Help with the arrest' }
const direct = { text: 'Direct the officers to leave', order: 'Leave the scene. Take no part in the arrest.' }
const join = { text: 'Take part in the arrest', order: 'Take no part in the arrest' }

describe('the sentence that stands alone', () => {
  const rows: readonly [Result, string][] = [
    ['MUST', 'Help with the arrest.'],
    ['MUST NOT', 'Do not help with the arrest.'],
    ['MAY', 'You may help with the arrest.'],
    ['SHOULD', 'You should help with the arrest.'],
    ['SHOULD NOT', 'You should not help with the arrest.'],
    ['REFER', 'Ask your supervisor before you help with the arrest.'],
    ['OPEN', 'Not settled yet: help with the arrest.'],
    ['SILENT', 'No rule was found: help with the arrest.'],
    ['SET ASIDE', 'Set aside for now: help with the arrest.'],
  ]
  test.each(rows)('%s is right when the badge is not seen', (result, expected) => {
    expect(orderSentence(result, help)).toBe(expected)
  })
  test('a prohibition uses the direct form that says not to; a duty and a permission never do', () => {
    expect(orderSentence('MUST NOT', join)).toBe('Take no part in the arrest.')
    expect(orderSentence('MUST', join)).toBe('Take part in the arrest.')
    expect(orderSentence('MAY', join)).toBe('You may take part in the arrest.')
  })
  test('a prohibition to give a direction never repeats the words of the direction', () => {
    expect(orderSentence('MUST NOT', direct)).toBe('Do not direct the officers to leave.')
    expect(directionSentences(direct)).toEqual(['Leave the scene.', 'Take no part in the arrest.'])
  })
  test('a referral names whom to ask, an open answer the missing fact', () => {
    expect(orderSentence('REFER', help, 'the watch commander')).toBe(
      'Ask the watch commander before you help with the arrest.',
    )
    expect(orderSentence('OPEN', help, 'the purpose found')).toBe(
      'Not settled yet: help with the arrest. Missing: the purpose found.',
    )
  })
})

describe('a line of a list', () => {
  test('is the phrase in lower case, but keeps an abbreviation', () => {
    expect(listPhrase(help)).toBe('help with the arrest')
    expect(lowerFirst('ICE asks for help')).toBe('ICE asks for help')
  })
  test('is read aloud as one sentence', () => {
    expect(spokenLine({ who: 'Officer', result: 'MUST NOT', act: 'help with the arrest', citation: 'Memo ¶3' })).toBe(
      'Officer must not help with the arrest, Memo paragraph 3',
    )
  })
})

test('the words for the radio begin with the beat and have at most 12 words', () => {
  const words = dangerRadio('0914')
  expect(words).toBe('0914, someone is in danger, send help.')
  expect(words.split(' ').length).toBeLessThanOrEqual(12)
})
