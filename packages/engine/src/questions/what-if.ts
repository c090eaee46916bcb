/** What if: the nearest situations in which the orders say something else about one role and act, by what they say then. */
import { MODALITIES, type Modality } from '@remit/language/checked/outcome.ts'
import type { Situation } from '@remit/language/checked/tree.ts'
import type { Pair } from '../diagram/acts.ts'
import { encode } from '../diagram/encode.ts'
import { type Compiled, type CompiledPair, pairIndex } from '../diagram/from-checked.ts'
import { whereOutcome } from './expectation.ts'
import { modalitiesIn } from './presumed.ts'
import { asking, type View, viewOf } from './view.ts'
import { MOST_WAYS, type Ways, waysInto } from './ways.ts'

/** Something that the orders can say, and the nearest ways to where they do. */
export type OtherAnswer = Ways & { readonly modality: Modality; readonly distance: number }

export type WhatIf = {
  /** What is possible now, in the order of `MODALITIES`; one if it is settled, none if the facts cannot be together. */
  readonly now: readonly Modality[]
  /** Nearest first. An answer that no possible situation gives is left out. */
  readonly answers: readonly OtherAnswer[]
}

export type WhatIfOptions = {
  /** Only ways to this. */
  readonly want?: Modality
  /** How many ways to each answer at most. */
  readonly most?: number
}

/**
 * The nearest situations with another answer, exactly: no possible situation with fewer changed facts gives it. Where
 * the answer is open, what each unknown fact would settle it to comes first, with nothing changed.
 */
export function whatIf(
  compiled: Compiled,
  situation: Situation,
  { role, act }: Pair,
  { want, most = MOST_WAYS }: WhatIfOptions = {},
): WhatIf {
  const pair = compiled.pairs[pairIndex(compiled, role, act)]
  if (pair === undefined) return { now: ['SILENT'], answers: [] }
  return asking(compiled, () => {
    const view = viewOf(compiled, encode(compiled, situation))
    const found = modalitiesIn(view, pair)
    const now = MODALITIES.filter((_, place) => found.has(place))
    const isSettledTo = (modality: Modality) => now.length === 1 && now[0] === modality
    const wanted = MODALITIES.filter((each) => (want === undefined || each === want) && !isSettledTo(each))
    const answers = wanted.flatMap((modality) => otherAnswer(view, situation, pair, modality, most))
    return { now, answers: answers.toSorted((a, b) => a.distance - b.distance) }
  })
}

function otherAnswer(
  view: View,
  situation: Situation,
  pair: CompiledPair,
  modality: Modality,
  most: number,
): OtherAnswer[] {
  const { diagrams, possible } = view.compiled
  const is = whereOutcome(view.compiled, pair, (outcome) => outcome.modality === modality)
  const sides = { where: diagrams.and(possible, is), otherwise: diagrams.without(possible, is) }
  const ways = waysInto(view, situation, sides, most)
  return ways.distance === undefined ? [] : [{ ...ways, modality, distance: ways.distance }]
}
