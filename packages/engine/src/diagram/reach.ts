/** What can be reached in a diagram, and by which situation. */
import { assert } from '../assert.ts'
import { type Diagram, type Diagrams, NO, terminalValue } from './diagrams.ts'

/** The variables on which a diagram depends, in order. */
export function support(diagrams: Diagrams, diagram: Diagram): number[] {
  const variables = new Set<number>()
  const seen = new Set<Diagram>()
  const visit = (d: Diagram): void => {
    if (d < 0 || seen.has(d)) return
    seen.add(d)
    const variable = diagrams.variableOf(d)
    variables.add(variable)
    for (let cell = 0; cell < diagrams.width(variable); cell++) visit(diagrams.target(d, cell))
  }
  visit(diagram)
  return [...variables].sort((a, b) => a - b)
}

/** The values of the terminals to which a diagram comes. */
export function terminalsOf(diagrams: Diagrams, diagram: Diagram): ReadonlySet<number> {
  const values = new Set<number>()
  const seen = new Set<Diagram>()
  const visit = (d: Diagram): void => {
    if (d < 0) {
      values.add(terminalValue(d))
      return
    }
    if (seen.has(d)) return
    seen.add(d)
    const width = diagrams.width(diagrams.variableOf(d))
    for (let cell = 0; cell < width; cell++) visit(diagrams.target(d, cell))
  }
  visit(diagram)
  return values
}

/** The values of the terminals that are reached somewhere where `care` holds. */
export function reachable(diagrams: Diagrams, diagram: Diagram, care: Diagram): Set<number> {
  const values = new Set<number>()
  const seen = new Map<Diagram, Set<Diagram>>()
  const visit = (d: Diagram, c: Diagram): void => {
    if (c === NO) return
    if (d < 0) {
      values.add(terminalValue(d))
      return
    }
    const cares = seen.get(d) ?? new Set()
    if (cares.has(c)) return
    seen.set(d, cares.add(c))
    diagrams.step()
    const variable = Math.min(diagrams.variableOf(d), diagrams.variableOf(c))
    for (let cell = 0; cell < diagrams.width(variable); cell++) {
      visit(diagrams.below(d, variable, cell), diagrams.below(c, variable, cell))
    }
  }
  visit(diagram, care)
  return values
}

/**
 * Cells that make a yes-or-no diagram yes, `undefined` if nothing does; -1 where any cell will do.
 * Takes the preferred cell of each variable where that is possible, so that a witness differs little from an ordinary day.
 */
export function witness(diagrams: Diagrams, diagram: Diagram, preferred: Int32Array): Int32Array | undefined {
  if (diagram === NO) return undefined
  const cells = new Int32Array(diagrams.widths.length).fill(-1)
  let d = diagram
  while (d >= 0) {
    const variable = diagrams.variableOf(d)
    const node = d
    const choices = [preferred[variable] ?? 0, ...Array.from({ length: diagrams.width(variable) }, (_, cell) => cell)]
    const cell = choices.find((choice) => choice >= 0 && diagrams.target(node, choice) !== NO)
    assert(cell !== undefined, `node ${node} is nowhere yes`)
    cells[variable] = cell
    d = diagrams.target(node, cell)
  }
  return cells
}

/**
 * How many combinations of cells of the diagram's own variables make it yes; or of these variables, which hold its own,
 * where several diagrams are to be compared.
 */
export function count(diagrams: Diagrams, diagram: Diagram, variables = support(diagrams, diagram)): number {
  const place = new Map(variables.map((variable, index) => [variable, index]))
  const done = new Map<Diagram, number>()
  const placeOf = (d: Diagram) => (d < 0 ? variables.length : (place.get(diagrams.variableOf(d)) ?? 0))
  const skipped = (from: number, to: number) =>
    variables.slice(from, to).reduce((product, variable) => product * diagrams.width(variable), 1)
  const of = (d: Diagram): number => {
    if (d < 0) return d === NO ? 0 : 1
    const before = done.get(d)
    if (before !== undefined) return before
    let sum = 0
    for (let cell = 0; cell < diagrams.width(diagrams.variableOf(d)); cell++) {
      const target = diagrams.target(d, cell)
      sum += of(target) * skipped(placeOf(d) + 1, placeOf(target))
    }
    done.set(d, sum)
    return sum
  }
  return of(diagram) * skipped(0, placeOf(diagram))
}
