/** `impact` on incidents that a real server recorded and exported. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CHICAGO, openA1, startTestServer } from '@remit/server/testing/server.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const MEMO = ['us/il/chicago/police/demo', '--at', '2019-09-25', '--with', '2019-09-27']

let folder: string
let exported: string
let record: string

/** A1 with a second person, of whom something else is known. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-impact-'))
  const server = await startTestServer()
  const id = await openA1(server)
  const as = 'dispatcher-7'
  const send = async (
    command:
      | { kind: 'happen'; event: string }
      | { kind: 'add-person' }
      | { kind: 'observe'; input: string; value: boolean; person: number },
  ) => {
    const { version } = await server.view(CHICAGO, id)
    expect(await server.send(CHICAGO, id, { as, version, ...command })).toMatchObject({ body: { incident: id } })
  }
  await send({ kind: 'add-person' })
  await send({ kind: 'observe', input: 'person is in-lockup', value: true, person: 2 })
  await send({ kind: 'happen', event: 'supervisor-arrived' })
  record = await (await fetch(`${server.url}/api/agencies/${CHICAGO}/incidents/${id}/export`)).text()
  exported = join(folder, 'a1.json')
  await writeFile(exported, record)
  await server.stop()
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

test('each situation that was determined is a row, named by its event and by whom it is about', async () => {
  const { code, json } = await run('impact', ...MEMO, '--record', exported, '--json')
  expect(code).toBe(0)
  expectSchema('impact', json)
  expect(json).toMatchObject({ rows: 5, kinds: 4, differing: 3, impossible: { before: 0, after: 0 } })
  const situation = { requester: 'ice-ero', 'request-purpose': 'civil-arrest', warrant: 'i-200' }
  expect(json).toMatchObject({
    groups: [
      { situation, rows: ['incident/r-000001, event 4', 'incident/r-000001, event 8'] },
      {
        situation: { ...situation, 'person is in-lockup': true },
        rows: ['incident/r-000001, event 8, request 1, person 2'],
      },
    ],
  })
})

test('a folder of exports is read whole, and none of it where one does not verify or is of another agency', async () => {
  const [one, spoilt] = [join(folder, 'one'), join(folder, 'spoilt')]
  for (const each of [one, spoilt]) await mkdir(each)
  await writeFile(join(one, 'a1.json'), record)
  await writeFile(join(spoilt, 'a1.json'), record.replaceAll('ice-ero', 'ice-hsi'))
  expect((await run('impact', ...MEMO, '--record', one)).out).toContain('incident/r-000001, event 4')
  const refused = await run('impact', ...MEMO, '--record', spoilt)
  expect(refused).toMatchObject({ code: 66, aside: expect.stringContaining('does not verify') })
  const other = await run('impact', 'us/tx/houston/police', ...MEMO.slice(1), '--record', one)
  expect(other).toMatchObject({ code: 66, aside: expect.stringContaining('not of us/tx/houston/police') })
})
