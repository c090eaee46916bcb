/**
 * Because of which facts something is so: the fewest that are enough.
 *
 * A reason is enough if every possible situation that agrees with it in its facts comes to the same. Of those with the
 * fewest facts it takes the one that rests least on what is presumed, and then least on what nobody can be asked.
 */
import type { InputId, Situation } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Diagram } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { holdsThroughout, type Implicant } from '../diagram/implicants.ts'
import { leastKeepingOut } from '../diagram/nearest.ts'
import { firstValueOf } from '../diagram/variables.ts'
import { plainWordsOfValue } from '../situation/plain-words.ts'
import type { View } from './view.ts'

export type Because = {
  /** In the order in which the book tests them; none: it is so whatever is the case. */
  readonly facts: readonly FactOfReason[]
  /** Whether no reason has fewer facts; else none of these can be left out, and looking for fewer was given up. */
  readonly smallest: boolean
}

export type FactOfReason = {
  readonly input: InputId
  /** `nobody is in danger`; of a number or a clock how far it may be: `age less than 14 years`. */
  readonly words: string
  readonly how: 'reported' | 'presumed'
}

const ONE_FACT = 1 << 20
const ONE_PRESUMED = 1 << 10

/** Why nothing that is `against` can be: the fewest facts that rule it out. INVARIANT of the caller: what is known does. */
export function because(view: View, situation: Situation, against: Diagram): Because {
  const { compiled, cells } = view
  const { diagrams, variables } = compiled
  const weightOf = (index: number) => {
    const { input } = at(variables, index)
    return ONE_FACT + (situation.has(input.id) ? 0 : ONE_PRESUMED) + (input.ask === undefined ? 1 : 0)
  }
  const { variables: chosen, least } = leastKeepingOut(diagrams, against, cells, weightOf)
  const reason = withRanges(compiled, new Map(chosen.map((index) => [index, [cells[index] ?? 0]])), against)
  const facts = [...reason].map(([index, allowed]): FactOfReason => {
    const variable = at(variables, index)
    const { input } = variable
    const value = situation.get(input.id) ?? firstValueOf(input) ?? ''
    const how = situation.has(input.id) ? 'reported' : 'presumed'
    return { input: input.id, words: plainWordsOfValue(variable, value, allowed), how }
  })
  return { facts, smallest: least }
}

/** Numbers and clocks may be in any range around their own in which the reason is still enough. */
function withRanges({ diagrams, variables }: Compiled, exact: Implicant, against: Diagram): Implicant {
  const allowed = diagrams.not(against)
  const reason = new Map(exact)
  for (const [index, [own = 0]] of exact) {
    const { kind } = at(variables, index)
    if (kind !== 'number' && kind !== 'clock') continue
    const first = kind === 'clock' ? 1 : 0
    if (own < first) continue
    const tries = [...range(own - 1, first - 1, -1), Number.NaN, ...range(own + 1, diagrams.width(index), 1)]
    let isBlocked = false
    for (const cell of tries) {
      if (Number.isNaN(cell)) isBlocked = false
      if (isBlocked || Number.isNaN(cell)) continue
      const before = reason.get(index) ?? []
      reason.set(
        index,
        [...before, cell].toSorted((a, b) => a - b),
      )
      if (holdsThroughout(diagrams, allowed, reason)) continue
      reason.set(index, before)
      isBlocked = true
    }
  }
  return reason
}

function range(from: number, until: number, step: 1 | -1): number[] {
  return Array.from({ length: Math.max(0, (until - from) * step) }, (_, index) => from + index * step)
}
