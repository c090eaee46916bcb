/**
 * How time changes a situation.
 *
 * Section *Semantics*, paragraph **Time**: "a clock changes the situation by itself". Clocks run together, in whole
 * milliseconds.
 */
import type { Book, Input, Situation } from '@remit/language/checked/tree.ts'
import { thresholdsOf } from './complete.ts'

/** The situation after so many milliseconds in which nothing but time passes. */
export function later(book: Book, situation: Situation, ms: number): Situation {
  const running = runningIn(book, situation).map(({ input, value }) => [input.id, value + ms] as const)
  return new Map([...situation, ...running])
}

/** In how many milliseconds some clock reaches one of its thresholds, or has just passed it; ascending. */
export function turns(book: Book, situation: Situation): readonly number[] {
  const delays = runningIn(book, situation).flatMap(({ input, value }) =>
    thresholdsOf(book, input).flatMap((threshold) => [Math.ceil(threshold - value), Math.floor(threshold - value) + 1]),
  )
  return [...new Set(delays)].filter((delay) => delay > 0).toSorted((one, other) => one - other)
}

function runningIn(book: Book, situation: Situation): readonly { readonly input: Input; readonly value: number }[] {
  return book.inputs.flatMap((input) => {
    const value = situation.get(input.id)
    return input.kind === 'clock' && typeof value === 'number' ? [{ input, value }] : []
  })
}
