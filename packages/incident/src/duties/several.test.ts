import { describe, expect, test } from 'vitest'
import { determine } from '../determinations/from-facts.ts'
import { peopleBook, type Told, told } from '../people.testing.ts'
import { NIGHT } from '../testing.ts'
import { dutiesBefore } from './before.ts'
import { wakesOf } from './consequences.ts'
import { dutiesOf } from './from-determinations.ts'

const book = peopleBook()
const { compiled } = book
const MINUTE = 60_000

const person2: Told = { body: { kind: 'person-added', person: 2 } }
const held = (person?: number): Told => ({
  body: { kind: 'happened', event: 'custody-began', ...(person === undefined ? {} : { person }) },
})
const again: Told = {
  body: {
    kind: 'request-added',
    request: 2,
    receipt: 'R-000002',
    channel: 'phone',
    requesterIs: 'asserted',
    values: { requester: 'ice' },
  },
  afterMs: 5 * MINUTE,
}
const did = (act: string, names: { person?: number; request?: number } = {}, role = 'jailer'): Told => ({
  body: { kind: 'act-done', role, act, determined: 'SILENT', differs: false, ...names },
  by: 'lockup-7',
})
const broken = (all: readonly Told[]) => told(book, all).breaches.map(({ body: { kind, ...body } }) => body)

describe('a deadline', () => {
  test('runs from each request’s own receipt, and is met for each by itself', () => {
    const nowMs = NIGHT + 6 * MINUTE
    const dutiesAfter = (all: readonly Told[]) => {
      const incident = told(book, all)
      return dutiesOf(compiled.book, incident, determine(compiled, incident, nowMs).answers, nowMs).map(
        ({ due, state, named }) => ({ due: due - NIGHT, state, ...named }),
      )
    }
    expect(dutiesAfter([again])).toEqual([
      { due: 10 * MINUTE, state: 'running', request: 1 },
      { due: 15 * MINUTE, state: 'running', request: 2 },
    ])
    expect(dutiesAfter([again, did('decline', { request: 1 }, 'dispatcher')])).toEqual([
      { due: 10 * MINUTE, state: 'met', request: 1 },
      { due: 15 * MINUTE, state: 'running', request: 2 },
    ])
  })

  test('that ran out is said once for each, with its name', () => {
    const late = told(book, [again], NIGHT + 20 * MINUTE).duties.map(({ body }) => body)
    expect(late).toEqual([
      expect.objectContaining({ kind: 'duty-late', act: 'decline', request: 1, tell: 'supervisor' }),
      expect.objectContaining({ kind: 'duty-late', act: 'decline', request: 2, tell: 'supervisor' }),
    ])
  })

  test('pages whoever is told once for two reasons at once, with numbers of its own', () => {
    const { pages } = told(book, [again], NIGHT + 20 * MINUTE)
    expect(pages.map(({ page, position }) => ({ page, position }))).toEqual([{ page: 1, position: 'sergeant-730' }])
  })
})

describe('a duty before another act', () => {
  test('is broken by doing the other first, and whoever is to be told is paged', () => {
    const all = [held(), did('hand-over')]
    expect(broken(all)).toEqual([
      { role: 'jailer', act: 'give-notice', before: 'hand-over', of: expect.any(Number), tell: 'supervisor' },
    ])
    expect(told(book, all).pages.map(({ position }) => position)).toEqual(['sergeant-730'])
  })

  test('is broken once, however often the other is done', () => {
    expect(broken([held(), did('hand-over'), did('hand-over')])).toHaveLength(1)
  })

  test('is not broken where it was met first, or stands not', () => {
    expect(broken([held(), did('give-notice'), did('hand-over')])).toEqual([])
    expect(broken([did('hand-over')])).toEqual([])
  })

  test('is broken for the person whose it is alone', () => {
    const all = [person2, held(1), held(2), did('give-notice', { person: 2 })]
    expect(broken([...all, did('hand-over', { person: 2 })])).toEqual([])
    expect(broken([...all, did('hand-over', { person: 1 })])).toEqual([expect.objectContaining({ person: 1 })])
  })

  test('is told while it stands, and after it was broken', () => {
    const statesOf = (all: readonly Told[]) => {
      const incident = told(book, all)
      const { answers } = determine(compiled, incident, NIGHT + MINUTE)
      return dutiesBefore(compiled.book, incident, answers).map(({ before, state }) => [before.id, state])
    }
    expect(statesOf([held()])).toEqual([['hand-over', 'stands']])
    expect(statesOf([held(), did('give-notice')])).toEqual([['hand-over', 'met']])
    expect(statesOf([held(), did('hand-over')])).toEqual([['hand-over', 'broken']])
  })
})

describe('a moment', () => {
  /** 21:49:20 at NIGHT; 23:30 of that day. */
  const due = NIGHT + (100 * 60 + 40) * 1000

  test('is an instant at which the incident is looked at again', () => {
    const incident = told(book, [held()])
    const nowMs = NIGHT + MINUTE
    const wakes = wakesOf(compiled, incident, determine(compiled, incident, nowMs), nowMs)
    expect(wakes).toContainEqual({ name: 'clock', kind: 'clock', at: due })
  })

  test('changes the order when it comes, for the person whose it is', () => {
    const all = [person2, held(2)]
    const checkAt = (nowMs: number) =>
      determine(compiled, told(book, all, nowMs), nowMs).answers.flatMap(({ act, result, named }) =>
        act === 'check-person' && result.kind === 'settled' ? [{ modality: result.modality, ...named }] : [],
      )
    expect(checkAt(due - 1)).toEqual([])
    expect(checkAt(due)).toEqual([{ modality: 'MUST', person: 2 }])
  })
})
