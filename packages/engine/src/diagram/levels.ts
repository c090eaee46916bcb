/**
 * A diagram as a few lookups. Its variables are cut into levels; a level's cells make one index, and the level's table
 * says with it where the next level begins, or the answer. A walk of a diagram waits for each test before it knows the
 * next, and a processor guesses wrongly on the way; here all the tests of a level are made at once, whatever the facts.
 */
import { assert } from '../assert.ts'
import { type Diagram, type Diagrams, terminalValue } from './diagrams.ts'
import { support } from './reach.ts'

export type Levels = {
  /** The variable of each test, in the order of levels. */
  readonly variables: Int32Array
  /** What one cell further adds to the index of the test's level. */
  readonly strides: Int32Array
  /** For each level, one more than its last test. */
  readonly ends: Int32Array
  /** At a state plus an index: the state in the next level, or after the last one the value. */
  readonly table: Int32Array
  /** The first state; the value itself where there is no level. */
  readonly start: number
}

/** Numbers that a table may hold, the best first: what the nearest cache holds, and what those after it do. */
const SIZES = [1 << 13, 1 << 16, 1 << 18]
/** More levels than this are only taken where no size allows fewer: each waits for the one before. */
const LEVELS_WANTED = 4
/** What no table may reach: sums of indexes leave the bits above it free. */
export const TABLE_MAX = 1 << 24
/** Most indexes of one level; with the last one each variable has a level of its own. */
const WIDEST = [1 << 13, 4096, 1024, 256, 64, 16, 1]

/** The levels of a diagram: as few as a wanted size allows. A value may be any number from 0. */
export function levelsOf(diagrams: Diagrams, diagram: Diagram): Levels {
  const tested = support(diagrams, diagram)
  for (const size of SIZES) {
    for (const widest of WIDEST) {
      const groups = groupsOf(diagrams, tested, widest)
      const table = groups.length > LEVELS_WANTED ? undefined : tableOf(diagrams, diagram, groups, size)
      if (table !== undefined) return { ...testsOf(diagrams, groups), ...table }
    }
  }
  const groups = groupsOf(diagrams, tested, 1)
  const table = tableOf(diagrams, diagram, groups, TABLE_MAX)
  assert(table !== undefined, 'a diagram within its limits is smaller than the largest table')
  return { ...testsOf(diagrams, groups), ...table }
}

/** The variables of one level, and how many indexes their cells make. */
type Group = { readonly variables: readonly number[]; readonly width: number }

function groupsOf(diagrams: Diagrams, tested: readonly number[], widest: number): readonly Group[] {
  const groups: Group[] = []
  for (const variable of tested) {
    const last = groups.at(-1)
    const width = diagrams.width(variable)
    if (last !== undefined && last.width * width <= widest) {
      groups[groups.length - 1] = { variables: [...last.variables, variable], width: last.width * width }
    } else groups.push({ variables: [variable], width })
  }
  return groups
}

function testsOf(diagrams: Diagrams, groups: readonly Group[]): Pick<Levels, 'variables' | 'strides' | 'ends'> {
  const ends: number[] = []
  const strides: number[] = []
  for (const { variables } of groups) {
    let stride = 1
    for (const variable of variables) {
      strides.push(stride)
      stride *= diagrams.width(variable)
    }
    ends.push(strides.length)
  }
  return {
    variables: Int32Array.from(groups.flatMap(({ variables }) => variables)),
    strides: Int32Array.from(strides),
    ends: Int32Array.from(ends),
  }
}

/** `undefined` where the table would hold more than `max` numbers. */
function tableOf(
  diagrams: Diagrams,
  root: Diagram,
  groups: readonly Group[],
  max: number,
): Pick<Levels, 'table' | 'start'> | undefined {
  if (groups.length === 0) return { table: new Int32Array(0), start: terminalValue(root) }
  const table: number[] = []
  let states: readonly Diagram[] = [root]
  for (const [index, group] of groups.entries()) {
    const next = new Map<Diagram, number>()
    const nextWidth = groups[index + 1]?.width
    const from = table.length + states.length * group.width
    if (from > max) return undefined
    const stateOf = (diagram: Diagram): number => {
      if (nextWidth === undefined) return terminalValue(diagram)
      const before = next.get(diagram)
      const place = before ?? next.size
      if (before === undefined) next.set(diagram, place)
      return from + place * nextWidth
    }
    for (const state of states) for (const target of targetsOf(diagrams, state, group)) table.push(stateOf(target))
    states = [...next.keys()]
  }
  return { table: Int32Array.from(table), start: 0 }
}

/** Where a diagram goes for each index of a level: the cell of the level's first variable changes fastest. */
function targetsOf(diagrams: Diagrams, state: Diagram, { variables }: Group): readonly Diagram[] {
  let targets: Diagram[] = [state]
  // A diagram tests variables in order, so they are followed in order, and each makes the slower part of the index.
  for (const variable of variables) {
    const before = targets
    targets = []
    for (let cell = 0; cell < diagrams.width(variable); cell++)
      for (const target of before) targets.push(diagrams.below(target, variable, cell))
  }
  return targets
}
