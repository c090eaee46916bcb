/** The whole answer about one role and act, or about one role alone: what a screen that shows no more asks for. */
import type { RoleId, Situation } from '@remit/language/checked/tree.ts'
import type { Pair } from '../diagram/acts.ts'
import { NO } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import { type Compiled, pairIndex } from '../diagram/from-checked.ts'
import type { Answer } from './answer.ts'
import { answerPair } from './answer-pair.ts'
import { presumedIn } from './presumed.ts'
import { asking, viewOf } from './view.ts'

/**
 * The answer that `decide` gives about the pair; `undefined` where it gives none, because the pair is SILENT whatever
 * the unknown facts are, or because the facts cannot be together.
 */
export function answerTo(compiled: Compiled, situation: Situation, { role, act }: Pair): Answer | undefined {
  const pair = compiled.pairs[pairIndex(compiled, role, act)]
  if (pair === undefined) return undefined
  return asking(compiled, () => {
    const view = viewOf(compiled, encode(compiled, situation))
    return view.care === NO ? undefined : answerPair(view, pair, presumedIn(compiled, situation))
  })
}

/**
 * The answers that `decide` gives about one role, in the same order; `undefined` where the facts cannot be together. Other
 * roles and the next change in time cost nothing.
 */
export function answersOf(compiled: Compiled, situation: Situation, role: RoleId): readonly Answer[] | undefined {
  return asking(compiled, () => {
    const view = viewOf(compiled, encode(compiled, situation))
    if (view.care === NO) return undefined
    const presumed = presumedIn(compiled, situation)
    return compiled.pairs.flatMap((pair) => (pair.role === role ? (answerPair(view, pair, presumed) ?? []) : []))
  })
}
