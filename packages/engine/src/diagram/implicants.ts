/**
 * A set of situations, described: an irredundant cover of it by prime implicants.
 *
 * An implicant leaves most variables open and allows each of the others some of its cells, so it is a condition that a
 * person can read. Each is prime (nothing can be left out of it), and together they describe the set exactly, none of
 * them in vain. Where situations are impossible, a description may say of them what it likes, and is shorter for it.
 */
import { at } from '../assert.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'
import { count, support, witness } from './reach.ts'

/** The cells that each variable may be in, in order; a variable that is not named may be in any. */
export type Implicant = ReadonlyMap<number, readonly number[]>

export type Description = {
  /** What concerns most kinds of situation first. */
  readonly implicants: readonly Implicant[]
  /** What they leave undescribed because there would be too many of them; NO if nothing. */
  readonly left: Diagram
}

export type DescribeOptions = {
  /** Which situations are possible; all if absent. */
  readonly care?: Diagram
  /** How many implicants at most. */
  readonly most?: number
  /** Cells to begin with where there is a choice, one for each variable. */
  readonly preferred?: Int32Array
}

/** Implicants that are sought before a description is given up as too long to read. */
const MOST = 200

/** Describes where a yes-or-no diagram is yes. */
export function describe(diagrams: Diagrams, where: Diagram, options: DescribeOptions = {}): Description {
  const { care = YES, most = MOST, preferred = new Int32Array(diagrams.widths.length) } = options
  const wanted = diagrams.and(where, care)
  const allowed = diagrams.or(where, diagrams.not(care))
  const found: Covering[] = []
  let left = wanted
  while (left !== NO && found.length < most) {
    const cells = witness(diagrams, left, preferred)
    if (cells === undefined) break
    const implicant = widened(diagrams, allowed, cells)
    const covers = whereHolds(diagrams, implicant)
    found.push({ implicant, covers })
    left = diagrams.without(left, covers)
  }
  const needed = irredundant(diagrams, found, diagrams.without(wanted, left))
  const read = support(diagrams, wanted)
  const size = new Map(needed.map((one) => [one, count(diagrams, diagrams.and(one.covers, wanted), read)]))
  const inOrder = needed.toSorted((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0))
  return { implicants: inOrder.map(({ implicant }) => implicant), left }
}

/** Where an implicant holds. */
export function whereHolds(diagrams: Diagrams, implicant: Implicant): Diagram {
  // Made from its last variable up, so that each variable costs one node.
  const fromLast = [...implicant].sort(([a], [b]) => b - a)
  return fromLast.reduce((below, [variable, cells]) => within(diagrams, variable, { cells, below }), YES)
}

type Covering = { readonly implicant: Implicant; readonly covers: Diagram }

type Within = { readonly cells: readonly number[]; readonly below: Diagram }

function within(diagrams: Diagrams, variable: number, { cells, below }: Within): Diagram {
  const targets = Array.from({ length: diagrams.width(variable) }, (_, cell) => (cells.includes(cell) ? below : NO))
  return diagrams.node(variable, targets)
}

/**
 * A prime implicant of `allowed` around the cells of one situation: the last variables, which are the most special, are
 * left open first, then single cells are added to those that stay.
 */
function widened(diagrams: Diagrams, allowed: Diagram, cells: Int32Array): Implicant {
  const sets = new Map<number, readonly number[]>()
  for (const [variable, cell] of cells.entries()) if (cell >= 0) sets.set(variable, [cell])
  for (const variable of [...sets.keys()].reverse()) {
    const before = sets.get(variable) ?? []
    sets.delete(variable)
    if (!holdsThroughout(diagrams, allowed, sets)) sets.set(variable, before)
  }
  for (const variable of [...sets.keys()].sort((a, b) => a - b)) {
    for (let cell = 0; cell < diagrams.width(variable); cell++) {
      const before = sets.get(variable) ?? []
      if (before.includes(cell)) continue
      sets.set(
        variable,
        [...before, cell].sort((a, b) => a - b),
      )
      if (!holdsThroughout(diagrams, allowed, sets)) sets.set(variable, before)
    }
  }
  return new Map([...sets].sort(([a], [b]) => a - b))
}

/** Whether a diagram is yes wherever the implicant holds. */
export function holdsThroughout(diagrams: Diagrams, diagram: Diagram, implicant: Implicant): boolean {
  return holdsBelow(diagrams, diagram, { implicant, seen: new Set() })
}

/** The implicant, and the nodes below which it is known to hold or is being looked at. */
type Holding = { readonly implicant: Implicant; readonly seen: Set<Diagram> }

function holdsBelow(diagrams: Diagrams, diagram: Diagram, holding: Holding): boolean {
  if (diagram < 0) return diagram !== NO
  if (holding.seen.has(diagram)) return true
  holding.seen.add(diagram)
  const variable = diagrams.variableOf(diagram)
  const cells = holding.implicant.get(variable)
  const count = cells?.length ?? diagrams.width(variable)
  for (let place = 0; place < count; place++) {
    const cell = cells === undefined ? place : at(cells, place)
    if (!holdsBelow(diagrams, diagrams.target(diagram, cell), holding)) return false
  }
  return true
}

/** Leaves out what the others cover, the narrowest first. */
function irredundant(diagrams: Diagrams, found: readonly Covering[], wanted: Diagram): readonly Covering[] {
  const inOrder = found.toSorted((a, b) => b.implicant.size - a.implicant.size)
  /** At each place, what those after it cover. */
  const later = inOrder.map(() => NO)
  for (let place = inOrder.length - 2; place >= 0; place--)
    later[place] = diagrams.or(at(later, place + 1), at(inOrder, place + 1).covers)
  const kept = new Set<Covering>()
  let covered = NO
  for (const [place, one] of inOrder.entries()) {
    if (diagrams.without(wanted, diagrams.or(covered, at(later, place))) === NO) continue
    kept.add(one)
    covered = diagrams.or(covered, one.covers)
  }
  return found.filter((one) => kept.has(one))
}
