/**
 * Faults of every sort planted into clean synthetic books, each with the one finding that it has to give: all are to be
 * found where they were planted, and nothing else; trying every situation of a smaller book confirms them. Run: `node bench/engine/planted-faults.ts [FAULTS] [NORMS]`.
 */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { row } from '../measure.ts'
import * as contradictions from './faults/contradictions.ts'
import * as dead from './faults/dead.ts'
import * as gaps from './faults/gaps.ts'
import { Ground, type Plant, type Planted, placeOf } from './faults/ground.ts'
import * as life from './faults/life.ts'
import { type Confirmation, confirmed } from './faults/shrunk.ts'

/** Every sort of fault. */
export const PLANTS: readonly Plant[] = [
  contradictions.dutyAgainstProhibition,
  contradictions.prohibitionAgainstDuty,
  contradictions.guaranteeAgainstProhibition,
  contradictions.adviceBothWays,
  contradictions.dutyBeaten,
  contradictions.prohibitionBeaten,
  contradictions.permissionBeaten,
  dead.contradictoryNorm,
  dead.emptyRangeNorm,
  dead.impossibleNorm,
  dead.liftedNorm,
  dead.deadException,
  dead.restatedNorm,
  dead.nothingPossible,
  gaps.gap,
  gaps.unspokenSeizure,
  gaps.unnamedAct,
  gaps.deadEnd,
  gaps.kindsForbidden,
  gaps.forbiddenDirection,
  gaps.brokenInvariant,
  gaps.brokenAbstention,
  gaps.withdrawingMemo,
  life.urgentAdvised,
  life.urgentForbidden,
  life.urgentKindHeldBack,
  life.unprotectedInAgency,
  life.unprotectedInLibrary,
]

/** How many books are tried for a fault of one sort before that is taken for a fault of its own. */
const BOOKS_MAX = 60

/** How large a book is. */
export type Size = { readonly norms: number; readonly facts: number; readonly acts: number }

/** So many faults, the sorts in turn, each in a book of its own of such a size. */
export function* plantedFaults(count: number, size: Size, seed = 1): Generator<Planted> {
  for (let index = 0; index < count; index++) {
    const plant = PLANTS[index % PLANTS.length]
    if (plant === undefined) throw new Error('there are sorts of faults')
    yield plantedBy(plant, size, seed * 100_000 + index * BOOKS_MAX)
  }
}

function plantedBy(plant: Plant, size: Size, seed: number): Planted {
  for (let drawn = seed; drawn < seed + BOOKS_MAX; drawn++) {
    const planted = plant(new Ground({ seed: drawn, ...size }, drawn))
    if (planted !== undefined) return planted
  }
  throw new Error(`no book has a place for fault ${PLANTS.indexOf(plant)}`)
}

/** What analysis finds in a book, each finding as its code with the places that say what it is about. */
export function foundIn(book: Book): readonly string[] {
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('the book is too large')
  return analyse(compilation.compiled).map((finding) => `${finding.code} ${placesOf(finding).join(' ')}`)
}

/** The one finding that is expected of a planted fault, as {@link foundIn} tells it. */
export function expectedOf({ code, places }: Planted): string {
  return `${code} ${places.join(' ')}`
}

function placesOf({ code, labels }: MeaningFinding): readonly string[] {
  const [first, second] = labels.map(({ span }) => placeOf(span))
  const both = [first, second].filter((place) => place !== undefined)
  if (code === 'E301' || code === 'W301') return both.toSorted()
  return code === 'E305' || code === 'W309' ? both : both.slice(0, 1)
}

if (import.meta.main) {
  const [faults = 200, norms = 200] = process.argv.slice(2).map(Number)
  const truth = new Map<Confirmation, number>()
  const sorts = new Map<string, { planted: number; found: number; more: number }>()
  for (const planted of plantedFaults(faults, { norms, facts: 60, acts: 40 })) {
    const found = foundIn(planted.book)
    const expected = expectedOf(planted)
    const sort = sorts.get(`${planted.code}, ${planted.kind}`) ?? { planted: 0, found: 0, more: 0 }
    sorts.set(`${planted.code}, ${planted.kind}`, sort)
    sort.planted += 1
    const truly = confirmed(planted)
    truth.set(truly, (truth.get(truly) ?? 0) + 1)
    sort.found += found.includes(expected) ? 1 : 0
    sort.more += found.filter((one) => one !== expected).length
    if (found.length !== 1 || found[0] !== expected)
      console.error(`${planted.kind}: expected ${expected}, found ${found.join('; ') || 'nothing'}`)
  }
  for (const [sort, { planted, found, more }] of sorts)
    row(sort, `${found} of ${planted} found`, `${more} other findings`)
  const all = [...sorts.values()]
  const sum = (of: 'planted' | 'found' | 'more') => all.reduce((total, sort) => total + sort[of], 0)
  row(`all, in books of ${norms} norms`, `${sum('found')} of ${sum('planted')} found`, `${sum('more')} other findings`)
  const shares = [...truth].map(([confirmation, count]) => `${count} ${confirmation}`)
  row('every situation of a shrunk book tried by the reference interpreter', shares.join(', '), `of ${sum('planted')}`)
}
