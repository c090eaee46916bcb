/**
 * Decides from facts as a program holds them: one plain object a situation, with values by the ids of inputs. Only the
 * facts on the way to the answer are read. Nothing is generated or evaluated, so it runs under a strict
 * Content-Security-Policy.
 */
import type { InputId, SituationValue } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { cellOf, type Variable } from '../diagram/variables.ts'
import { type Decider, exactCode } from './decider.ts'

/** What is not there has its first value, else is unknown, as in a `Situation`. */
export type PlainFacts = { readonly [input: InputId]: SituationValue | undefined }

/** The function from facts to the code of a decider. A value of a wrong kind is a bug of the caller. */
export function factsDecider(decider: Decider): (facts: PlainFacts) => number {
  const { nodes, roots } = decider.walked
  const { variables, firstCells } = decider.compiled
  const root = at(roots, 0)
  const ids = variables.map(({ input }) => input.id)
  const cellIn = (facts: PlainFacts, index: number): number => {
    // Proof: a packed diagram tests variables of its own book only.
    const value = facts[ids[index] as InputId]
    if (value === undefined) return firstCells[index] as number
    const variable = variables[index] as Variable
    if (typeof value === 'boolean' && variable.kind === 'yes-no') return value ? 1 : 0
    if (typeof value === 'string' && variable.kind === 'one-of') return variable.cellOf.get(value) ?? -1
    return cellOf(variable, value)
  }
  return (facts) => {
    let place = root
    // Proof: places, variables and cells are those of one packed diagram.
    while (place >= 0) {
      const cell = cellIn(facts, nodes[place] as number)
      if (cell < 0)
        return exactCode(
          decider.exact,
          Int32Array.from(ids, (_, index) => cellIn(facts, index)),
        )
      place = nodes[place + 1 + cell] as number
    }
    return ~place
  }
}
