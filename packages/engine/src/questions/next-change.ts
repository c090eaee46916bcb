/** When time alone changes a determination. */
import type { Situation } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { NO } from '../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import { type Cut, cellOf, type Variable } from '../diagram/variables.ts'
import type { Answer } from './answer.ts'
import { same } from './same.ts'
import { type View, viewOf } from './view.ts'

type Present = {
  readonly cells: Int32Array
  /** For each pair its answer now. */
  readonly answers: readonly (Answer | undefined)[]
  answerAt(view: View, pair: CompiledPair): Answer | undefined
}

/**
 * The least number of milliseconds from now after which the determination differs from the one now, if all that
 * happens is that time passes; `undefined` if it never does. Clocks run together and in whole milliseconds, so a
 * comparison with `more than` or `at most` changes one millisecond after its threshold.
 */
export function nextChangeMs(compiled: Compiled, situation: Situation, present: Present): number | undefined {
  const running = runningClocks(compiled, situation)
  if (running.length === 0) return undefined
  const crossings = new Set(running.flatMap(({ variable, value }) => crossingsOf(variable.cuts, value)))
  for (const ms of [...crossings].sort((a, b) => a - b)) {
    const cells = present.cells.slice()
    for (const { variable, value } of running) cells[variable.index] = cellOf(variable, value + ms)
    if (differs(compiled, running, present, cells)) return ms
  }
  return undefined
}

type RunningClock = { readonly variable: Variable & { readonly kind: 'clock' }; readonly value: number }

function runningClocks(compiled: Compiled, situation: Situation): RunningClock[] {
  const running: RunningClock[] = []
  for (const index of compiled.clockReaders.keys()) {
    const variable = at(compiled.variables, index)
    const value = situation.get(variable.input.id)
    if (variable.kind === 'clock' && typeof value === 'number') running.push({ variable, value })
  }
  return running
}

/** How long until a clock that shows `value` passes each cut ahead of it. */
function crossingsOf(cuts: readonly Cut[], value: number): number[] {
  const delays = cuts.map((cut) => (cut.after ? Math.floor(cut.at - value) + 1 : Math.ceil(cut.at - value)))
  return delays.filter((delay) => delay > 0)
}

/** Whether the determination with these cells is another: only pairs that read a clock that moved can have changed. */
function differs(compiled: Compiled, running: readonly RunningClock[], present: Present, cells: Int32Array): boolean {
  const moved = running.filter(({ variable }) => cells[variable.index] !== present.cells[variable.index])
  const pairs = new Set(moved.flatMap(({ variable }) => compiled.clockReaders.get(variable.index) ?? []))
  const view = viewOf(compiled, cells)
  if (view.care === NO) return true
  return [...pairs].some((index) => !same(present.answerAt(view, at(compiled.pairs, index)), present.answers[index]))
}
