import { describe, expect, test } from 'vitest'
import { connectionFrom, type Heard, type Line, lineAfter, SILENCE_MS, startOfLine } from './connection.ts'

const T = 1_000_000

function after(...steps: readonly (readonly [atMs: number, kind: Heard['kind']])[]): Line {
  return steps.reduce((line, [at, kind]) => lineAfter(line, { kind }, T + at), startOfLine(T))
}

describe('the connection', () => {
  test('is live only while the stream of changes is open', () => {
    expect(connectionFrom(after([5, 'answer']), 0, 0)).toEqual({ kind: 'synced', syncedAt: T + 5 })
    expect(connectionFrom(after([5, 'stream-open']), 0, 0)).toEqual({ kind: 'live', syncedAt: T + 5 })
    expect(connectionFrom(after([5, 'stream-open'], [9, 'stream-lost']), 0, 0).kind).toBe('synced')
  })

  test('is offline since the last that was heard, not since the failure that showed it', () => {
    const line = after([100, 'answer'], [900, 'not-reached'], [1900, 'not-reached'])
    expect(connectionFrom(line, 2, 0)).toEqual({ kind: 'offline', since: T + 100, waiting: 2 })
  })

  test('counts silence as being offline', () => {
    expect(after([0, 'stream-open'], [SILENCE_MS, 'tick']).offlineSince).toBeUndefined()
    expect(after([0, 'stream-open'], [SILENCE_MS + 1, 'tick']).offlineSince).toBe(T)
  })

  test('is back with the first answer', () => {
    expect(connectionFrom(after([10, 'not-reached'], [20, 'answer']), 0, 0).kind).toBe('synced')
  })

  test('is said by the clock that the screen shows', () => {
    expect(connectionFrom(after([5, 'stream-open']), 0, -500)).toEqual({ kind: 'live', syncedAt: T - 495 })
  })
})
