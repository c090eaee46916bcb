import type { Command } from '@remit/contract/commands.ts'
import type { AnswerView, IncidentView } from '@remit/contract/incident-view.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHICAGO, openA1, SEPTEMBER_2019, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

/** A command without its version: whoever sends it has just looked. */
type Said = Command extends infer One ? (One extends { version: number } ? Omit<One, 'version'> : never) : never

async function say(id: string, said: Said) {
  const { version } = await server.view(CHICAGO, id)
  // `Said` is a command that has a version, without it; with it the union is whole again.
  return server.send(CHICAGO, id, { ...said, version } as Command)
}

async function after(id: string, ...all: readonly Said[]): Promise<IncidentView> {
  for (const said of all) expect(await say(id, said)).toMatchObject({ status: 200 })
  return server.view(CHICAGO, id)
}

const answersTo = (view: IncidentView, role: string, act: string): readonly AnswerView[] =>
  view.roles.find((each) => each.role === role)?.answers.filter((answer) => answer.act === act) ?? []
const says = (view: IncidentView, role: string, act: string) =>
  answersTo(view, role, act).map(({ of, modalities }) => [of, ...modalities].filter(Boolean).join(' '))
const headline = (view: IncidentView, role: string) => view.roles.find((each) => each.role === role)?.headline

const as = 'dispatcher-7'
const person2: Said = { kind: 'add-person', as }
const inLockup = (person: number): Said => ({ kind: 'happen', as, event: 'custody-began', person })
const detainer: Said = {
  kind: 'report-entry',
  as: 'lockup-7',
  list: 'paper',
  values: { sort: 'detainer', 'days-old': 1 },
  person: 2,
}

describe('a second person', () => {
  test('has duties of its own, told with its number', async () => {
    const id = await openA1(server)
    const view = await after(id, person2, inLockup(1), inLockup(2), detainer)
    expect(view.persons).toBe(2)
    expect(says(view, 'jailer', 'give-copy').at(-1)).toBe('Person 2 MUST')
    expect(headline(view, 'jailer')).toMatchObject({
      sentence: 'Person 2: give the person a copy of the paper.',
      person: 2,
    })
    expect(view.lists.map(({ list, of, entries }) => [list, of, entries.map(({ words }) => words)])).toEqual([
      ['paper', 'Person 1', []],
      ['paper', 'Person 2', ['Sort of paper: A detainer, Days since it was shown: 1 day']],
    ])
  })

  test('is asked about with its number, and a fact about nobody in particular is refused', async () => {
    const id = await openA1(server)
    const view = await after(id, person2, inLockup(2))
    const question = view.roles.find(({ role }) => role === 'jailer')?.question
    expect(question).toMatchObject({ of: 'Person 2', list: 'paper' })
    const refused = await say(id, { kind: 'observe', as: 'lockup-7', input: 'person is to-be-moved', value: true })
    expect(refused).toMatchObject({ status: 400, body: { refusal: 'not-valid' } })
    const unknown = await say(id, { kind: 'happen', as, event: 'custody-began', person: 3 })
    expect(unknown).toMatchObject({ status: 400, body: { refusal: 'not-valid' } })
  })

  test('has a custody clock of its own, which the other’s release does not stop', async () => {
    const id = await openA1(server)
    expect((await after(id, inLockup(1))).custody).toEqual([{ since: expect.any(Number) }])
    const released: Said = { kind: 'happen', as, event: 'person-released', person: 2 }
    const { custody } = await after(id, person2, inLockup(2), released)
    expect(custody).toEqual([
      { person: 1, of: 'Person 1', since: expect.any(Number) },
      { person: 2, of: 'Person 2', since: expect.any(Number), until: expect.any(Number) },
    ])
  })

  test('that comes after a press for danger changes nothing of it', async () => {
    const id = await openA1(server)
    const report = crypto.randomUUID()
    await server.send(CHICAGO, id, {
      kind: 'report-danger',
      as: 'officer-0733',
      report,
      reportedAt: server.clock.nowMs,
    })
    const view = await after(id, person2, inLockup(2), {
      kind: 'add-request',
      as,
      channel: 'phone',
      requesterIs: 'asserted',
      values: {},
    })
    expect(headline(view, 'officer')?.sentence).toBe('Protect life now.')
    expect(says(view, 'officer', 'wait-for-supervisor')).toEqual(['SET ASIDE'])
  })
})

describe('an entry of a list', () => {
  test('is refused where the list has no such field or value, and withdrawn where it was a mistake', async () => {
    const id = await openA1(server)
    await after(id, person2, inLockup(2), detainer)
    for (const values of [{ colour: 'red' }, { sort: 'poem' }, { 'days-old': true }]) {
      expect((await say(id, { ...detainer, values } as Said)).status).toBe(422)
    }
    const { lists } = await server.view(CHICAGO, id)
    const seq = lists.find(({ person }) => person === 2)?.entries[0]?.seq ?? 0
    const view = await after(id, { kind: 'withdraw', as: 'lockup-7', seq })
    expect(says(view, 'jailer', 'give-copy')).not.toContain('Person 2 MUST')
    expect((await say(id, { kind: 'withdraw', as: 'lockup-7', seq })).status).toBe(409)
  })
})

describe('a second request', () => {
  const again: Said = { kind: 'add-request', as, channel: 'phone', requesterIs: 'asserted', values: {} }

  test('has the next receipt of the agency, and deadlines from its own hour', async () => {
    const id = await openA1(server)
    const { receipt } = await server.view(CHICAGO, id)
    await after(id, { kind: 'pass-time', as, ms: 5 * 60_000 })
    const { body } = await say(id, again)
    expect(Number(body.receipt.slice(2))).toBe(Number(receipt.slice(2)) + 1)
    const view = await server.view(CHICAGO, id)
    expect(view.requests.map((request) => request.receipt)).toEqual([receipt, body.receipt])
    expect(
      view.duties.filter(({ act }) => act === 'come-to-scene').map(({ of, dueAt }) => [of, dueAt - SEPTEMBER_2019]),
    ).toEqual([
      ['Request 1', 30 * 60_000],
      ['Request 2', 35 * 60_000],
    ])
    expect(view.timeline.some(({ words }) => words.startsWith('Request 2 received by phone'))).toBe(true)
    // The next incident goes on counting.
    const next = await server.view(CHICAGO, await openA1(server))
    expect(Number(next.receipt.slice(2))).toBe(Number(receipt.slice(2)) + 2)
  })

  test('cannot change a fact that is about the whole incident', async () => {
    const id = await openA1(server)
    const refused = await say(id, { ...again, values: { requester: 'cbp' } } as Said)
    expect(refused).toMatchObject({ status: 422, body: { refusal: 'not-in-this-book' } })
  })
})

describe('a duty before another act', () => {
  const move = (person: number): Said => ({ kind: 'do', as: 'lockup-7', act: 'move-person', person })
  const toMove: Said = { kind: 'observe', as: 'lockup-7', input: 'person is to-be-moved', value: true, person: 2 }

  test('is told before it is broken, blocks nothing, and is recorded when it is', async () => {
    const id = await openA1(server)
    const before = await after(id, person2, inLockup(2), detainer, toMove)
    expect(before.before).toEqual([
      expect.objectContaining({ act: 'give-copy', before: ['move-person'], person: 2, state: 'stands' }),
    ])
    expect(headline(before, 'jailer')?.act).toBe('give-copy')
    const [answer] = answersTo(before, 'jailer', 'give-copy').filter(({ person }) => person === 2)
    expect(answer?.why.map(({ ifBroken }) => ifBroken)).toContain('The lockup book is reviewed.')
    const view = await after(id, move(2))
    expect(view.before.map(({ state }) => state)).toEqual(['broken'])
    expect(view.timeline.find(({ words }) => words.includes('not done first'))).toMatchObject({
      detail: 'Watch commander is told',
    })
    expect(view.timeline.some(({ words }) => words === 'Paged Watch commander 7')).toBe(true)
  })

  test('is met by doing it first', async () => {
    const id = await openA1(server)
    const copy: Said = { kind: 'do', as: 'lockup-7', act: 'give-copy', person: 2 }
    const view = await after(id, person2, inLockup(2), detainer, toMove, copy, move(2))
    expect(view.before).toEqual([])
    expect(view.timeline.some(({ words }) => words.includes('not done first'))).toBe(false)
  })
})

describe('a moment', () => {
  test('changes the order when it comes, with nobody touching anything', async () => {
    const id = await openA1(server)
    await after(id, person2, inLockup(2))
    const tenInTheEvening = SEPTEMBER_2019 + (10 * 60 + 40) * 1000
    server.clock.nowMs += 10 * 60_000 + 41_000
    // What is recorded, not what is asked for: the screen hears of it because it was written.
    const changedAt = async () =>
      answersTo(await server.view(CHICAGO, id), 'jailer', 'check-on-person').map(({ changedAt }) => changedAt)
    await expect.poll(changedAt, { timeout: 10_000 }).toEqual([tenInTheEvening + 1000])
    const view = await server.view(CHICAGO, id)
    expect(says(view, 'jailer', 'check-on-person')).toEqual(['Person 2 MUST'])
  })
})

describe('two officers who must both leave', () => {
  test('each have it as their order until they have done it', async () => {
    const id = await openA1(server)
    const view = await after(
      id,
      { kind: 'happen', as: 'sergeant-730', event: 'supervisor-arrived' },
      { kind: 'observe', as: 'sergeant-730', input: 'finding', value: 'civil-arrest' },
      { kind: 'do', as: 'sergeant-730', act: 'direct-to-leave' },
      { kind: 'do', as: 'officer-0733', act: 'leave-scene' },
    )
    expect(answersTo(view, 'officer', 'leave-scene')[0]?.members).toEqual({ done: 1, of: 2 })
    expect(headline(view, 'officer')?.act).toBe('leave-scene')
    const officer = view.roles.find(({ role }) => role === 'officer')
    expect(officer?.members.map(({ position }) => position)).toEqual(['officer-0733'])
    expect(officer?.members[0]?.headline?.act).not.toBe('leave-scene')
    const both = await after(id, { kind: 'do', as: 'officer-0734', act: 'leave-scene' })
    expect(answersTo(both, 'officer', 'leave-scene')[0]?.doneAt).toBeDefined()
    expect(headline(both, 'officer')?.act).not.toBe('leave-scene')
  })
})
