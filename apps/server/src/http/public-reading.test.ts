/** What anybody can read without an account: printed papers, and what changed in an order. One server for all. */
import type { ChangesView } from '@remit/contract/changes-view.ts'
import type { DocumentView } from '@remit/contract/library-view.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CHICAGO, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const got = async (path: string) => {
  const response = await fetch(`${server.url}/paper/${path}`)
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

test('anybody gets a card as a page that asks nobody for anything, and as PDF', async () => {
  const html = await got(`${CHICAGO}/card.html?at=2019-09-28T21:50`)
  expect(html.status).toBe(200)
  expect(html.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(html.headers.get('content-security-policy')).toMatch(/^default-src 'none'/)
  expect(html.bytes.toString()).toContain('Wait for your supervisor.')
  expect(html.bytes.toString()).toContain('28 Sep 2019, 23:59.')
  const pdf = await got(`${CHICAGO}/card.pdf?at=2019-09-28T21:50`)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
})

test('a sheet tells what changed since then, and without a time the card is of now', async () => {
  const sheet = await got(`${CHICAGO}/sheet.html?since=2019-09-20&at=2019-09-28`)
  expect(sheet.bytes.toString()).toContain('In force now: DHS memo.')
  const now = await got(`${CHICAGO}/card.html`)
  expect(now.bytes.toString()).toContain('Printed 24 Nov 2026, 06:00')
})

test.each([
  ['us~nowhere/card.pdf', 404, 'There is no agency `us/nowhere`'],
  [`${CHICAGO}/card.doc`, 400, 'form'],
  [`${CHICAGO}/card.pdf?at=2019-02-30`, 400, 'There is no day or time `2019-02-30`.'],
  [`${CHICAGO}/card.html?at=2019-09-28&through=2019-09-27`, 400, 'The card would end before it begins.'],
  [`${CHICAGO}/sheet.pdf`, 400, 'since'],
  [`${CHICAGO}/sheet.html?since=2019-09-28&at=2019-09-20`, 400, 'The sheet would begin after it ends.'],
])('%s is refused', async (path, status, words) => {
  const answer = await got(path)
  expect(answer.status).toBe(status)
  expect(answer.bytes.toString()).toContain(words)
})

const NEWER = 'us~il~chicago~welcoming-city-2021'
const CHANGES = `/api/documents/${NEWER}/changes`
const OLDER = 'us~il~chicago~welcoming-city-2012'

test('a document names its versions, and each later one says what it changed', async () => {
  const { body: document } = await server.ask<DocumentView>('GET', `/api/documents/${NEWER}`)
  expect(document.versions.map(({ from }) => from)).toEqual(['2012-09-12', '2021-02-23'])
  const { body } = await server.ask<ChangesView>('GET', `${CHANGES}?since=${OLDER}`)
  expect(body.kind).toBe('changes')
})

test('what changed can be kept by whoever has it, and is not sent again', async () => {
  const first = await fetch(`${server.url}${CHANGES}?since=${OLDER}`)
  const tag = first.headers.get('etag') ?? ''
  expect(tag).toMatch(/^".{20,}"$/)
  expect(first.headers.get('cache-control')).toContain('public')
  const again = await fetch(`${server.url}${CHANGES}?since=${OLDER}`, { headers: { 'if-none-match': tag } })
  expect(again.status).toBe(304)
})

test.each([
  ['itself', NEWER],
  ['a document of another order', 'us~il~trust-act-2021'],
  ['no document', 'us~il~nothing'],
])('%s is no earlier version', async (_, since) => {
  expect((await server.ask('GET', `${CHANGES}?since=${since}`)).status).toBe(404)
})
