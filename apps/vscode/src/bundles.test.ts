import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Client } from '@remit/language-server/testing/client.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleInto } from './bundles.ts'

const ORDERS = join(import.meta.dirname, '..', '..', '..', 'orders')
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-vscode-'))
  await bundleInto(join(folder, 'dist'))
})
afterAll(() => rm(folder, { recursive: true }))

test('the bundled server, alone in its folder, checks an order and names the bundled page of a finding', async () => {
  const client = new Client(join(folder, 'dist', 'server.cjs'))
  await client.start(ORDERS, { findingPages: `${pathToFileURL(join(folder, 'dist', 'findings')).href}/` })
  const uri = pathToFileURL(join(ORDERS, 'us/il/chicago/police/new.md')).href
  await client.open(uri, '# No front matter\n')
  const [finding] = await client.until(uri, (found) => found.length > 0)
  expect(finding?.codeDescription?.href).toMatch(/dist\/findings\/E010\.md$/)
  expect(await readdir(join(folder, 'dist', 'findings'))).toContain('E010.md')
  expect(await client.stop()).toBe(0)
})
