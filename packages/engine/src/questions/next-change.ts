/** When time alone changes a determination. */
import type { Situation } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import type { Cut } from '../diagram/cuts.ts'
import { NO } from '../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import { cellOf } from '../diagram/variables.ts'
import type { MomentAhead } from '../situation/from-happenings.ts'
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
 * comparison with `more than` or `at most` changes one millisecond after its threshold; the moments are those `ahead`.
 */
export function nextChangeMs(
  compiled: Compiled,
  situation: Situation,
  present: Present,
  ahead: readonly MomentAhead[],
): number | undefined {
  const moving = [...runningClocks(compiled, situation), ...comingMoments(compiled, ahead)]
  if (moving.length === 0) return undefined
  const instants = new Set(moving.flatMap((each) => each.instants))
  for (const ms of [...instants].sort((a, b) => a - b)) {
    const cells = present.cells.slice()
    for (const { variable, cellAfter } of moving) {
      const cell = cellAfter(ms)
      if (cell !== undefined) cells[variable] = cell
    }
    if (differs(compiled, present, cells)) return ms
  }
  return undefined
}

/** A variable that time alone moves. */
type Moving = {
  readonly variable: number
  /** In how many milliseconds its cell can change. */
  readonly instants: readonly number[]
  /** Its cell then; `undefined` if it is still the one it is in. */
  readonly cellAfter: (ms: number) => number | undefined
}

function runningClocks(compiled: Compiled, situation: Situation): Moving[] {
  return [...compiled.timeReaders.keys()].flatMap((index): Moving[] => {
    const variable = at(compiled.variables, index)
    const value = situation.get(variable.input.id)
    if (variable.kind !== 'clock' || typeof value !== 'number') return []
    const cellAfter = (ms: number) => cellOf(variable, value + ms)
    return [{ variable: index, instants: crossingsOf(variable.cuts, value), cellAfter }]
  })
}

const YES_CELL = 1

function comingMoments({ variableOf }: Compiled, ahead: readonly MomentAhead[]): Moving[] {
  return ahead.flatMap(({ input, inMs }): Moving[] => {
    const index = variableOf.get(input)?.index
    if (index === undefined) return []
    return [{ variable: index, instants: [inMs], cellAfter: (ms) => (ms >= inMs ? YES_CELL : undefined) }]
  })
}

/** How long until a clock that shows `value` passes each cut ahead of it. */
function crossingsOf(cuts: readonly Cut[], value: number): number[] {
  const delays = cuts.map((cut) => (cut.after ? Math.floor(cut.at - value) + 1 : Math.ceil(cut.at - value)))
  return delays.filter((delay) => delay > 0)
}

/** Whether the determination with these cells is another: only pairs that read what moved can have changed. */
function differs(compiled: Compiled, present: Present, cells: Int32Array): boolean {
  const moved = [...compiled.timeReaders].filter(([variable]) => cells[variable] !== present.cells[variable])
  const pairs = new Set(moved.flatMap(([, readers]) => readers))
  const view = viewOf(compiled, cells)
  if (view.care === NO) return true
  return [...pairs].some((index) => !same(present.answerAt(view, at(compiled.pairs, index)), present.answers[index]))
}
