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
  const isYesNo = Uint8Array.from(variables, ({ kind }) => Number(kind === 'yes-no'))
  const cellsOfValues = variables.map((variable) => (variable.kind === 'one-of' ? variable.cellOf : NO_VALUES))
  // Proof: a packed diagram tests variables of its own book only.
  const cellIn = (facts: PlainFacts, index: number): number => {
    const value = facts[ids[index] as InputId]
    if (value === undefined) return firstCells[index] as number
    return cellOf(variables[index] as Variable, value)
  }
  const exactly = (facts: PlainFacts): number => {
    const cells = Int32Array.from(ids, (_, index) => cellIn(facts, index))
    return exactCode(decider.exact, cells)
  }
  return (facts) => {
    let place = root
    // Proof: places, variables and cells are those of one packed diagram.
    while (place >= 0) {
      const index = nodes[place] as number
      const value = facts[ids[index] as InputId]
      let cell = -1
      if (typeof value === 'boolean' && isYesNo[index] === 1) cell = value ? 1 : 0
      else if (typeof value === 'string')
        cell = (cellsOfValues[index] as ReadonlyMap<string, number>).get(value) ?? cellIn(facts, index)
      else cell = cellIn(facts, index)
      if (cell < 0) return exactly(facts)
      place = nodes[place + 1 + cell] as number
    }
    return ~place
  }
}

const NO_VALUES: ReadonlyMap<string, number> = new Map()
