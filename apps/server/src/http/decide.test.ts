import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DecisionLine, type Problem, SITUATIONS_MAX } from '@remit/contract/decide.ts'
import { Compile } from 'typebox/schema'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DecideAnswer, Decision } from '../decisions/decide-request.ts'
import { idOf } from '../decisions/decision.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let folder: string
let decisionLog: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-decisions-'))
  decisionLog = join(folder, 'decisions.jsonl')
  server = await startTestServer({ decisionLog })
})
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

type One = Extract<DecideAnswer, Decision>
type Many = Exclude<DecideAnswer, Decision>

const A1 = { requester: 'ice-ero', 'request-purpose': 'civil-arrest' }
const CHICAGO = { agency: 'us/il/chicago/police', at: '2019-09-28T21:50' }

const post = <T = One & Problem>(body: unknown) => server.ask<T>('POST', '/decide', body)
const lines = async () => (await readFile(decisionLog, 'utf8')).trimEnd().split('\n')

const isLine = Compile(JSON.parse(JSON.stringify(DecisionLine)))

describe('a situation', () => {
  test('is decided with its norms, citations, versions, what matters, the next question, and who governs', async () => {
    const { status, body } = await post({ ...CHICAGO, facts: A1, role: 'officer' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ agency: CHICAGO.agency, at: '2019-09-29T02:50:00.000Z', logged: true })
    expect(body.governs).toMatch(/signed text of the orders governs/)
    expect(body.book.hash).toMatch(/^[0-9a-f]{64}$/)
    const memo = body.book.documents.find(({ id }) => id === 'us/il/chicago/police/2019-09-dhs-memo')
    expect(memo).toMatchObject({
      force: 'memo',
      verified: 'secondary',
      textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(body.answers.find(({ act }) => act === 'wait-for-supervisor')).toMatchObject({
      result: { kind: 'settled', modality: 'MUST' },
      deciding: [{ norm: 'us/il/chicago/police/2019-09-dhs-memo#wait-for-a-supervisor' }],
      citations: [{ cite: 'CPD memo, late September 2019', verified: 'secondary' }],
    })
    expect(new Set(body.answers.map(({ role }) => role))).toEqual(new Set(['officer']))
    expect(body.question).toMatchObject({ ask: expect.stringMatching(/\?$/) })
  })

  test('can be told in the words of a scenario, and its acts can be chosen', async () => {
    const given = ['requester is ice-ero', 'request-purpose is civil-arrest', 'danger-reported']
    const { status, body } = await post({ ...CHICAGO, given, acts: ['protect-life'], role: 'officer' })
    expect(status).toBe(200)
    expect(body.answers.map(({ act, result }) => [act, result])).toEqual([
      ['protect-life', { kind: 'settled', modality: 'MUST' }],
    ])
    const plain = await post({
      ...CHICAGO,
      at: Date.UTC(2019, 8, 29, 2, 50),
      facts: { ...A1, 'someone is in-danger': true },
      acts: ['protect-life'],
      role: 'officer',
    })
    expect(plain.body.answers).toEqual(body.answers)
  })

  test('is written down as a line that says of whom nothing, and that shows if it is changed', async () => {
    const { body } = await post({ ...CHICAGO, facts: A1, role: 'officer', by: 'dispatch-system' })
    const last = JSON.parse((await lines()).at(-1) ?? '')
    expect(last).toEqual(body.line)
    expect(isLine.Check(last)).toBe(true)
    const { id, ...rest } = body.line
    expect(id).toBe(idOf(rest))
    expect(rest).toMatchObject({
      log: 'remit-decision/1',
      time: '2026-11-24T12:00:00.000Z',
      agency: CHICAGO.agency,
      at: '2019-09-29T02:50:00.000Z',
      book: body.book.hash,
      by: 'dispatch-system',
      situation: A1,
      role: 'officer',
      results: expect.arrayContaining([{ role: 'officer', act: 'wait-for-supervisor', modalities: ['MUST'] }]),
    })
    expect((await stat(decisionLog)).mode & 0o777).toBe(0o600)
  })

  test('leaves open what hangs on what is not known, and names it', async () => {
    const { body } = await post({ ...CHICAGO, acts: ['wait-for-supervisor'], role: 'officer' })
    expect(body.line).toMatchObject({ situation: {}, open: expect.arrayContaining(['requester']) })
    expect(body.question).toMatchObject({ input: 'requester' })
  })
})

describe('several situations', () => {
  test('are decided in order, each by itself', async () => {
    const situations = [{ facts: A1 }, { facts: { requestor: 'ice-ero' } }, { given: ['requester is nobody'] }]
    const { status, body } = await post<Many>({ ...CHICAGO, situations, role: 'officer' })
    expect(status).toBe(200)
    expect(body.decisions).toEqual([
      expect.objectContaining({ line: expect.objectContaining({ situation: A1 }) }),
      {
        problem: expect.objectContaining({ status: 422, pointer: '/situations/1/facts/requestor', near: 'requester' }),
      },
      expect.objectContaining({ line: expect.objectContaining({ situation: { requester: 'nobody' } }) }),
    ])
  })

  test('are not more than may be sent at a time', async () => {
    const situations = Array.from({ length: SITUATIONS_MAX + 1 }, () => ({}))
    expect(await post({ ...CHICAGO, situations })).toMatchObject({ status: 400, body: { pointer: '/situations' } })
  })
})

describe('what cannot be decided is a problem that says what and where', () => {
  const cases: readonly (readonly [title: string, body: unknown, status: number, problem: Partial<Problem>])[] = [
    [
      'an agency that there is not',
      { ...CHICAGO, agency: 'us/il/chicago/polise' },
      404,
      { near: 'us/il/chicago/police' },
    ],
    ['a time before there was a book', { ...CHICAGO, at: 0 }, 404, { pointer: '/at' }],
    ['a day that there is not', { ...CHICAGO, at: '2019-02-30' }, 400, { pointer: '/at' }],
    [
      'a fact that the book does not have',
      { ...CHICAGO, facts: { name: 'Somebody' } },
      422,
      { pointer: '/facts/name' },
    ],
    [
      'a fact with a slip of the pen',
      { ...CHICAGO, facts: { 'supervisor is on-sceme': true } },
      422,
      { near: 'supervisor is on-scene' },
    ],
    ['a value that the fact does not have', { ...CHICAGO, facts: { requester: 'ice-er' } }, 422, { near: 'ice-ero' }],
    ['a value of another kind', { ...CHICAGO, facts: { requester: true } }, 422, { pointer: '/facts/requester' }],
    ['words that are no facts', { ...CHICAGO, given: ['requester is somebody'] }, 422, { pointer: '/given' }],
    [
      'words that are more than facts',
      { ...CHICAGO, given: ['danger-reported then danger-ended'] },
      422,
      { pointer: '/given' },
    ],
    [
      'words that nothing of a scenario can be',
      { ...CHICAGO, given: ['requester is "Somebody"'] },
      400,
      { pointer: '/given/0' },
    ],
    ['a role that there is not', { ...CHICAGO, role: 'oficer' }, 422, { near: 'officer' }],
    [
      'an act that there is not',
      { ...CHICAGO, acts: ['protect-lif'] },
      422,
      { pointer: '/acts/0', near: 'protect-life' },
    ],
    ['a field that there is not', { ...CHICAGO, officer: 'Somebody' }, 400, {}],
    ['one situation and several', { ...CHICAGO, facts: {}, situations: [{}] }, 400, { pointer: '/situations' }],
    ['an asker that is no kind of asker', { ...CHICAGO, by: 'Somebody' }, 400, { pointer: '/by' }],
    ['a body that is no JSON', '{"agency": ', 400, {}],
    ['a body that is no object', '[]', 400, {}],
    ['a body that would change what objects are', '{"__proto__": {"agency": "us"}}', 400, {}],
    ['a body that is too large', JSON.stringify({ ...CHICAGO, role: 'x'.repeat(70_000) }), 413, {}],
  ]
  test.each(cases)('%s', async (_, body, status, problem) => {
    const before = await lines()
    const answer = await post(body)
    expect(answer).toMatchObject({
      status,
      body: { type: expect.stringMatching(/^urn:remit:problem:/), title: expect.any(String), status, ...problem },
    })
    expect(answer.body.detail).toMatch(/\w+.*\.$/)
    expect(await lines()).toEqual(before)
  })

  test('facts that cannot be together, with what they break; and that is written down', async () => {
    const facts = { requester: 'nobody', 'request-purpose': 'civil-arrest' }
    const { status, body } = await post({ ...CHICAGO, facts })
    expect({ status, type: body.type }).toEqual({ status: 422, type: 'urn:remit:problem:impossible' })
    expect(body.impossible).not.toEqual([])
    const last = JSON.parse((await lines()).at(-1) ?? '')
    expect(isLine.Check(last)).toBe(true)
    expect(last).toMatchObject({ situation: facts, impossible: body.impossible?.map(({ breaks }) => breaks) })
  })

  test('says so in the media type of problems', async () => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${server.url}/decide`, { method: 'POST', headers, body: '{}' })
    expect(response.headers.get('content-type')).toContain('application/problem+json')
  })
})
