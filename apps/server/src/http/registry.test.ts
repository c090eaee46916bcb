/** Which lists a place appears on is for people to read: nothing that decides can see it. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { expect, test } from 'vitest'
import entries from '../../registry/entries.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '../../../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const documents = globSync('orders/us/**/*.md', { cwd: ROOT })
  .filter((path) => !path.endsWith('agency.md'))
  .flatMap((path) => parseDocument(path.slice('orders/'.length, -'.md'.length), read(path)).document ?? [])

test('every entry has a source, a day and how it is known', () => {
  const wrong = entries.filter(
    ({ source, date, verified }) =>
      source === '' ||
      !/^\d{4}-\d\d-\d\d$/.test(date) ||
      !['primary', 'secondary', 'recalled', 'assumed'].includes(verified),
  )
  expect(wrong).toEqual([])
})

test('no package reads the registry', () => {
  const sources = globSync('packages/*/src/**/*.ts', { cwd: ROOT })
  expect(sources.length).toBeGreaterThan(100)
  expect(
    sources.filter((path) => /from '[^']*registry/.test(read(path)) || read(path).includes('entries.json')),
  ).toEqual([])
})

test('of the server only the page of places reads it', () => {
  const sources = globSync('apps/*/src/**/*.{ts,tsx}', { cwd: ROOT }).filter((path) => !/\.test\.tsx?$/.test(path))
  expect(sources.filter((path) => read(path).includes('registry/entries.json'))).toEqual([
    'apps/server/src/http/registry.ts',
  ])
})

test('no block of an order names a list or who publishes it', () => {
  expect(documents.length).toBeGreaterThan(100)
  const publishers = /center for immigration studies|executive order 14287|listed-by|on-list\b|published-list/i
  const naming = documents.filter(({ text }) =>
    [...text.matchAll(/^```remit\n(.*?)^```/gms)].some(([, block = '']) => publishers.test(block)),
  )
  expect(naming.map(({ id }) => id)).toEqual([])
})
