/**
 * Decides: what the orders of a book say in a situation, whole or partial.
 *
 * What is unknown is never guessed and never waited for: an answer is settled if every possible completion agrees.
 * Pure: no clock, no I/O, no randomness.
 */
import type { Situation } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { NO, YES } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import type { Determination } from './answer.ts'
import { answerPair } from './answer-pair.ts'
import { nextChangeMs } from './next-change.ts'
import { presumedIn } from './presumed.ts'
import { asking, type View, viewOf } from './view.ts'

/** The determination in a situation, with the next instant at which time alone changes it. */
export function decide(compiled: Compiled, situation: Situation): Determination {
  return asking(compiled, () => {
    const presumed = presumedIn(compiled, situation)
    const cells = encode(compiled, situation)
    const view = viewOf(compiled, cells)
    if (view.care === NO) return { kind: 'impossible', breaks: breaksOf(view) }
    const answerAt = (other: View, pair: CompiledPair) => answerPair(other, pair, presumed)
    const answers = compiled.pairs.map((pair) => answerAt(view, pair))
    const next = nextChangeMs(compiled, situation, { cells, answers, answerAt })
    return {
      kind: 'determination',
      answers: answers.filter((answer) => answer !== undefined),
      ...(next === undefined ? {} : { nextChangeMs: next }),
    }
  })
}

/** The `never`s that are broken; where none is broken by itself, all that may be, because together they leave nothing. */
function breaksOf({ compiled, left }: View): string[] {
  const ids = compiled.book.nevers.map((never) => never.id)
  const broken = compiled.nevers.map((never) => left(never))
  const surely = ids.filter((_, index) => at(broken, index) === YES)
  return surely.length > 0 ? surely : ids.filter((_, index) => at(broken, index) !== NO)
}
