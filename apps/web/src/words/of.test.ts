import { describe, expect, test } from 'vitest'
import { membersWords, sameAs, withOf } from './of.ts'

describe('what is said of one request or person among several', () => {
  test('begins with whom it is about, and is as it was where nobody is named', () => {
    expect(withOf({ person: 2, of: 'Person 2' }, 'Give the notice')).toBe('Person 2: give the notice')
    expect(withOf({}, 'Give the notice')).toBe('Give the notice')
  })

  test('is found by its act and by whom it is about', () => {
    const all = [{ act: 'wait', person: 1 }, { act: 'wait', person: 2 }, { act: 'leave' }]
    expect(sameAs(all, { act: 'wait', person: 2 })).toBe(all[1])
    expect(sameAs(all, { act: 'wait' })).toBeUndefined()
  })
})

test('how many have done it is told while some have and others have not', () => {
  expect(membersWords({ done: 2, of: 3 })).toBe('2 of 3 have done it')
  expect([membersWords({ done: 0, of: 3 }), membersWords({ done: 3, of: 3 }), membersWords(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
