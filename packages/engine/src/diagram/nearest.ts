/**
 * What is nearest to one point: the least costly way into a set of situations, and the least costly facts that keep out of it.
 *
 * A point is a cell for each variable, -1 for one that is not known. To leave a known cell has a cost; what is not known
 * may be in any cell for nothing.
 */
import { assert, at } from '../assert.ts'
import { type Diagram, type Diagrams, NO } from './diagrams.ts'
import { support } from './reach.ts'

/** What it costs that a variable is in this cell and not in its own; more than 0, and a whole number. */
export type CostOf = (variable: number, cell: number) => number

/** `cells` are those that a way tests, -1 for the others, which stay as they are. */
export type NearestPoint = { readonly cells: Int32Array; readonly cost: number }

/**
 * A point of `where` that costs least to reach from `from`, `undefined` if `where` is nowhere: the shortest path to YES,
 * exact because what a path does not test need not change. Of equal ones the first by variable and cell.
 */
export function nearestPoint(
  diagrams: Diagrams,
  where: Diagram,
  from: Int32Array,
  costOf: CostOf,
): NearestPoint | undefined {
  if (where === NO) return undefined
  const costs = new Map<Diagram, number>()
  const costTo = (variable: number, cell: number) => {
    const own = from[variable] ?? -1
    return own < 0 || own === cell ? 0 : costOf(variable, cell)
  }
  const cost = (node: Diagram): number => {
    if (node < 0) return node === NO ? Number.POSITIVE_INFINITY : 0
    const before = costs.get(node)
    if (before !== undefined) return before
    const variable = diagrams.variableOf(node)
    let least = Number.POSITIVE_INFINITY
    for (let cell = 0; cell < diagrams.width(variable); cell++) {
      least = Math.min(least, costTo(variable, cell) + cost(diagrams.target(node, cell)))
    }
    costs.set(node, least)
    return least
  }
  const cells = new Int32Array(diagrams.widths.length).fill(-1)
  for (let node = where; node >= 0; ) {
    const variable = diagrams.variableOf(node)
    const here = cost(node)
    let cell = 0
    while (costTo(variable, cell) + cost(diagrams.target(node, cell)) !== here) cell++
    cells[variable] = cell
    node = diagrams.target(node, cell)
  }
  return { cells, cost: cost(where) }
}

/** Known variables that together keep out of somewhere, in order. */
export type Keeping = {
  readonly variables: readonly number[]
  /** Whether none costs less; else none of them can be left out, and a search for less was given up. */
  readonly least: boolean
}

/** Rounds in which less is sought before an irredundant choice is taken: far more than orders of real places need. */
const ROUNDS = 400
/** Choices that one round may try. */
const CHOICES = 100_000

/**
 * The least costly known variables of which the cells alone keep out of `against`: nothing that has these cells is in it.
 * INVARIANT of the caller: all the known ones together do.
 *
 * A choice keeps out exactly if it meets the difference of each point of `against` from `from`. So differences are
 * gathered, always one that the least costly choice for those before does not meet, until it meets all there are.
 */
export function leastKeepingOut(
  diagrams: Diagrams,
  against: Diagram,
  from: Int32Array,
  weightOf: (variable: number) => number,
): Keeping {
  const known = support(diagrams, against).filter((variable) => (from[variable] ?? -1) >= 0)
  const differences: number[][] = []
  for (let round = 0; round < ROUNDS; round++) {
    const chosen = leastMeeting(differences, weightOf)
    if (chosen === undefined) break
    const left = leftWith(diagrams, against, from, chosen)
    if (left === NO) return { variables: chosen.toSorted((a, b) => a - b), least: true }
    const point = nearestPoint(diagrams, left, from, () => 1)
    assert(point !== undefined && point.cost > 0, 'what is known keeps out of it')
    differences.push(known.filter((variable) => leaves(point.cells, from, variable)))
  }
  return {
    variables: irredundantKeeping(
      diagrams,
      against,
      from,
      known.toSorted((a, b) => weightOf(b) - weightOf(a)),
    ),
    least: false,
  }
}

function leaves(cells: Int32Array, from: Int32Array, variable: number): boolean {
  const cell = cells[variable] ?? -1
  return cell >= 0 && cell !== from[variable]
}

/** What is left of a diagram with the cells of some variables only. */
function leftWith(diagrams: Diagrams, diagram: Diagram, from: Int32Array, variables: readonly number[]): Diagram {
  const cells = new Int32Array(diagrams.widths.length).fill(-1)
  for (const variable of variables) cells[variable] = from[variable] ?? -1
  return diagrams.restrict(diagram, cells, diagrams.stamp())
}

/** Leaves out what is not needed, one after the other. */
function irredundantKeeping(
  diagrams: Diagrams,
  against: Diagram,
  from: Int32Array,
  known: readonly number[],
): readonly number[] {
  let kept = known
  for (const variable of known) {
    const others = kept.filter((other) => other !== variable)
    if (leftWith(diagrams, against, from, others) === NO) kept = others
  }
  return kept.toSorted((a, b) => a - b)
}

/** The least costly variables of which some are in each of these sets; `undefined` if that is not found in time. */
function leastMeeting(
  sets: readonly (readonly number[])[],
  weightOf: (variable: number) => number,
): readonly number[] | undefined {
  let best: readonly number[] | undefined
  let bestCost = Number.POSITIVE_INFINITY
  let choices = 0
  const meet = (chosen: readonly number[], cost: number, barred: ReadonlySet<number>): void => {
    if (++choices > CHOICES || cost + leastStillDue(sets, chosen, weightOf) >= bestCost) return
    const open = sets.filter((set) => !set.some((variable) => chosen.includes(variable)))
    if (open.length === 0) {
      best = chosen
      bestCost = cost
      return
    }
    const next = at(
      open.toSorted((a, b) => a.length - b.length),
      0,
    )
    const tried = new Set(barred)
    for (const variable of next.toSorted((a, b) => weightOf(a) - weightOf(b) || a - b)) {
      if (barred.has(variable)) continue
      meet([...chosen, variable], cost + weightOf(variable), tried)
      tried.add(variable)
    }
  }
  meet([], 0, new Set())
  return choices > CHOICES ? undefined : best
}

/** At least this has still to be paid: sets without a common variable have each to be met by another one. */
function leastStillDue(
  sets: readonly (readonly number[])[],
  chosen: readonly number[],
  weightOf: (variable: number) => number,
): number {
  const used = new Set(chosen)
  let due = 0
  for (const set of sets) {
    if (set.some((variable) => used.has(variable))) continue
    due += Math.min(...set.map(weightOf))
    for (const variable of set) used.add(variable)
  }
  return due
}
