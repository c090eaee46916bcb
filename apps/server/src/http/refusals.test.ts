import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CHICAGO, openA1, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let incident: string
beforeAll(async () => {
  server = await startTestServer()
  incident = await openA1(server)
})
afterAll(() => server.stop())

const lengthOf = async () => (await server.view(CHICAGO, incident)).version

describe('what is refused writes nothing and says what is wrong', () => {
  const cases: readonly (readonly [title: string, body: unknown, refusal: string, status: number])[] = [
    [
      'a field that no command has',
      { kind: 'close', as: 'dispatcher-7', version: 99, name: 'Somebody' },
      'not-valid',
      400,
    ],
    ['a wrong type', { kind: 'close', as: 'dispatcher-7', version: 'three' }, 'not-valid', 400],
    ['a kind that there is not', { kind: 'erase', as: 'dispatcher-7', version: 99 }, 'not-valid', 400],
    ['a body that is no JSON', '{"kind": ', 'not-valid', 400],
    [
      'a body that is too large',
      JSON.stringify({ kind: 'close', as: 'x'.repeat(70_000), version: 1 }),
      'too-large',
      413,
    ],
    [
      'a stale version',
      { kind: 'happen', as: 'sergeant-730', version: 1, event: 'supervisor-arrived' },
      'stale-version',
      409,
    ],
    [
      'a position that the agency does not have',
      { kind: 'close', as: 'dispatcher-99', version: 99 },
      'not-this-position',
      403,
    ],
    [
      'a fact that the orders do not ask for',
      { kind: 'observe', as: 'officer-0733', version: 99, input: 'weather', value: true },
      'not-in-this-book',
      422,
    ],
    [
      'a value that the fact does not have',
      { kind: 'observe', as: 'officer-0733', version: 99, input: 'finding', value: 'sunny' },
      'not-in-this-book',
      422,
    ],
    [
      'an event that only Remit brings about',
      { kind: 'happen', as: 'officer-0733', version: 99, event: 'danger-reported' },
      'not-in-this-book',
      422,
    ],
    [
      'danger as a plain fact',
      { kind: 'observe', as: 'officer-0733', version: 99, input: 'someone is in-danger', value: false },
      'not-in-this-book',
      422,
    ],
    [
      'facts that cannot be together',
      { kind: 'observe', as: 'officer-0733', version: 99, input: 'requester', value: 'nobody' },
      'not-in-this-book',
      422,
    ],
    ['a page of another position', { kind: 'accept-page', as: 'sergeant-740', page: 1 }, 'not-this-position', 403],
  ]
  test.each(cases)('%s', async (_, body, refusal, status) => {
    const before = await lengthOf()
    const answer = await server.ask('POST', `/api/agencies/${CHICAGO}/incidents/${incident}/commands`, body)
    expect(answer).toMatchObject({ status, body: { refusal, message: expect.stringMatching(/\w+.*\./) } })
    expect(await lengthOf()).toBe(before)
  })

  test('an incident, an agency and an address that there are not', async () => {
    expect(await server.ask('GET', `/api/agencies/${CHICAGO}/incidents/r-999999`)).toMatchObject({
      status: 404,
      body: { refusal: 'not-found' },
    })
    expect(await server.ask('GET', '/api/agencies/us~nowhere/incidents')).toMatchObject({
      status: 404,
      body: { refusal: 'not-found' },
    })
    expect(await server.ask('GET', '/api/nothing')).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
  })

  test('a request at an agency that is only in the library', async () => {
    const answer = await server.open('us~il~chicago~police', { as: 'dispatcher-7' })
    expect(answer).toMatchObject({ status: 404, body: { refusal: 'not-found' } })
  })

  test('every change of a closed incident except its review', async () => {
    const id = await openA1(server)
    const { version } = await server.view(CHICAGO, id)
    await server.send(CHICAGO, id, { kind: 'close', as: 'dispatcher-7', version })
    const late = await server.send(CHICAGO, id, {
      kind: 'happen',
      as: 'sergeant-730',
      version: 99,
      event: 'supervisor-arrived',
    })
    expect(late).toMatchObject({ status: 409, body: { refusal: 'incident-closed' } })
  })

  test('a direction that differs, until a reason from the list is given', async () => {
    const id = await openA1(server)
    const { version } = await server.view(CHICAGO, id)
    const command = { kind: 'do', as: 'sergeant-730', version, act: 'direct-to-leave' } as const
    const before = await server.view(CHICAGO, id)
    const determined = before.directions.find(({ act }) => act === 'direct-to-leave')?.modality
    expect(determined).not.toBe('MUST')
    const report = '00000000-0000-4000-8000-000000000001'
    await server.send(CHICAGO, id, {
      kind: 'report-danger',
      as: 'officer-0733',
      report,
      reportedAt: server.clock.nowMs,
    })
    const during = await server.view(CHICAGO, id)
    await server.send(CHICAGO, id, {
      kind: 'happen',
      as: 'sergeant-730',
      version: during.version,
      event: 'supervisor-arrived',
    })
    const arrived = await server.view(CHICAGO, id)
    await server.send(CHICAGO, id, {
      kind: 'observe',
      as: 'sergeant-730',
      version: arrived.version,
      input: 'finding',
      value: 'civil-arrest',
    })
    const found = await server.view(CHICAGO, id)
    const bare = await server.send(CHICAGO, id, { ...command, version: found.version })
    expect(bare).toMatchObject({ status: 422, body: { refusal: 'reason-needed' } })
    const reasoned = await server.send(CHICAGO, id, { ...command, version: found.version, reason: 'told-by-command' })
    expect(reasoned.status).toBe(200)
    expect((await server.view(CHICAGO, id)).acts).toContainEqual(
      expect.objectContaining({ differs: true, determined: 'SET ASIDE' }),
    )
  })
})

test('a decision that is only asked for is written down nowhere, unless the department wants it', async () => {
  const { status, body } = await server.ask('POST', '/decide', { agency: 'us/il/chicago/police', at: '2019-09-28' })
  expect(status).toBe(200)
  expect(body).not.toHaveProperty('logged')
})
