/** A better order of variables, found by sifting (Rudell 1993). */
import type { Diagram, Diagrams } from '../diagrams.ts'
import { Forest } from './forest.ts'

/** How much larger all may grow while one variable looks for its level. */
const GROWTH = 1.2

/** Bounds: how many of the variables, the first ones, may move, and how many nodes may be looked at. */
export type SiftLimits = { readonly movable: number; readonly work: number }

export type Sifted = {
  /** The variables in the order that was found. */
  readonly order: readonly number[]
  /** Numbers that the diagrams need in it, and how many they needed before: never fewer. */
  readonly size: number
  readonly before: number
}

/**
 * Moves each variable through all levels, the one with the most nodes first, and leaves it where all diagrams together
 * are smallest. Always the same for the same diagrams, and never worse than the order in which they stand.
 */
export function sift(diagrams: Diagrams, roots: Iterable<Diagram>, { movable, work }: SiftLimits): Sifted {
  const forest = new Forest(diagrams, roots)
  const before = forest.size
  const size = (variable: number) => forest.sizeOf(variable)
  const largestFirst = forest.order.slice(0, movable).sort((a, b) => size(b) - size(a) || a - b)
  for (const variable of largestFirst) {
    if (forest.work > work) break
    if (size(variable) > 0) settle(forest, variable, { movable, work })
  }
  return { order: [...forest.order], size: forest.size, before }
}

function settle(forest: Forest, variable: number, limits: SiftLimits): void {
  const start = forest.order.indexOf(variable)
  const best = { level: start, size: forest.size }
  let level = start
  const goTo = (end: number): void => {
    const most = best.size * GROWTH
    while (level !== end && forest.size <= most && forest.work <= limits.work) {
      level = step(forest, level, end)
      if (forest.size < best.size) Object.assign(best, { level, size: forest.size })
    }
  }
  const [top, bottom] = [0, limits.movable - 1]
  const isNearTop = start < bottom - start
  goTo(isNearTop ? top : bottom)
  goTo(isNearTop ? bottom : top)
  while (level !== best.level) level = step(forest, level, best.level)
}

/** Moves the variable at a level one level towards another. */
function step(forest: Forest, level: number, towards: number): number {
  if (towards > level) {
    forest.swap(level)
    return level + 1
  }
  forest.swap(level - 1)
  return level - 1
}
