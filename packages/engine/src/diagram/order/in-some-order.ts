/**
 * In which order the variables of a book are tested. The order of first use is good for every order document that was
 * looked at, and costs nothing. Where a build in it grows large, others are looked for before the book is refused.
 */
import { at } from '../../assert.ts'
import type { Diagram, Diagrams, Limits } from '../diagrams.ts'
import { gathered } from './gathered.ts'
import { sift } from './sift.ts'

/** What came of a build within limits. */
export type Attempt<T> =
  | { readonly kind: 'made'; readonly result: T }
  | { readonly kind: 'too large'; readonly diagrams: Diagrams }

/** How far a build may go before another order is tried: many times what a real book needs. */
const FIRST: Limits = { size: 3_000_000, steps: 2_000_000 }
/** Nodes that a search may look at, about two seconds. */
const WORK_MAX = 1_000_000

/** What is to be built. */
export type Building<T> = {
  /** How many variables can be moved. */
  readonly count: number
  /** Which of them are read together. */
  readonly groups: () => readonly (readonly number[])[]
  /** Builds in an order: at each level the place that a variable had at first. */
  readonly build: (order: readonly number[], limits: Limits) => Attempt<T>
}

/** The first build that stays within its limits, or the last one that did not. */
export function inSomeOrder<T>({ count, groups, build }: Building<T>, limits: Limits): Attempt<T> {
  const firstUse = Array.from({ length: count }, (_, place) => place)
  const first = build(firstUse, lower(limits, FIRST))
  if (first.kind === 'made') return first
  const order = gathered(count, groups())
  const second = build(order, lower(limits, FIRST))
  if (second.kind === 'made') return second
  const better = siftedOrder(second.diagrams, second.diagrams.making.made, count)
  return build(
    better.map((level) => at(order, level)),
    limits,
  )
}

/** The order of the first `count` variables that suits these diagrams best, as far as it is found in bounded time. */
export function siftedOrder(diagrams: Diagrams, roots: Iterable<Diagram>, count: number): readonly number[] {
  return sift(diagrams, roots, { movable: count, work: WORK_MAX }).order.slice(0, count)
}

function lower(limits: Limits, most: Limits): Limits {
  return { size: Math.min(limits.size, most.size), steps: Math.min(limits.steps, most.steps) }
}
