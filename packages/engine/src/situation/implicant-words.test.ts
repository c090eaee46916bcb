import { describe, expect, test } from 'vitest'
import type { Variable } from '../diagram/variables.ts'
import { cellsInWords, implicantInWords } from './implicant-words.ts'

const plain = { knownTo: [], alwaysOffered: false, changes: [] }
const HOUR_MS = 3_600_000

const REQUESTER: Variable = {
  index: 0,
  kind: 'one-of',
  input: { ...plain, id: 'requester', kind: 'one-of', values: [] },
  cellOf: new Map(),
  members: [['ice-ero', 'ice-hsi'], ['cbp'], ['police', 'sheriff']],
}
const ON_SCENE: Variable = {
  index: 1,
  kind: 'yes-no',
  input: { ...plain, id: 'supervisor is on-scene', kind: 'yes-no', of: { kind: 'fact', text: '' } },
}
const AGE: Variable = {
  index: 2,
  kind: 'number',
  input: { ...plain, id: 'age', kind: 'number', unit: 'years' },
  cuts: [
    { at: 14, after: false },
    { at: 18, after: false },
    { at: 65, after: true },
  ],
}
const DUE: Variable = {
  index: 3,
  kind: 'clock',
  input: { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: [] },
  cuts: [
    { at: 12 * HOUR_MS, after: false },
    { at: 48 * HOUR_MS, after: true },
  ],
}

describe('a set of situations in words', () => {
  test('says what is so in all of them', () => {
    const implicant = new Map([
      [0, [0]],
      [1, [0]],
    ])
    expect(implicantInWords([REQUESTER, ON_SCENE], implicant)).toBe(
      'requester is ice-ero or ice-hsi, supervisor is not on-scene',
    )
    expect(implicantInWords([REQUESTER], new Map())).toBe('always')
  })

  test('names the values that are left out where they are fewer', () => {
    expect(cellsInWords(REQUESTER, [0, 2])).toBe('requester is not cbp')
    expect(cellsInWords(REQUESTER, [1, 2])).toBe('requester is neither ice-ero nor ice-hsi')
  })

  test('gives a number its bounds, one range after the other', () => {
    expect(cellsInWords(AGE, [0])).toBe('age less than 14 years')
    expect(cellsInWords(AGE, [1, 2])).toBe('age at least 14 years and at most 65 years')
    expect(cellsInWords(AGE, [0, 3])).toBe('age less than 14 years or age more than 65 years')
  })

  test('tells a clock that has not started from one that has run some time', () => {
    expect(cellsInWords(DUE, [0])).toBe('no release-due')
    expect(cellsInWords(DUE, [1])).toBe('release-due less than 12 hours ago')
    expect(cellsInWords(DUE, [0, 3])).toBe('no release-due or release-due more than 2 days ago')
    expect(cellsInWords(DUE, [1, 2, 3])).toBe('release-due, however long ago')
  })
})
