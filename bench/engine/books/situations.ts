/** Whole situations of a synthetic book, and looking for one in which a condition holds and others do not. */
import type { Comparison, Condition, Define, Input, InputId, Never } from '@remit/language/checked/tree.ts'
import { NOT_STARTED } from '@remit/language/checked/tree.ts'
import type { Draw } from './draw.ts'

export type Value = boolean | string | number
export type Total = Map<InputId, Value>

/** What conditions are read with. */
export type Meaning = {
  readonly inputs: readonly Input[]
  readonly inputOf: ReadonlyMap<InputId, Input>
  readonly defines: ReadonlyMap<string, Define>
  readonly nevers: readonly Never[]
}

export function holds(meaning: Meaning, total: Total, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(meaning, total, part))
    case 'any':
      return condition.of.some((part) => holds(meaning, total, part))
    case 'not':
      return !holds(meaning, total, condition.of)
    case 'define':
      return holds(meaning, total, definition(meaning, condition.define))
    case 'yes':
      return total.get(condition.input) === true
    case 'one-of':
      return condition.values.some((value) => value === total.get(condition.input))
    case 'compare':
      return compares(total.get(condition.input), condition.is, condition.than)
  }
}

function definition({ defines }: Meaning, id: string): Condition {
  const define = defines.get(id)
  if (define === undefined) throw new Error(`nothing defines ${id}`)
  return define.when
}

function compares(value: Value | undefined, is: Comparison, than: number): boolean {
  if (typeof value !== 'number') return false
  switch (is) {
    case 'at-least':
      return value >= than
    case 'at-most':
      return value <= than
    case 'less-than':
      return value < than
    case 'more-than':
      return value > than
  }
}

/** How likely a yes-or-no fact of a drawn situation is so. */
const YES_SHARE = 0.3

export function drawnTotal(draw: Draw, { inputs }: Meaning): Total {
  return new Map(inputs.map((input) => [input.id, drawnValue(draw, input)]))
}

function drawnValue(draw: Draw, input: Input): Value {
  switch (input.kind) {
    case 'yes-no':
      return draw.chance(YES_SHARE)
    case 'one-of':
      return draw.one(input.values).id
    case 'number':
      return draw.int(60)
    case 'clock':
      return draw.chance(0.3) ? NOT_STARTED : draw.int(60) * 3_600_000
  }
}

/** Changes the situation so that a condition is more likely to be as wanted: where it can be done by one atom, it is. */
export function push(draw: Draw, meaning: Meaning, total: Total, condition: Condition, wanted: boolean): void {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      const needsAll = (condition.kind === 'all') === wanted
      const parts = needsAll || condition.of.length === 0 ? condition.of : [draw.one(condition.of)]
      for (const part of parts) push(draw, meaning, total, part, wanted)
      return
    }
    case 'not':
      push(draw, meaning, total, condition.of, !wanted)
      return
    case 'define':
      push(draw, meaning, total, definition(meaning, condition.define), wanted)
      return
    case 'yes':
      total.set(condition.input, wanted)
      return
    case 'one-of':
      pushOneOf(draw, meaning, total, condition, wanted)
      return
    case 'compare':
      pushCompare(total, condition, wanted)
      return
  }
}

type OneOf = Extract<Condition, { readonly kind: 'one-of' }>
type Compare = Extract<Condition, { readonly kind: 'compare' }>

function pushOneOf(draw: Draw, { inputOf }: Meaning, total: Total, { input, values }: OneOf, wanted: boolean): void {
  const declared = inputOf.get(input)
  if (declared?.kind !== 'one-of') return
  const left = declared.values.map(({ id }) => id).filter((id) => values.includes(id) === wanted)
  if (left.length > 0) total.set(input, draw.one(left))
}

function pushCompare(total: Total, { input, is, than }: Compare, wanted: boolean): void {
  const isBelow = is === 'less-than' || is === 'at-most'
  total.set(input, isBelow === wanted ? Math.max(0, than - 1) : than + 1)
}

/** Takes back what a `never` forbids. */
export function mend(draw: Draw, meaning: Meaning, total: Total): void {
  for (const { when } of meaning.nevers) if (holds(meaning, total, when)) push(draw, meaning, total, when, false)
}

export function isPossible(meaning: Meaning, total: Total): boolean {
  return meaning.nevers.every(({ when }) => !holds(meaning, total, when))
}
