/** When time alone changes a determination. */
import type { Situation } from '@remit/language/checked/tree.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { cellOf } from '../diagram/variables.ts'
import type { Determination } from './answer.ts'
import { same } from './same.ts'

type Present = {
  readonly cells: Int32Array
  readonly now: Determination
  decideCells(cells: Int32Array): Determination
}

/**
 * The least number of milliseconds from now after which the determination differs from the one now, if all that
 * happens is that time passes; `undefined` if it never does. Clocks run together and in whole milliseconds, so a
 * comparison with `more than` or `at most` changes one millisecond after its threshold.
 */
export function nextChangeMs(compiled: Compiled, situation: Situation, present: Present): number | undefined {
  const running = runningClocks(compiled, situation)
  const crossings = new Set(running.flatMap(({ variable, value }) => crossingsOf(variable.cuts, value)))
  for (const ms of [...crossings].sort((a, b) => a - b)) {
    const cells = present.cells.slice()
    for (const { variable, value } of running) cells[variable.index] = cellOf(variable, value + ms)
    if (!same(present.decideCells(cells), present.now)) return ms
  }
  return undefined
}

function runningClocks(compiled: Compiled, situation: Situation) {
  return compiled.variables.flatMap((variable) => {
    const value = situation.get(variable.input.id)
    return variable.kind === 'clock' && typeof value === 'number' ? [{ variable, value }] : []
  })
}

/** How long until a clock that shows `value` passes each cut ahead of it. */
function crossingsOf(cuts: readonly { readonly at: number; readonly after: boolean }[], value: number): number[] {
  const delays = cuts.map((cut) => (cut.after ? Math.floor(cut.at - value) + 1 : Math.ceil(cut.at - value)))
  return delays.filter((delay) => delay > 0)
}
