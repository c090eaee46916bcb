/** Which unknown inputs a result still depends on. */
import type { InputId } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { type Diagram, type Diagrams, NO, type Operation, YES } from '../diagram/diagrams.ts'
import { reachable, support } from '../diagram/reach.ts'
import type { View } from './view.ts'

/** YES where two diagrams come to different terminals. */
export const UNEQUAL: Operation = { id: 2, of: (a, b) => (a === b ? 0 : 1) }

/**
 * The variables on which `result`, as far as it is left open, depends: two possible situations that differ in that
 * variable alone come to different results. Where facts are so linked that none can change alone, those of the result
 * that can have several values.
 */
export function mattering({ compiled, care }: Pick<View, 'compiled' | 'care'>, result: Diagram): number[] {
  const { diagrams } = compiled
  const variables = support(diagrams, result)
  if (care === YES || reachable(diagrams, result, care).size < 2) return care === YES ? variables : []
  const alone = variables.filter((variable) => flips(diagrams, { result, care, variable }))
  return alone.length > 0 ? alone : variables.filter((variable) => isOpen(diagrams, care, variable))
}

/** Names in order. */
export function inputsOf({ compiled }: View, variables: readonly number[]): InputId[] {
  return variables.map((variable) => at(compiled.variables, variable).input.id).sort()
}

type Question = { readonly result: Diagram; readonly care: Diagram; readonly variable: number }

function flips(diagrams: Diagrams, { result, care, variable }: Question): boolean {
  const sides = new Map<string, { readonly result: Diagram; readonly care: Diagram }>()
  for (let cell = 0; cell < diagrams.width(variable); cell++) {
    const side = { result: diagrams.fix(result, variable, cell), care: diagrams.fix(care, variable, cell) }
    if (side.care !== NO) sides.set(`${side.result} ${side.care}`, side)
  }
  const list = [...sides.values()]
  return list.some((a, index) =>
    list.slice(index + 1).some((b) => {
      const both = diagrams.and(a.care, b.care)
      return both !== NO && diagrams.and(both, diagrams.combine(UNEQUAL, a.result, b.result)) !== NO
    }),
  )
}

function isOpen(diagrams: Diagrams, care: Diagram, variable: number): boolean {
  let possible = 0
  for (let cell = 0; cell < diagrams.width(variable); cell++) {
    if (diagrams.fix(care, variable, cell) !== NO) possible++
  }
  return possible > 1
}
