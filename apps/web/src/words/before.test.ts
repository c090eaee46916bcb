import type { BeforeView } from '@remit/contract/incident-view.ts'
import { describe, expect, test } from 'vitest'
import { beforeActs, firstWords } from './before.ts'

const duty: BeforeView = {
  role: 'jailer',
  act: 'give-copy',
  text: 'Give the person a copy',
  before: ['move-person'],
  beforeText: 'Move the person',
  state: 'stands',
  done: ['lockup-8'],
  person: 2,
  of: 'Person 2',
}

describe('what comes before an act', () => {
  const before = (said: { act: string; person?: number }, role = 'jailer', position = 'lockup-7') =>
    firstWords(beforeActs({ before: [duty] }, said, role, position))

  test('is told to whoever is about to do it, for the person whose it is', () => {
    expect(before({ act: 'move-person', person: 2 })).toBe('First: give the person a copy (person 2).')
    expect(before({ act: 'move-person' })).toBe('First: give the person a copy (person 2).')
  })

  test('is told to nobody else, for nobody else, and to no one who has done it', () => {
    expect(before({ act: 'move-person', person: 1 })).toBeUndefined()
    expect(before({ act: 'move-person', person: 2 }, 'officer')).toBeUndefined()
    expect(before({ act: 'move-person', person: 2 }, 'jailer', 'lockup-8')).toBeUndefined()
    expect(before({ act: 'other', person: 2 })).toBeUndefined()
  })

  test('is told no more once it was broken', () => {
    expect(
      beforeActs({ before: [{ ...duty, state: 'broken' }] }, { act: 'move-person' }, 'jailer', 'lockup-7'),
    ).toEqual([])
  })
})
