/**
 * What a diagram tests: one variable for each input that a condition of the book reads.
 *
 * A variable has cells, the smallest number of classes that the book's conditions can tell apart: values of a one-of
 * that always appear together share a cell; a number or clock is cut where a comparison changes, on either side of its
 * threshold; a clock has a cell of its own, the first, for `not started`.
 */
import { type Input, NOT_STARTED, type SituationValue, UNKNOWN } from '@remit/language/checked/tree.ts'
import { assert, at } from '../assert.ts'
import { between, type Cut, cutsPassed } from './cuts.ts'

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

/** The value that an input has while nobody has said otherwise; `undefined` if that is not known. */
export function firstValueOf(input: Input): SituationValue | undefined {
  return input.kind === 'clock' ? NOT_STARTED : input.first
}
