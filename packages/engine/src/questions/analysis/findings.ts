/** Findings about meaning: their codes, and how one is made with a situation that shows it. */
import type { Situation } from '@remit/language/checked/tree.ts'
import type { KnownCode } from '@remit/language/text/codes.ts'
import type { Description, Finding, Label } from '@remit/language/text/finding.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import { describe, whereHolds } from '../../diagram/implicants.ts'
import { count, support } from '../../diagram/reach.ts'
import { implicantInWords } from '../../situation/implicant-words.ts'
import { situationInWords } from '../../situation/words.ts'
import { inOrder, scenarioOf, situationIn, whereSettled } from './witness.ts'

/** A finding about meaning: `E3xx` and `W3xx`. */
export type MeaningCode = Extract<KnownCode, `E3${number}` | `W3${number}`>

/** A finding with the situation that shows it, where a single situation can. */
export type MeaningFinding = Finding & {
  readonly code: MeaningCode
  readonly situation?: Situation
  /** A scenario to paste that gives the situation and expects what the orders say in it. */
  readonly scenario?: string
  /** How many kinds of situation it concerns: combinations of what the book's conditions tell apart. */
  readonly kinds?: number
}

/** How many conditions a description gives before it says how many kinds of situation are left. */
const DESCRIBED = 6
/** How many are sought, so that the widest can be among those that are given. */
const SOUGHT = 32

/** What a finding says. */
export type Told = {
  readonly code: MeaningCode
  readonly message: string
  readonly labels: readonly [Label, ...Label[]]
  readonly fix?: string
}

/** By what a finding is shown. */
export type Shown = {
  /** Any possible situation in here shows it. */
  readonly where: Diagram
  /** The part of it from which the situation is taken, if there is one. */
  readonly best?: Diagram
  /** The roles and acts of which the situation's results show it. */
  readonly pairs: readonly Pair[]
  /** Inputs that no condition reads and that the finding is about. */
  readonly besides?: Situation
}

/** A finding that is shown by any possible situation in a place; none if there is no such situation. */
export function shownIn(compiled: Compiled, told: Told, { where, best, pairs, besides }: Shown): MeaningFinding[] {
  const { book, diagrams, possible } = compiled
  const shown = diagrams.and(where, possible)
  if (shown === NO) return []
  const inBest = best === undefined ? NO : diagrams.and(best, shown)
  const read = situationIn(compiled, whereSettled(compiled, inBest === NO ? shown : inBest, pairs))
  const situation = inOrder([...(besides ?? []), ...read])
  const scenario = scenarioOf(compiled, { name: told.message, situation, pairs, where: shown })
  return [
    {
      ...told,
      witness: situationInWords(book, situation),
      situation,
      ...(scenario === undefined ? {} : { scenario }),
      kinds: count(diagrams, shown),
      description: descriptionOf(compiled, shown, besides),
    },
  ]
}

/** All the situations that are shown. What is impossible is described as it may be: so conditions are shorter. */
function descriptionOf(compiled: Compiled, shown: Diagram, besides: Situation = new Map()): Description {
  const { book, diagrams, variables, possible, firstCells } = compiled
  const { implicants } = describe(diagrams, shown, { care: possible, most: SOUGHT, preferred: firstCells })
  const given = implicants.slice(0, DESCRIBED)
  const left = diagrams.without(shown, diagrams.any(given.map((implicant) => whereHolds(diagrams, implicant))))
  const conditions = given.map((implicant) => {
    const words = implicantInWords(variables, implicant)
    if (besides.size === 0) return words
    return implicant.size === 0 ? situationInWords(book, besides) : `${words}, ${situationInWords(book, besides)}`
  })
  return left === NO ? { conditions } : { conditions, left: count(diagrams, left, support(diagrams, shown)) }
}
