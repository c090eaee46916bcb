import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { webCrypto } from '@remit/record/checkpoints/web-crypto.ts'
import { verifyBundle } from '@remit/record/proofs/verify-bundle.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCluster } from '../cluster/cluster.ts'
import { startServer } from '../start.ts'
import { CHICAGO, ORDERS, openA1, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let owner: pg.Client
let app: pg.Client
beforeAll(async () => {
  server = await startTestServer()
  // The cluster runs already: this takes it over and gives its addresses.
  const { ownerUrl, appUrl } = await startCluster(server.folder)
  owner = new pg.Client({ connectionString: ownerUrl })
  app = new pg.Client({ connectionString: appUrl })
  await Promise.all([owner.connect(), app.connect()])
  await openA1(server)
})
afterAll(async () => {
  await Promise.all([owner.end(), app.end()])
  await server.stop()
})

describe('events and checkpoints', () => {
  test.each([
    ["update remit.event set by_position = 'x'", 'event is append-only: update'],
    ['delete from remit.event', 'event is append-only: delete'],
    ['truncate remit.event', 'event is append-only: truncate'],
    ["update remit.checkpoint set note = ''", 'checkpoint is append-only: update'],
  ])('cannot be changed even by their owner: %s', async (sql, message) => {
    await expect(owner.query(sql)).rejects.toThrow(message)
  })

  test('cannot be changed by the server’s own role either', async () => {
    await expect(app.query('delete from remit.event')).rejects.toThrow('permission denied')
  })

  test('of another agency are not there for a transaction', async () => {
    const count = async (agency: string) => {
      await app.query('begin')
      await app.query("select set_config('remit.agency', $1, true)", [agency])
      const { rows } = await app.query<{ count: number }>('select count(*)::integer as count from remit.event')
      await app.query('commit')
      return rows[0]?.count
    }
    expect(await count('us/il/chicago/police/demo')).toBeGreaterThanOrEqual(5)
    expect(await count('us/tx/houston/police/demo')).toBe(0)
  })

  test('without an agency are not there at all', async () => {
    const { rows } = await app.query('select * from remit.event')
    expect(rows).toEqual([])
  })

  test('have no column for a person', async () => {
    const { rows } = await owner.query<{ column_name: string }>(
      "select column_name from information_schema.columns where table_schema = 'remit'",
    )
    expect(
      rows.filter(({ column_name }) => /person|first|last_name|birth|status|citizen|phone|address/.test(column_name)),
    ).toEqual([])
  })
})

describe('the program', () => {
  const start = (port: number, dataFolder = server.folder, ordersFolder = ORDERS) =>
    startServer({ host: '127.0.0.1', port, dataFolder, ordersFolder })

  test('says that a port is in use, and starts nothing', async () => {
    const probe = createServer()
    const port = await new Promise<number>((resolve) =>
      probe.listen(0, '127.0.0.1', () => {
        const address = probe.address()
        resolve(typeof address === 'object' && address !== null ? address.port : 0)
      }),
    )
    await expect(start(port)).rejects.toThrow(`port ${port} on 127.0.0.1 is in use`)
    probe.close()
  })

  test('refuses a data folder of a newer version and leaves it as it is', async () => {
    const file = join(server.folder, 'version')
    const version = await readFile(file, 'utf8')
    await writeFile(file, '999\n')
    await expect(start(0)).rejects.toThrow('was written by a newer version of Remit (layout 999')
    expect(await readFile(file, 'utf8')).toBe('999\n')
    await writeFile(file, version)
  })

  test('refuses a database of a newer version', async () => {
    await owner.query('insert into public.remit_migration (id) values (999)')
    const { ownerUrl, appUrl } = await startCluster(server.folder)
    const databases = { ownerUrl, appUrl }
    await expect(
      startServer({ host: '127.0.0.1', port: 0, dataFolder: server.folder, ordersFolder: ORDERS, databases }),
    ).rejects.toThrow('the database is at version 999')
    await owner.query('delete from public.remit_migration where id = 999')
  })

  test('names an order that cannot be read', async () => {
    const folder = join(server.folder, 'orders')
    await import('node:fs/promises').then(({ mkdir }) => mkdir(join(folder, 'us'), { recursive: true }))
    await writeFile(join(folder, 'us', 'broken.md'), '---\ntitle: [\n---\n')
    await expect(start(0, server.folder, folder)).rejects.toThrow(/us\/broken\.md:\d+/)
  })
})

test('an incident is exported with proofs that verify against the published key', async () => {
  const id = await openA1(server)
  const { status, body } = await server.ask<{ format: string; leaves: unknown[] }>(
    'GET',
    `/api/agencies/${CHICAGO}/incidents/${id}/export`,
  )
  expect(status).toBe(200)
  expect(body.format).toBe('remit-incident-export/1')
  expect(body.leaves.length).toBe((await server.view(CHICAGO, id)).version)
  const { body: published } = await server.ask<{ key: string }>('GET', `/api/agencies/${CHICAGO}/checkpoint`)
  const report = await verifyBundle(JSON.stringify(body), {
    ...webCrypto(crypto.subtle),
    trustedKeys: [published.key],
  })
  expect(report.checks.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
})
