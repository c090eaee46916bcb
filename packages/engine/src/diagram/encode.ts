/** A situation as the cells of a book's variables. */
import type { Situation } from '@remit/language/checked/tree.ts'
import type { Compiled } from './from-checked.ts'
import { cellOf } from './variables.ts'

/**
 * For each variable its cell; -1 where it is unknown. What is not reported has its first value.
 * Inputs that no condition reads are left out.
 */
export function encode(compiled: Compiled, situation: Situation): Int32Array {
  const cells = compiled.firstCells.slice()
  for (const [input, value] of situation) {
    const variable = compiled.variableOf.get(input)
    if (variable !== undefined) cells[variable.index] = cellOf(variable, value)
  }
  return cells
}

/**
 * The modality of one pair in a whole situation, as its place in `MODALITIES`: the fast answer, tens of millions a
 * second. INVARIANT of the caller: no cell is -1, and the situation is possible.
 */
export function modalityOf(compiled: Compiled, pair: number, cells: Int32Array | Uint8Array): number {
  const { nodes, roots } = compiled.table
  // Roots, nodes and cells come from one compilation, so every index below is inside its table.
  let place = roots[pair] as number
  while (place >= 0) place = nodes[place + 1 + (cells[nodes[place] as number] as number)] as number
  return compiled.modalities[~place] as number
}
