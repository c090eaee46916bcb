import { expect, test } from 'vitest'
import { connectionWords } from './connection.ts'
import { supervisorWords } from './supervisor.ts'

const zone = 'America/Chicago'
const at = Date.UTC(2019, 8, 29, 2, 46, 5)

test('the connection is said with its time, and offline with what waits', () => {
  expect(connectionWords({ kind: 'live', syncedAt: at }, zone)).toBe('Live, synced 21:46:05')
  expect(connectionWords({ kind: 'offline', since: at, waiting: 0 }, zone)).toBe('Offline since 21:46.')
  expect(connectionWords({ kind: 'offline', since: at, waiting: 1 }, zone)).toBe(
    'Offline since 21:46. 1 report waits to be sent.',
  )
  expect(connectionWords({ kind: 'offline', since: at, waiting: 3 }, zone)).toBe(
    'Offline since 21:46. 3 reports wait to be sent.',
  )
})

test('a supervisor who does not answer is not reached', () => {
  expect(supervisorWords({ kind: 'not-reached', tries: 3 }, zone)).toEqual({
    words: 'Not reached',
    detail: 'tried 3 times',
  })
  expect(supervisorWords({ kind: 'paged', at }, zone)).toEqual({ words: 'Paged', detail: '21:46:05' })
})
