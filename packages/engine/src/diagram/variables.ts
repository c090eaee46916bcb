/**
 * What a diagram tests: one variable for each input that a condition of the book reads.
 *
 * A variable has cells, the smallest number of classes that the book's conditions can tell apart: values of a one-of
 * that always appear together share a cell; a number or clock is cut where a comparison changes, on either side of its
 * threshold; a clock has a cell of its own, the first, for `not started`.
 */
import {
  type Book,
  type Comparison,
  type Condition,
  type Input,
  type InputId,
  NOT_STARTED,
  type SituationValue,
  UNKNOWN,
} from '@remit/language/checked/tree.ts'
import { assert, at } from '../assert.ts'

/** A place where comparisons change: just before `at` (`at` itself is above), or just after it (`at` is below). */
export type Cut = { readonly at: number; readonly after: boolean }

export type Variable = { readonly index: number; readonly input: Input } & (
  | { readonly kind: 'yes-no' }
  /** `cellOf` gives the cell of each value, `members` the values of each cell. */
  | {
      readonly kind: 'one-of'
      readonly cellOf: ReadonlyMap<string, number>
      readonly members: readonly (readonly string[])[]
    }
  /** Cell n lies between cut n-1 and cut n. */
  | { readonly kind: 'number'; readonly cuts: readonly Cut[] }
  /** Cell 0 is `not started`; cell n+1 lies between cut n-1 and cut n. */
  | { readonly kind: 'clock'; readonly cuts: readonly Cut[] }
)

/** How many cells a variable has. */
export function widthOf(variable: Variable): number {
  switch (variable.kind) {
    case 'yes-no':
      return 2
    case 'one-of':
      return variable.members.length
    case 'number':
      return variable.cuts.length + 1
    case 'clock':
      return variable.cuts.length + 2
  }
}

/** The cell of a value, or -1 if the value is `unknown` or none that this book has a word for. */
export function cellOf(variable: Variable, value: SituationValue): number {
  if (value === UNKNOWN) return -1
  switch (variable.kind) {
    case 'yes-no':
      assert(typeof value === 'boolean', `${variable.input.id} is yes or no, not ${value}`)
      return value ? 1 : 0
    case 'one-of':
      assert(typeof value === 'string', `${variable.input.id} is one of its values, not ${value}`)
      return variable.cellOf.get(value) ?? -1
    case 'number':
      assert(typeof value === 'number' && value >= 0, `${variable.input.id} is a number from 0, not ${value}`)
      return cutsPassed(variable.cuts, value)
    case 'clock':
      if (value === NOT_STARTED) return 0
      assert(typeof value === 'number' && value >= 0, `${variable.input.id} is milliseconds from 0, not ${value}`)
      return cutsPassed(variable.cuts, value) + 1
  }
}

function cutsPassed(cuts: readonly Cut[], value: number): number {
  let passed = 0
  for (const cut of cuts) {
    if (cut.after ? value > cut.at : value >= cut.at) passed++
    else break
  }
  return passed
}

/** A value that lies in a cell: the first of a one-of, the least round one of a number or clock. */
export function valueIn(variable: Variable, cell: number): SituationValue {
  switch (variable.kind) {
    case 'yes-no':
      return cell === 1
    case 'one-of':
      return at(at(variable.members, cell), 0)
    case 'number':
      return between(variable.cuts, cell)
    case 'clock':
      return cell === 0 ? NOT_STARTED : between(variable.cuts, cell - 1)
  }
}

function between(cuts: readonly Cut[], cell: number): number {
  const below = cuts[cell - 1]
  const above = cuts[cell]
  if (below === undefined) return 0
  if (!below.after) return below.at
  const next = below.at + 1
  const fits = above === undefined || next < above.at || (next === above.at && above.after)
  return fits ? next : (below.at + above.at) / 2
}

/** The value that an input has while nobody has said otherwise; `undefined` if that is not known. */
export function firstValueOf(input: Input): SituationValue | undefined {
  return input.kind === 'clock' ? NOT_STARTED : input.first
}

/** The cell in which a comparison's cut is passed, for each kind of comparison: the lowest cell that lies above it. */
export function cellAbove(cuts: readonly Cut[], is: Comparison, than: number): number {
  const cut = cutOf(is, than)
  // A cut that is left out lies below everything: all cells are above it.
  return cuts.findIndex((other) => other.at === cut.at && other.after === cut.after) + 1
}

function cutOf(is: Comparison, than: number): Cut {
  return { at: than, after: is === 'at-most' || is === 'more-than' }
}

/** The book's variables, in the order in which diagrams test them. */
export function variablesOf(book: Book): Variable[] {
  const uses = usesOf(book)
  const inputs = new Map(book.inputs.map((input) => [input.id, input]))
  return [...uses].map(([id, use], index) => {
    const input = inputs.get(id)
    assert(input !== undefined, `a condition reads ${id}, which the book does not declare`)
    return variableOf(input, use, index)
  })
}

type Use = { readonly groups: Set<readonly string[]>; readonly cuts: Cut[] }

function variableOf(input: Input, use: Use, index: number): Variable {
  switch (input.kind) {
    case 'yes-no':
      return { index, input, kind: 'yes-no' }
    case 'one-of':
      return {
        index,
        input,
        kind: 'one-of',
        ...classes(
          input.values.map((value) => value.id),
          [...use.groups],
        ),
      }
    case 'number':
    case 'clock':
      return { index, input, kind: input.kind, cuts: sortedCuts(use.cuts) }
  }
}

function classes(values: readonly string[], groups: readonly (readonly string[])[]) {
  const cellOf = new Map<string, number>()
  const cells = new Map<string, string[]>()
  for (const value of values) {
    const signature = groups.map((group) => (group.includes(value) ? 1 : 0)).join('')
    const members = cells.get(signature) ?? []
    cells.set(signature, members)
    members.push(value)
    cellOf.set(value, [...cells.keys()].indexOf(signature))
  }
  return { cellOf, members: [...cells.values()] }
}

/** Numbers and clocks are at least zero, so a cut below every such value is none. */
function sortedCuts(cuts: readonly Cut[]): Cut[] {
  const different = new Map(cuts.map((cut) => [`${cut.at} ${cut.after}`, cut]))
  return [...different.values()]
    .filter((cut) => cut.at > 0 || (cut.at === 0 && cut.after))
    .sort((a, b) => a.at - b.at || Number(a.after) - Number(b.after))
}

/**
 * How conditions use each input, in the order of first use: urgent and general things first, because norms of a higher
 * force come first and what they read is read by most pairs.
 */
function usesOf(book: Book): Map<InputId, Use> {
  const uses = new Map<InputId, Use>()
  const defines = new Map(book.defines.map((define) => [define.id, define.when]))
  const visit = (condition: Condition): void => {
    switch (condition.kind) {
      case 'all':
      case 'any':
        for (const part of condition.of) visit(part)
        return
      case 'not':
        visit(condition.of)
        return
      case 'define': {
        const when = defines.get(condition.define)
        assert(when !== undefined, `a condition names ${condition.define}, which the book does not define`)
        visit(when)
        return
      }
      case 'yes':
        useOf(uses, condition.input)
        return
      case 'one-of':
        useOf(uses, condition.input).groups.add(condition.values)
        return
      case 'compare':
        useOf(uses, condition.input).cuts.push(cutOf(condition.is, condition.than))
        return
    }
  }
  for (const condition of conditionsOf(book)) visit(condition)
  return uses
}

function useOf(uses: Map<InputId, Use>, input: InputId): Use {
  const use = uses.get(input) ?? { groups: new Set(), cuts: [] }
  uses.set(input, use)
  return use
}

function* conditionsOf(book: Book): Iterable<Condition> {
  for (const norm of [...book.norms, ...book.exceptions].sort((a, b) => a.rank - b.rank)) {
    yield norm.when
    if (norm.unless !== undefined) yield norm.unless
  }
  for (const act of book.acts) if (act.arisesWhen !== undefined) yield act.arisesWhen
  for (const never of book.nevers) yield never.when
  for (const invariant of book.invariants) yield invariant.when
}
