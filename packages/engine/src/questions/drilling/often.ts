/** How often a set of situations occurs. */
import type { Situation } from '@remit/language/checked/tree.ts'
import { type Diagram, type Diagrams, NO, YES } from '../../diagram/diagrams.ts'
import { encode } from '../../diagram/encode.ts'
import type { Compiled } from '../../diagram/from-checked.ts'

/** A situation that was met so many times. */
export type PastSituation = { readonly situation: Situation; readonly count: number }

/** The share of all combinations of cells, each cell of a variable as likely as another, that make a diagram yes. */
export function shareOf(diagrams: Diagrams): (diagram: Diagram) => number {
  const done = new Map<Diagram, number>()
  const share = (diagram: Diagram): number => {
    if (diagram < 0) return diagram === NO ? 0 : 1
    const before = done.get(diagram)
    if (before !== undefined) return before
    const width = diagrams.width(diagrams.variableOf(diagram))
    let sum = 0
    for (let cell = 0; cell < width; cell++) sum += share(diagrams.target(diagram, cell))
    done.set(diagram, sum / width)
    return sum / width
  }
  return share
}

/** How many past situations surely lie in a diagram with one variable in some of its cells. */
export function pastIn(compiled: Compiled, past: readonly PastSituation[]) {
  const { diagrams } = compiled
  const encoded = past.map(({ situation, count }) => ({
    cells: encode(compiled, situation),
    count,
    stamp: diagrams.stamp(),
  }))
  return (where: Diagram, variable: number, cells: readonly number[]): number =>
    encoded.reduce((sum, one) => {
      const isSo = cells.includes(one.cells[variable] ?? -1) && diagrams.restrict(where, one.cells, one.stamp) === YES
      return isSo ? sum + one.count : sum
    }, 0)
}
