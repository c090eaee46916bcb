/**
 * Decides: what the orders of a book say in a situation, whole or partial.
 *
 * What is unknown is never guessed and never waited for: an answer is settled if every possible completion agrees.
 * Pure: no clock, no I/O, no randomness.
 */
import type { Situation } from '@remit/language/checked/tree.ts'
import { NO } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import type { MomentAhead } from '../situation/from-happenings.ts'
import type { Determination } from './answer.ts'
import { answerPair } from './answer-pair.ts'
import { brokenIn } from './impossible.ts'
import { nextChangeMs } from './next-change.ts'
import { presumedIn } from './presumed.ts'
import { asking, type View, viewOf } from './view.ts'

/**
 * The determination in a situation, with the next instant at which time alone changes it: its clocks run, and the moments
 * that are `ahead` come (see `momentsAhead`).
 */
export function decide(compiled: Compiled, situation: Situation, ahead: readonly MomentAhead[] = []): Determination {
  return asking(compiled, () => {
    const presumed = presumedIn(compiled, situation)
    const cells = encode(compiled, situation)
    const view = viewOf(compiled, cells)
    if (view.care === NO) return { kind: 'impossible', ...brokenIn(view) }
    const answerAt = (other: View, pair: CompiledPair) => answerPair(other, pair, presumed)
    const answers = compiled.pairs.map((pair) => answerAt(view, pair))
    const next = nextChangeMs(compiled, situation, { cells, answers, answerAt }, ahead)
    return {
      kind: 'determination',
      answers: answers.filter((answer) => answer !== undefined),
      ...(next === undefined ? {} : { nextChangeMs: next }),
    }
  })
}
