import { describe, expect, test } from 'vitest'
import { NOT_REACHED, refusalWords } from './refusals.ts'

describe('a refusal in words', () => {
  test('says what is so, then what to do', () => {
    expect(refusalWords({ refusal: 'incident-closed', message: 'R-000417 is closed. Record a new request.' })).toEqual({
      kind: 'refused',
      title: 'R-000417 is closed.',
      detail: 'Record a new request.',
    })
  })
  test('names the place of what is not valid', () => {
    const { detail } = refusalWords({ refusal: 'not-valid', message: 'The beat has four digits.', at: '/beat' })
    expect(detail).toBe('It is about /beat. Nothing was written.')
  })
  test('of the position is no permission, not an error', () => {
    const words = refusalWords({ refusal: 'not-this-position', message: 'A supervisor on scene gives directions.' })
    expect(words.kind).toBe('no-permission')
  })
  test('a server that was not reached sends people to the radio', () => {
    expect(NOT_REACHED.detail).toContain('radio')
  })
})
