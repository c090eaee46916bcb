/** Which lists a place appears on is for people to read: nothing that decides can see it. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import { expect, test } from 'vitest'
import jurisdictions from '../../registry/jurisdictions.json' with { type: 'json' }

const ROOT = join(import.meta.dirname, '../../../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const files = globSync('orders/us/**/*.md', { cwd: ROOT }).map((path) => path.slice('orders/'.length, -'.md'.length))
const documents = files
  .filter((id) => !id.endsWith('/agency'))
  .flatMap((id) => parseDocument(id, read(`orders/${id}.md`)).document ?? [])
const agencies = files
  .filter((id) => id.endsWith('/agency'))
  .flatMap((id) => parseAgency(dirname(id), read(`orders/${id}.md`)).agency ?? [])

const places = new Map(jurisdictions.map((place) => [place.id, place]))
/** An invented department has no jurisdiction; what stands for a whole state is in that state's. */
const real = agencies.filter(({ demo }) => !demo)
const placeOf = ({ id, kind }: { readonly id: string; readonly kind: string }) =>
  kind === 'library place' ? dirname(id) : id

test('every folder of the orders that holds orders or an agency has a jurisdiction', () => {
  const invented = new Set(agencies.filter(({ demo }) => demo).map(({ id }) => id))
  const folders = new Set([
    ...documents.map(({ id }) => dirname(id)).filter((folder) => !invented.has(folder)),
    ...real.map(placeOf),
  ])
  expect(folders.size).toBeGreaterThan(20)
  expect([...folders].filter((folder) => !places.has(folder))).toEqual([])
})

test('an agency is called in the registry what its own folder calls it', () => {
  const own = real.filter(({ kind }) => kind !== 'library place')
  expect(own.map(({ id }) => [id, places.get(id)?.name])).toEqual(own.map(({ id, name }) => [id, name]))
})

test('the census code of an agency is that of the place above it in the registry', () => {
  const coded = real.filter(({ fips }) => fips !== undefined)
  expect(coded.length).toBeGreaterThan(5)
  expect(coded.map(({ id }) => [id, places.get(dirname(id))?.fips])).toEqual(coded.map(({ id, fips }) => [id, fips]))
})

test('no package reads the registry', () => {
  const sources = globSync('packages/*/src/**/*.ts', { cwd: ROOT })
  expect(sources.length).toBeGreaterThan(100)
  const reading = /from '[^']*registry|registry\/\w+\.json/
  expect(sources.filter((path) => reading.test(read(path)))).toEqual([])
})

test('of the server only the page of places reads it', () => {
  const sources = globSync('apps/*/src/**/*.{ts,tsx}', { cwd: ROOT }).filter((path) => !/\.test\.tsx?$/.test(path))
  expect(sources.filter((path) => /registry\/\w+\.json|\/registry\/registry\.ts/.test(read(path)))).toEqual([
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
