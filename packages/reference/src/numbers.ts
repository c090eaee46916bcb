/** Numbers and their thresholds: section *Semantics*, paragraph **Words**, with reading 8 (none is below zero). */
import type { Comparison, SituationValue } from '@remit/language/checked/tree.ts'
import { NOT_STARTED } from '@remit/language/checked/tree.ts'

/** "A clock whose event has not happened has the value `not started`; every comparison with it is false." */
export function compares(value: SituationValue, is: Comparison, than: number): boolean {
  if (value === NOT_STARTED) return false
  if (typeof value !== 'number') throw new Error(`a comparison reads a number and not \`${value}\``)
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

/** From zero up, each threshold, a point between each two, and one beyond the last. */
export function around(thresholds: readonly number[]): readonly number[] {
  const cuts = [...new Set([0, ...thresholds.filter((threshold) => threshold > 0)])].toSorted((a, b) => a - b)
  return cuts.flatMap((cut, index) => {
    const next = cuts[index + 1]
    return [cut, next === undefined ? cut + 1 : (cut + next) / 2]
  })
}
