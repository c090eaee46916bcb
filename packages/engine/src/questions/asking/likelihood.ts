/** How likely each answer to a question is. */

import { cutsPassed } from '../../diagram/cuts.ts'
import type { Variable } from '../../diagram/variables.ts'
import { widthOf } from '../../diagram/variables.ts'

/**
 * How often each value of an input was found in the past, by input and by value: `yes` and `no`, a value of a one-of, or
 * a number in the input's unit. Plain data, as JSON has it. What is not counted counts as never found.
 */
export type Likelihood = { readonly [input: string]: { readonly [value: string]: number } }

/**
 * For each cell of the variable its weight: each value of the declaration weighs one, and one more for each time that it
 * was found. So without counts all values are even, and one that was never found stays possible.
 */
export function weightsOf(variable: Variable, likelihood: Likelihood): number[] {
  const counts = Object.entries(
    Object.hasOwn(likelihood, variable.input.id) ? (likelihood[variable.input.id] ?? {}) : {},
  )
  const found = (value: string) => counts.find(([counted]) => counted === value)?.[1] ?? 0
  switch (variable.kind) {
    case 'yes-no':
      return [1 + found('no'), 1 + found('yes')]
    case 'one-of':
      return variable.members.map((values) => values.reduce((sum, value) => sum + 1 + found(value), 0))
    case 'number': {
      const weights = Array.from({ length: widthOf(variable) }, () => 1)
      for (const [value, count] of counts) {
        const cell = Number(value) >= 0 ? cutsPassed(variable.cuts, Number(value)) : -1
        if (cell >= 0) weights[cell] = (weights[cell] ?? 0) + count
      }
      return weights
    }
    case 'clock':
      return Array.from({ length: widthOf(variable) }, () => 1)
  }
}
