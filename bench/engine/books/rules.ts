/** The norms and exceptions of a synthetic book, each of them heard somewhere. */
import type { Condition, Define, DocumentHeader, Exception, Norm } from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import shape from '../shape.json' with { type: 'json' }
import { type Family, PROTECT } from './acts.ts'
import { type Claim, claimsOf, isShown, showing } from './claims.ts'
import type { Draw } from './draw.ts'
import { drawnNorm, normOf, type Place, whenOf } from './norms.ts'
import { idOf, lineIn } from './places.ts'
import { isException, type Rule, type Sayings } from './sayings.ts'
import type { Meaning, Total } from './situations.ts'
import { DANGER, FOLDER, MEMBERS } from './words.ts'

/** What rules are drawn with, and the situations that show each claim that was made. */
export type Drafting = {
  readonly draw: Draw
  readonly meaning: Meaning
  readonly sayings: Sayings
  readonly families: readonly Family[]
  readonly defines: readonly Define[]
  readonly shown: Map<Claim, Total>
  /**
   * The families of which a norm speaks on no condition. No second one does: of the few norms that the real orders have
   * for an act one in four has no condition, and in a large book all acts would be settled by such norms.
   */
  readonly settled: Set<Family>
}

const isAlways = ({ when }: Norm) => when.kind === 'all' && when.of.length === 0

/** Documents with places for so many rules, highest force first. */
export function documentsFor(
  draw: Draw,
  rules: number,
): { readonly documents: readonly DocumentHeader[]; readonly places: readonly Place[] } {
  const sizes: number[] = []
  for (let left = rules; left > 0; left -= sizes.at(-1) ?? left)
    sizes.push(Math.min(left, draw.number(shape.rule.perDocument)))
  const ranked = sizes
    .map((size) => ({ size, rank: draw.number(shape.rule.rank) }))
    .toSorted((one, other) => one.rank - other.rank)
  const documents = ranked.map(({ rank }, index): DocumentHeader => {
    const id = `${FOLDER}/order-${idOf(index)}`
    // The ranks that were counted are places in the list of forces.
    const force = FORCES[rank] as (typeof FORCES)[number]
    return {
      id,
      title: `Order ${index + 1}`,
      short: `Order ${index + 1}`,
      issuer: 'Demo City',
      force,
      from: 0,
      source: 'generated',
      verified: 'assumed',
    }
  })
  let number = 0
  const places = ranked.flatMap(({ size, rank }, index) =>
    Array.from({ length: size }, (_, place): Place => {
      number += 1
      return {
        document: documents[index]?.id ?? '',
        rank,
        line: 10 + place * 10,
        name: `norm-${String(number).padStart(4, '0')}`,
      }
    }),
  )
  return { documents, places }
}

/** How often a rule is drawn before it is given up. */
const DRAWS_MAX = 2000

/** Fills a place with the duty to protect life whenever someone is in danger. */
export function protectingNorm(place: Place): Norm {
  const when: Condition = { kind: 'yes', input: DANGER }
  const statement = { roles: MEMBERS, modality: 'must', acts: [PROTECT], otherThan: [], guaranteed: false } as const
  return normOf({ ...place, name: `${place.name}-protect-life` }, when, [statement])
}

/** Adds a norm in its place, heard with all its claims, that leaves those before it heard. Places come highest force first. */
export function addNorm(drafting: Drafting, place: Place): void {
  const { draw, families, defines } = drafting
  for (let drawn = 0; drawn < DRAWS_MAX; drawn++) {
    const first = draw.int(families.length)
    const [family, beside] = [families[first], families[(first + 1) % families.length]]
    if (family === undefined || beside === undefined) continue
    const norm = drawnNorm(draw, place, [family, beside], defines)
    if (norm === undefined || (isAlways(norm) && drafting.settled.has(family))) continue
    if (!isAdded(drafting, norm)) continue
    if (isAlways(norm)) drafting.settled.add(family)
    return
  }
  throw new Error(`no norm that is heard was met for ${place.document}`)
}

/** Adds the rule if it is heard, and what was heard before still is. */
function isAdded(drafting: Drafting, rule: Rule): boolean {
  if (!isHeard(drafting, rule)) return false
  if (areAllHeard(drafting, rule)) return true
  drafting.sayings.takeBack(rule)
  for (const claim of drafting.shown.keys()) if (claim.rule === rule) drafting.shown.delete(claim)
  return false
}

/** Adds the rule if all its claims are heard. */
export function isHeard(drafting: Drafting, rule: Rule): boolean {
  const { draw, meaning, sayings, shown } = drafting
  sayings.add(rule)
  const found: (readonly [Claim, Total])[] = []
  for (const claim of claimsOf(rule)) {
    const total = showing(draw, sayings, meaning, claim)
    if (total === undefined) {
      sayings.takeBack(rule)
      return false
    }
    found.push([claim, total])
  }
  for (const [claim, total] of found) shown.set(claim, total)
  return true
}

/**
 * Adds an exception to a norm, in the norm's own document, that frees one of its acts or turns it into a duty. Norms in
 * `kept` are not lifted. What it silences elsewhere is heard in another situation, or the exception is drawn again.
 */
export function addException(drafting: Drafting, place: Place, kept: ReadonlySet<string>): void {
  const { draw, sayings } = drafting
  const free = [...sayings.norms.values()].filter(
    ({ id, statements }) => !kept.has(id) && statements.every(({ acts }) => !acts.includes(PROTECT)),
  )
  const forbidding = free.filter(({ statements }) => statements.every(({ modality }) => modality === 'must not'))
  const norms = forbidding.length > 0 ? forbidding : free
  for (let drawn = 0; drawn < DRAWS_MAX; drawn++) {
    const exception = exceptionTo(drafting, place, draw.one(norms), norms)
    if (isAdded(drafting, exception)) return
  }
  throw new Error('no exception was met that leaves all norms heard')
}

function exceptionTo(
  { draw, families, defines, sayings }: Drafting,
  place: Place,
  norm: Norm,
  norms: readonly Norm[],
): Exception {
  const lifted = draw.one(norm.statements.flatMap(({ acts }) => acts))
  const family = families.find(({ acts }) => acts.includes(lifted))
  if (family === undefined) throw new Error(`${lifted} is of no family`)
  const againstIt = sayings
    .aboutAct(lifted)
    .filter(({ rule, statement }) => rule.rank === norm.rank && statement.modality === 'must not')
  const isLeaf = family.acts[0] !== lifted || family.acts.length === 1
  const isDuty = isLeaf && againstIt.length > 0 && againstIt.every(({ rule }) => rule === norm) && draw.chance(0.4)
  const other = norms.find(
    ({ rank, id, statements }) =>
      rank >= norm.rank && id !== norm.id && statements.some(({ acts }) => acts.includes(lifted)),
  )
  const to = other !== undefined && draw.number(shape.rule.exceptionTo) > 1 ? [norm.id, other.id].toSorted() : [norm.id]
  const when = whenOf(draw, family, defines)
  const roles = norm.statements.flatMap((statement) => (statement.acts.includes(lifted) ? statement.roles : []))
  const statement = {
    roles: [...new Set(roles)].toSorted(),
    modality: isDuty ? 'must' : 'may',
    acts: [lifted],
    otherThan: [],
    guaranteed: false,
  } as const
  const { lowerMaySayOtherwise: _, ...rule } = normOf(
    { ...place, document: norm.document, rank: norm.rank, line: 1000 + place.line },
    when,
    [statement],
  )
  return {
    ...rule,
    to,
    ...(draw.yes(shape.rule.exceptionForActs) ? { forActs: [lifted] } : {}),
    span: lineIn(norm.document, 1000 + place.line),
  }
}

/** Whether all that a new rule may silence is still heard somewhere, if need be in another situation than before. */
function areAllHeard({ draw, sayings, meaning, shown }: Drafting, rule: Rule): boolean {
  const spoken = new Set(rule.statements.flatMap((statement) => sayings.spokenOf(statement)))
  const lifted = isException(rule) ? rule.to : []
  const again: (readonly [Claim, Total])[] = []
  for (const [claim, before] of shown) {
    const isTouched = lifted.includes(claim.rule.id) || (spoken.has(claim.act) && claim.rule.rank >= rule.rank)
    if (claim.rule === rule || !isTouched || isShown(sayings, meaning, claim, before)) continue
    const total = showing(draw, sayings, meaning, claim)
    if (total === undefined) return false
    again.push([claim, total])
  }
  for (const [claim, total] of again) shown.set(claim, total)
  return true
}

/** The norms and the exceptions that were added, each in order of id. */
export function rulesOf({ sayings }: Drafting): {
  readonly norms: readonly Norm[]
  readonly exceptions: readonly Exception[]
} {
  const byId = (one: Rule, other: Rule) => (one.id < other.id ? -1 : 1)
  return {
    norms: [...sayings.norms.values()].toSorted(byId),
    exceptions: sayings.exceptions.filter(isException).toSorted(byId),
  }
}
