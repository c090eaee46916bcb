/**
 * The outlines of the states for the build: from us-atlas, already projected (Albers, Alaska and Hawaii moved in), thinned
 * to what a map of 620 units can show, so that a page carries 10 kB of outlines instead of 80.
 */
import { createRequire } from 'node:module'
import { geoPath } from 'd3-geo'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'

export type StateShape = {
  /** Two digits. */
  readonly fips: string
  /** Two capital letters. */
  readonly letters: string
  readonly name: string
  /** An SVG path in a field of 620 by 392. */
  readonly path: string
  /** Where its letters stand. */
  readonly centre: readonly [number, number]
}

/** The atlas is drawn in 975 by 610 units. */
const SCALE = 620 / 975
/** Points nearer than this to the one before are left out, in units of the map. */
const NEAR = 1.1

/** Fifty states and the District of Columbia, in the order of the atlas. */
export function stateShapes(): readonly StateShape[] {
  const atlas: Topology<{ states: GeometryCollection<{ name: string }> }> = createRequire(import.meta.url)(
    'us-atlas/states-albers-10m.json',
  )
  const { transform: _, ...rest } = atlas
  const topology = { ...rest, arcs: atlas.arcs.map((arc) => thinned(placed(arc, atlas))) }
  const draw = geoPath().digits(1)
  return feature(topology, topology.objects.states)
    .features.map((state) => ({
      fips: String(state.id),
      name: state.properties.name,
      path: draw(state) ?? '',
      centre: draw.centroid(state).map((each) => Math.round(each)),
    }))
    .flatMap(({ centre: [x, y], ...shape }) => {
      const letters = LETTERS[shape.name]
      return x === undefined || y === undefined || Number.isNaN(x) || letters === undefined
        ? []
        : [{ ...shape, letters, centre: [x, y] as const }]
    })
}

/** Arcs are stored as steps of a grid. */
function placed(arc: readonly number[][], { transform }: Topology): [number, number][] {
  const [sx = 1, sy = 1] = transform?.scale ?? []
  const [tx = 0, ty = 0] = transform?.translate ?? []
  let [x, y] = [0, 0]
  return arc.map(([dx = 0, dy = 0]) => {
    x += dx
    y += dy
    return [(x * sx + tx) * SCALE, (y * sy + ty) * SCALE]
  })
}

/** Arcs and not states are thinned, so that neighbours still share their border. */
function thinned(points: readonly [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const [place, point] of points.entries()) {
    const last = kept.at(-1)
    const isEnd = place === 0 || place === points.length - 1
    if (isEnd || last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= NEAR) kept.push(point)
  }
  return kept
}

/** The atlas has names and numbers alone; the orders name a state by two letters. */
const LETTERS: Readonly<Record<string, string>> = {
  Alabama: 'AL',
  Alaska: 'AK',
  Arizona: 'AZ',
  Arkansas: 'AR',
  California: 'CA',
  Colorado: 'CO',
  Connecticut: 'CT',
  Delaware: 'DE',
  'District of Columbia': 'DC',
  Florida: 'FL',
  Georgia: 'GA',
  Hawaii: 'HI',
  Idaho: 'ID',
  Illinois: 'IL',
  Indiana: 'IN',
  Iowa: 'IA',
  Kansas: 'KS',
  Kentucky: 'KY',
  Louisiana: 'LA',
  Maine: 'ME',
  Maryland: 'MD',
  Massachusetts: 'MA',
  Michigan: 'MI',
  Minnesota: 'MN',
  Mississippi: 'MS',
  Missouri: 'MO',
  Montana: 'MT',
  Nebraska: 'NE',
  Nevada: 'NV',
  'New Hampshire': 'NH',
  'New Jersey': 'NJ',
  'New Mexico': 'NM',
  'New York': 'NY',
  'North Carolina': 'NC',
  'North Dakota': 'ND',
  Ohio: 'OH',
  Oklahoma: 'OK',
  Oregon: 'OR',
  Pennsylvania: 'PA',
  'Rhode Island': 'RI',
  'South Carolina': 'SC',
  'South Dakota': 'SD',
  Tennessee: 'TN',
  Texas: 'TX',
  Utah: 'UT',
  Vermont: 'VT',
  Virginia: 'VA',
  Washington: 'WA',
  'West Virginia': 'WV',
  Wisconsin: 'WI',
  Wyoming: 'WY',
}
