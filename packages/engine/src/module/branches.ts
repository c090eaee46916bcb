/** How the code of a generated module tells the cells of a variable apart. */
import { assert, at } from '../assert.ts'
import type { Cut } from '../diagram/cuts.ts'
import type { Diagram, Diagrams } from '../diagram/diagrams.ts'
import type { Variable } from '../diagram/variables.ts'
import { indented, propertyOf, quoted } from './source-text.ts'

/** The lines that come to what a diagram says: a `return`, or a test with such lines in it. */
export type LinesOf = (diagram: Diagram) => readonly string[]

/** What tests may call for. */
export type Tools = {
  readonly linesOf: LinesOf
  /** The name of a map, at the top of the module, from values to functions that say what diagrams say. */
  readonly mapOf: (name: string, ways: readonly ValuesTo[]) => string
  /** The name of a function that says what a diagram says. */
  readonly functionOf: (diagram: Diagram) => string
}

/** A test of a variable, with the lines of each way out of it. Every way returns. */
export function branches(diagrams: Diagrams, variable: Variable, node: Diagram, tools: Tools): readonly string[] {
  const { linesOf } = tools
  const fact = `facts${propertyOf(variable.input.id)}`
  switch (variable.kind) {
    case 'yes-no':
      return when(fact, linesOf(diagrams.target(node, 1)), linesOf(diagrams.target(node, 0)))
    case 'one-of':
      return ofValues(variable, valuesByTarget(diagrams, variable, node), tools)
    case 'number':
      return ofNumber(fact, runsOf(diagrams, node, variable.cuts, 0), linesOf)
    case 'clock': {
      const stopped = diagrams.target(node, 0)
      const runs = runsOf(diagrams, node, variable.cuts, 1)
      return branch(`${fact} === null`, linesOf(stopped), ofNumber(fact, runs, linesOf))
    }
  }
}

/** Letters of a line, at most, where tests are joined in one. */
const LINE_MAX = 120

/** `lines` where a test holds, else `rest`. Neighbouring tests that return the same are one. */
function branch(test: string, lines: readonly string[], rest: readonly string[]): readonly string[] {
  const [only = '', ...others] = lines
  if (others.length > 0) return [`if (${test}) {`, ...indented(lines), '}', ...rest]
  const [next = '', ...after] = rest
  const otherTest = next.startsWith(IF) && next.endsWith(`) ${only}`) ? next.slice(IF.length, -only.length - 2) : ''
  const joined = `${IF}${test} || ${otherTest}) ${only}`
  if (otherTest !== '' && joined.length <= LINE_MAX) return [joined, ...after]
  return [`${IF}${test}) ${only}`, ...rest]
}

const IF = 'if ('

function when(test: string, yes: readonly string[], no: readonly string[]): readonly string[] {
  if (yes[0] === 'return true' && no[0] === 'return false') return [`return ${test}`]
  if (yes[0] === 'return false' && no[0] === 'return true') return [`return !${test}`]
  // What is shorter comes first, so that the rest is not indented.
  return yes.length <= no.length ? branch(test, yes, no) : branch(`!${test}`, no, yes)
}

export type ValuesTo = { readonly target: Diagram; readonly values: readonly string[] }

/** The values that go to each target; the most values last. */
function valuesByTarget(
  diagrams: Diagrams,
  { members }: Extract<Variable, { readonly kind: 'one-of' }>,
  node: Diagram,
): readonly ValuesTo[] {
  const values = new Map<Diagram, string[]>()
  for (const [cell, ids] of members.entries()) {
    const target = diagrams.target(node, cell)
    values.set(target, [...(values.get(target) ?? []), ...ids])
  }
  // Of books that are compiled together, one may have no word for any value of a cell.
  return [...values]
    .map(([target, ids]) => ({ target, values: ids }))
    .filter((group) => group.values.length > 0)
    .sort((a, b) => a.values.length - b.values.length)
}

/** Values that are asked for one by one rather than in a `switch`. */
const FEW = 3

/** Ways that are told apart by a `switch`, which tries one after another; more are looked up. */
const SWITCHED_MAX = 8

function ofValues({ input }: Variable, groups: readonly ValuesTo[], tools: Tools): readonly string[] {
  const { linesOf } = tools
  const fact = `facts${propertyOf(input.id)}`
  const last = at(groups, groups.length - 1)
  if (groups.length === 1) return linesOf(last.target)
  const [only] = groups
  if (groups.length === 2 && only !== undefined && only.values.length <= FEW) {
    const test = only.values.map((value) => `${fact} === ${quoted(value)}`).join(' || ')
    return branch(test, linesOf(only.target), linesOf(last.target))
  }
  if (groups.length > SWITCHED_MAX) {
    const map = tools.mapOf(`by ${input.id}`, groups.slice(0, -1))
    return [`return (${map}.get(${fact}) ?? ${tools.functionOf(last.target)})(facts)`]
  }
  const cases = groups
    .slice(0, -1)
    .flatMap(({ target, values }) => [...values.map((value) => `case ${quoted(value)}:`), ...indented(linesOf(target))])
  return [`switch (${fact}) {`, ...indented(cases), '}', ...linesOf(last.target)]
}

type Run = { readonly target: Diagram; readonly below: Cut | undefined }

/** Neighbouring cells that go to one target, from the least; `below` is the cut under which they end. */
function runsOf(diagrams: Diagrams, node: Diagram, cuts: readonly Cut[], firstCell: number): readonly Run[] {
  const runs: Run[] = []
  for (let place = 0; place <= cuts.length; place++) {
    const target = diagrams.target(node, firstCell + place)
    const run = { target, below: cuts[place] }
    if (runs.at(-1)?.target === target) runs[runs.length - 1] = run
    else runs.push(run)
  }
  return runs
}

function ofNumber(fact: string, [run, ...others]: readonly Run[], linesOf: LinesOf): readonly string[] {
  assert(run !== undefined, 'a number has a cell')
  const lines = linesOf(run.target)
  if (run.below === undefined) return lines
  return branch(`${fact} ${run.below.after ? '<=' : '<'} ${run.below.at}`, lines, ofNumber(fact, others, linesOf))
}
