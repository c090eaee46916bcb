import type { InputView } from '@remit/contract/library-view.ts'
import { describe, expect, test } from 'vitest'
import { completed, missingFrom, requestFrom, understand, vocabularyOf } from './command-line.ts'

const oneOf = (id: string, ...values: readonly string[]): InputView => ({
  id,
  text: id,
  knownTo: [],
  kind: 'one-of',
  values: values.map((value) => ({ value, text: value })),
})
const WORDS = vocabularyOf([
  oneOf('requester', 'ice-ero', 'ice-hsi', 'cbp', 'tsa', 'not-known'),
  oneOf('request-purpose', 'civil-arrest', 'criminal-arrest', 'information', 'other', 'not-known'),
  oneOf('warrant', 'none', 'i-200', 'federal-criminal'),
])
const FROM = { as: 'dispatcher-7', channel: 'radio', units: ['officer-0733'] } as const

describe('the command line', () => {
  test('a beat, who asks and a purpose are a request', () => {
    expect(requestFrom(understand('IMM 0733 ICE CIVIL', WORDS), FROM)).toEqual({
      as: 'dispatcher-7',
      channel: 'radio',
      requesterIs: 'asserted',
      beat: '0733',
      values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest' },
      units: ['officer-0733'],
    })
  })

  test('order, case and the word IMM do not matter', () => {
    const one = understand('imm 0733 ice civil', WORDS)
    expect(understand('civil Ice 0733', WORDS).words).toEqual(one.words.toReversed())
  })

  test('a paper, a CAD event number and VERIFIED are understood', () => {
    expect(requestFrom(understand('IMM 733 HSI CRIMINAL JUDGE 19271 14417 VERIFIED', WORDS), FROM)).toMatchObject({
      beat: '0733',
      requesterIs: 'verified',
      cadEvent: '19271 14417',
      values: { requester: 'ice-hsi', 'request-purpose': 'criminal-arrest', warrant: 'federal-criminal' },
    })
    expect(understand('0733 ICE CIVIL 1927114417', WORDS).cadEvent).toBe('19271 14417')
  })

  test('what is not understood is named and nothing is recorded', () => {
    const line = understand('IMM 0733 ICE CIVL', WORDS)
    expect(missingFrom(line)).toBe('Not understood: CIVL')
    expect(requestFrom(line, FROM)).toBeUndefined()
    expect(missingFrom(understand('IMM 0733 ICE CIVIL 19271', WORDS))).toBe('Not understood: 19271')
    expect(missingFrom(understand('IMM 0733 ICE HSI CIVIL', WORDS))).toBe('Not understood: HSI')
  })

  test('it says what is missing next', () => {
    expect(missingFrom(understand('IMM', WORDS))).toBe('Type the beat: four digits')
    expect(missingFrom(understand('IMM 0733', WORDS))).toBe('Type who asks: ICE, HSI, CBP')
    expect(missingFrom(understand('IMM 0733 ICE', WORDS))).toContain('Type the purpose')
  })

  test('a word that two lists share is first the asker’s, then the purpose’s', () => {
    expect(understand('0733 NOT-KNOWN NOT-KNOWN', WORDS).words).toEqual([
      { input: 'requester', value: 'not-known' },
      { input: 'request-purpose', value: 'not-known' },
    ])
  })

  test('a word that the orders in force do not have is not offered', () => {
    expect(WORDS.has('USSS')).toBe(false)
    expect(understand('0733 USSS CIVIL', WORDS).unknown).toEqual(['USSS'])
  })

  test('Tab completes an unfinished word, and moves on where there is none', () => {
    expect(completed('IMM 0733 IC', WORDS)).toBe('IMM 0733 ICE ')
    expect(completed('IMM 0733 ICE CRI', WORDS)).toBe('IMM 0733 ICE CRIMINAL ')
    expect(completed('IMM 0733 ICE CIVIL', WORDS)).toBeUndefined()
    expect(completed('IMM 0733 ', WORDS)).toBeUndefined()
    expect(completed('', WORDS)).toBeUndefined()
    expect(completed('im', WORDS)).toBe('IMM ')
  })
})
