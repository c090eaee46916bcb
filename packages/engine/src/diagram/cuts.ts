/** Where comparisons cut the numbers from zero, and the classes into which they cut them. */
import type { Comparison } from '@remit/language/checked/tree.ts'

/** A place where comparisons change: just before `at` (`at` itself is above), or just after it (`at` is below). */
export type Cut = { readonly at: number; readonly after: boolean }

export function cutOf(is: Comparison, than: number): Cut {
  return { at: than, after: is === 'at-most' || is === 'more-than' }
}

/** The cell in which a comparison's cut is passed, for each kind of comparison: the lowest cell that lies above it. */
export function cellAbove(cuts: readonly Cut[], is: Comparison, than: number): number {
  const cut = cutOf(is, than)
  // A cut that is left out lies below everything: all cells are above it.
  return cuts.findIndex((other) => other.at === cut.at && other.after === cut.after) + 1
}

/** How many cuts lie below a value, which is its cell. */
export function cutsPassed(cuts: readonly Cut[], value: number): number {
  let passed = 0
  for (const cut of cuts) {
    if (cut.after ? value > cut.at : value >= cut.at) passed++
    else break
  }
  return passed
}

/** The least number above one that is not negative. */
export function nextAbove(number: number): number {
  const numbers = Float64Array.of(number)
  const bits = new BigUint64Array(numbers.buffer)
  for (const [index, each] of bits.entries()) bits[index] = each + 1n
  return numbers[0] ?? Number.NaN
}

/** The least round number of a cell. */
export function between(cuts: readonly Cut[], cell: number): number {
  const below = cuts[cell - 1]
  const above = cuts[cell]
  if (below === undefined) return 0
  if (!below.after) return below.at
  const next = below.at + 1
  const fits = above === undefined || next < above.at || (next === above.at && above.after)
  return fits ? next : (below.at + above.at) / 2
}

/** In order and without repeats. Numbers are at least zero, so a cut below every such number is none. */
export function sortedCuts(cuts: readonly Cut[]): Cut[] {
  const different = new Map(cuts.map((cut) => [`${cut.at} ${cut.after}`, cut]))
  return [...different.values()]
    .filter((cut) => cut.at > 0 || (cut.at === 0 && cut.after))
    .sort((a, b) => a.at - b.at || Number(a.after) - Number(b.after))
}

/** Whether a value stands to `than` as the comparison says. */
export function compares(value: number, is: Comparison, than: number): boolean {
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
