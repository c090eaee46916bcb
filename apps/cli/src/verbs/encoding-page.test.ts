/** The example of `docs/law/encoding.md`, as a reader would copy it: its files beside the shared vocabulary. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORDERS_FOLDER } from '../orders.ts'
import { run } from '../testing/run.ts'

const PAGE = join(import.meta.dirname, '../../../../docs/law/encoding.md')
const FILE = /^`(\S+\.md)`\n\n````markdown\n(.*?)^````$/gms
const PLACE = 'us/il/alder'

let folder = ''
let files: readonly string[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-encoding-'))
  const page = await readFile(PAGE, 'utf8')
  const shown = [...page.matchAll(FILE)].map(([, path = '', text = '']) => ({ path, text }))
  files = shown.map(({ path }) => path)
  const words = await readFile(join(ORDERS_FOLDER, 'us/vocabulary.md'), 'utf8')
  for (const { path, text } of [{ path: 'us/vocabulary.md', text: words }, ...shown]) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('the page shows an agency and an order', () => {
  expect(files).toEqual([`${PLACE}/police/agency.md`, `${PLACE}/12-4.md`])
})

test('the example has no error', async () => {
  const { code, json } = await run('check', PLACE, '--orders', folder, '--json')
  expect({ code, json }).toMatchObject({ code: 0, json: { documents: 2, errors: 0 } })
})

test('the scenarios of the example pass', async () => {
  const { code, json } = await run('test', PLACE, '--orders', folder, '--json')
  expect({ code, json }).toMatchObject({ code: 0, json: { passed: 4, failed: 0 } })
})

test('the scenarios of the example show each norm and each exception', async () => {
  const { code } = await run('cover', PLACE, '--orders', folder, '--require', 'norms,exceptions')
  expect(code).toBe(0)
})
