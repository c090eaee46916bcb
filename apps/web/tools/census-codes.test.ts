/** The codes of the registry are those of the atlas of the Census Bureau, from which the map is drawn too. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { GeometryCollection, Topology } from 'topojson-specification'
import { expect, test } from 'vitest'
import { stateShapes } from './state-shapes.ts'

type Place = { readonly id: string; readonly name: string; readonly kind: string; readonly fips?: string }

const REGISTRY = join(import.meta.dirname, '../../server/registry/jurisdictions.json')
const places: readonly Place[] = JSON.parse(readFileSync(REGISTRY, 'utf8'))
const ofKind = (...kinds: readonly string[]) => places.filter(({ kind }) => kinds.includes(kind))

test('each state of the registry has its code, its letters and its name on the map', () => {
  const states = ofKind('state', 'district')
  expect(states.length).toBeGreaterThan(20)
  const drawn = new Map(stateShapes().map(({ letters, fips, name }) => [`us/${letters.toLowerCase()}`, { fips, name }]))
  expect(states.map(({ id }) => drawn.get(id))).toEqual(states.map(({ fips, name }) => ({ fips, name })))
})

test('each county of the registry has the code of the county of its name in its state', () => {
  const atlas: Topology<{ counties: GeometryCollection<{ name: string }> }> = createRequire(import.meta.url)(
    'us-atlas/counties-10m.json',
  )
  const names = new Map(
    atlas.objects.counties.geometries.flatMap(({ id, properties }) =>
      properties && 'name' in properties ? [[id, `${properties.name} County`]] : [],
    ),
  )
  const counties = ofKind('county')
  expect(counties.length).toBeGreaterThan(50)
  expect(counties.map(({ id, fips }) => [id, names.get(fips)])).toEqual(counties.map(({ id, name }) => [id, name]))
})
