import { randomUUID } from 'node:crypto'
import type { IncidentView } from '@remit/contract/incident-view.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHICAGO, openA1, SEPTEMBER_2019, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const headlineOf = (view: IncidentView, role: string) =>
  view.roles.find((each) => each.role === role)?.headline?.sentence
const modalitiesOf = (view: IncidentView, role: string, act: string) =>
  view.roles.find((each) => each.role === role)?.answers.find((answer) => answer.act === act)?.modalities

describe('a request of the night of the memo (A1)', () => {
  test('makes officers wait, and pages the first sergeant with a deadline', async () => {
    const id = await openA1(server)
    const view = await server.view(CHICAGO, id)
    expect(view.receipt).toMatch(/^R-\d{6}$/)
    expect(headlineOf(view, 'officer')).toBe('Wait for your supervisor.')
    expect(modalitiesOf(view, 'officer', 'assist-civil-arrest')).toEqual(['MUST NOT'])
    expect(view.page).toMatchObject({ state: 'paged', position: { id: 'sergeant-730' } })
    expect(view.duties).toContainEqual(
      expect.objectContaining({
        act: 'come-to-scene',
        dueAt: SEPTEMBER_2019 + 30 * 60_000,
        state: 'running',
        setting: true,
      }),
    )
    expect(view.toUnits.word).toBe('WAIT')
    expect(view.toUnits.radio.split(' ').length).toBeLessThanOrEqual(12)
    expect(view.toUnits.narrative.length).toBeLessThanOrEqual(73)
  })

  test('says in one sentence why officers wait, and what can happen that changes it', async () => {
    const view = await server.view(CHICAGO, await openA1(server))
    const answers = view.roles.find(({ role }) => role === 'officer')?.answers ?? []
    const wait = answers.find(({ act }) => act === 'wait-for-supervisor')
    expect(wait?.because).toMatch(/^Because .*requester is “.*”.*: wait for your supervisor \(.*\)\.$/)
    expect(wait?.whatIf).toContainEqual({ words: 'If someone is in danger', modality: 'SET ASIDE' })
    expect(wait?.whatIf).toContainEqual({ words: 'If supervisor is on scene', modality: 'SILENT' })
    // What is not said at the moment tells no more than the answer.
    expect(answers.filter(({ because }) => because !== undefined).length).toBeLessThanOrEqual(3)
  })

  test('becomes a direction when the supervisor finds a civil arrest, and the officers leave only when it is given (A2)', async () => {
    const id = await openA1(server)
    const say = async (
      command:
        | { kind: 'happen'; event: string }
        | { kind: 'observe'; input: string; value: string }
        | { kind: 'do'; act: string },
    ) => {
      const { version } = await server.view(CHICAGO, id)
      const answer = await server.send(CHICAGO, id, { as: 'sergeant-730', version, ...command })
      expect(answer.body).toMatchObject({ incident: id })
      return server.view(CHICAGO, id)
    }
    const arrived = await say({ kind: 'happen', event: 'supervisor-arrived' })
    expect(modalitiesOf(arrived, 'officer', 'wait-for-supervisor')).not.toEqual(['MUST'])
    const found = await say({ kind: 'observe', input: 'finding', value: 'civil-arrest' })
    expect(modalitiesOf(found, 'supervisor', 'direct-to-leave')).toEqual(['MUST'])
    expect(modalitiesOf(found, 'officer', 'leave-scene')).not.toEqual(['MUST'])
    expect(found.directions[0]).toMatchObject({ act: 'direct-to-leave', modality: 'MUST' })
    const directed = await say({ kind: 'do', act: 'direct-to-leave' })
    expect(headlineOf(directed, 'officer')).toBe('Leave the scene.')
    expect(directed.acts).toContainEqual(expect.objectContaining({ act: 'direct-to-leave', differs: false }))
  })
})

describe('danger', () => {
  test('sets waiting aside at once and gives it back when it ends (A4)', async () => {
    const id = await openA1(server)
    const report = randomUUID()
    await server.send(CHICAGO, id, {
      kind: 'report-danger',
      as: 'officer-0733',
      report,
      reportedAt: server.clock.nowMs,
    })
    const inDanger = await server.view(CHICAGO, id)
    expect(headlineOf(inDanger, 'officer')).toBe('Protect life now.')
    expect(modalitiesOf(inDanger, 'officer', 'wait-for-supervisor')).toEqual(['SET ASIDE'])
    expect(modalitiesOf(inDanger, 'officer', 'assist-civil-arrest')).toEqual(['MUST NOT'])
    expect(inDanger.duties.find(({ act }) => act === 'come-to-scene')).toMatchObject({
      dueAt: SEPTEMBER_2019 + 30 * 60_000,
    })
    const [reported] = inDanger.danger.reports
    await server.send(CHICAGO, id, { kind: 'end-danger', as: 'officer-0733', report, seen: reported?.seq ?? 0 })
    const after = await server.view(CHICAGO, id)
    expect(after.danger.open).toBe(false)
    expect(headlineOf(after, 'officer')).toBe('Wait for your supervisor.')
  })

  test('is each reporter’s own: one ends theirs and the other’s stays open', async () => {
    const id = await openA1(server)
    const [mine, other] = [randomUUID(), randomUUID()]
    const reportedAt = server.clock.nowMs
    await server.send(CHICAGO, id, { kind: 'report-danger', as: 'officer-0733', report: mine, reportedAt })
    await server.send(CHICAGO, id, { kind: 'report-danger', as: 'officer-0734', report: other, reportedAt })
    const seqOf = async (report: string) =>
      (await server.view(CHICAGO, id)).danger.reports.find((each) => each.report === report)?.seq ?? 0
    const notMine = await server.send(CHICAGO, id, {
      kind: 'end-danger',
      as: 'officer-0733',
      report: other,
      seen: await seqOf(other),
    })
    expect(notMine).toMatchObject({ status: 403, body: { refusal: 'not-this-position' } })
    await server.send(CHICAGO, id, { kind: 'end-danger', as: 'officer-0733', report: mine, seen: await seqOf(mine) })
    const view = await server.view(CHICAGO, id)
    expect(view.danger.open).toBe(true)
    expect(headlineOf(view, 'officer')).toBe('Protect life now.')
  })

  test('sent twice is one report, and received late says so', async () => {
    const id = await openA1(server)
    const command = {
      kind: 'report-danger',
      as: 'officer-0733',
      report: randomUUID(),
      reportedAt: server.clock.nowMs - 22 * 60_000,
    } as const
    const first = await server.send(CHICAGO, id, command)
    const second = await server.send(CHICAGO, id, command)
    expect(second.body.version).toBe(first.body.version)
    const { danger } = await server.view(CHICAGO, id)
    expect(danger.reports).toHaveLength(1)
    expect(danger.reports[0]).toMatchObject({ isLate: true, reportedAt: SEPTEMBER_2019 - 22 * 60_000 })
  })

  test('is sent, then shown on a desk, then accepted by a named position, never by an officer', async () => {
    const id = await openA1(server)
    const report = randomUUID()
    await server.send(CHICAGO, id, {
      kind: 'report-danger',
      as: 'officer-0733',
      report,
      reportedAt: server.clock.nowMs,
    })
    await server.send(CHICAGO, id, { kind: 'danger-shown', as: 'dispatcher-7', report })
    const shown = (await server.view(CHICAGO, id)).danger.reports[0]
    expect(shown?.shown.map(({ position }) => position.id)).toEqual(['dispatcher-7'])
    expect(shown?.accepted).toBeUndefined()
    expect(await server.send(CHICAGO, id, { kind: 'accept-danger', as: 'officer-0734', report })).toMatchObject({
      status: 403,
    })
    await server.send(CHICAGO, id, { kind: 'accept-danger', as: 'dispatcher-7', report })
    expect((await server.view(CHICAGO, id)).danger.reports[0]?.accepted?.position.id).toBe('dispatcher-7')
  })

  test('is reported from a screen without an incident, and in a closed one', async () => {
    const anywhere = await server.ask<{ incident: string }>('POST', `/api/agencies/${CHICAGO}/danger`, {
      as: 'officer-0734',
      report: randomUUID(),
      reportedAt: server.clock.nowMs,
    })
    expect(anywhere.status).toBe(200)
    const id = await openA1(server)
    const { version } = await server.view(CHICAGO, id)
    await server.send(CHICAGO, id, { kind: 'close', as: 'dispatcher-7', version })
    const closed = await server.send(CHICAGO, id, {
      kind: 'report-danger',
      as: 'officer-0733',
      report: randomUUID(),
      reportedAt: server.clock.nowMs,
    })
    expect(closed.status).toBe(200)
    expect((await server.view(CHICAGO, id)).danger.open).toBe(true)
  })
})

describe('paging', () => {
  test('goes on along the chain when nobody answers, and stops when one accepts', async () => {
    const id = await openA1(server)
    server.clock.nowMs += 91_000
    await expect
      .poll(async () => (await server.view(CHICAGO, id)).page, { timeout: 10_000 })
      .toMatchObject({
        state: 'paged',
        position: { id: 'sergeant-740' },
        attempts: 2,
      })
    const { version } = await server.view(CHICAGO, id)
    await server.send(CHICAGO, id, { kind: 'accept-page', as: 'sergeant-740', page: 2 })
    const view = await server.view(CHICAGO, id)
    expect(view.page).toMatchObject({ state: 'accepted', position: { id: 'sergeant-740' } })
    expect(view.version).toBeGreaterThan(version)
  })

  test('tells the watch commander when the supervisor is late, once', async () => {
    const id = await openA1(server)
    await server.send(CHICAGO, id, { kind: 'accept-page', as: 'sergeant-730', page: 1 })
    server.clock.nowMs += 31 * 60_000
    const lateLines = async () =>
      (await server.view(CHICAGO, id)).timeline.filter(({ words }) => words.startsWith('Late:')).length
    await expect.poll(lateLines, { timeout: 10_000 }).toBe(1)
    const { timeline, duties } = await server.view(CHICAGO, id)
    expect(duties.find(({ act }) => act === 'come-to-scene')?.state).toBe('late')
    expect(timeline.some(({ words }) => words === 'Paged Watch commander 7')).toBe(true)
    server.clock.nowMs += 60_000
    expect(await lateLines()).toBe(1)
  })
})
