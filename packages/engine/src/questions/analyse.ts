/**
 * Analyses: what a book means where nobody wanted it to, over all possible situations, each shown by one of them.
 *
 * Findings are about what force, exception and date leave unsettled; that norms overlap is no finding.
 */
import type { Expectation, Invariant, Situation } from '@remit/language/checked/tree.ts'
import { type Diagram, NO } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { situationInWords } from '../situation/words.ts'
import { adviceConflicts, conflicts } from './analysis/conflicts.ts'
import { type MeaningFinding, situationIn } from './analysis/findings.ts'
import { protectionOfLife, urgentActs } from './analysis/life.ts'
import { gaps, unused, withoutEffect } from './analysis/norms.ts'
import { whereExpected } from './expectation.ts'
import { asking } from './view.ts'

/** All findings about the meaning of a book. A book with an error among them is not publishable. */
export function analyse(compiled: Compiled): readonly MeaningFinding[] {
  return asking(compiled, () => {
    if (compiled.possible === NO) return impossible(compiled)
    return [
      ...conflicts(compiled),
      ...urgentActs(compiled),
      ...brokenInvariants(compiled),
      ...protectionOfLife(compiled),
      ...adviceConflicts(compiled),
      ...gaps(compiled),
      ...unused(compiled),
      ...withoutEffect(compiled),
    ]
  })
}

function impossible({ book }: Compiled): MeaningFinding[] {
  const [first, ...others] = book.nevers.map((never) => ({ span: never.span, text: `never: ${never.words}` }))
  if (first === undefined) return []
  const message = 'these `never`s together leave no situation at all'
  return [{ code: 'E302', message, labels: [first, ...others] }]
}

export type Proof =
  /** It holds in every possible situation. */
  | { readonly kind: 'proved' }
  /** `situation` is possible, meets the invariant's condition, and breaks `expectation`. */
  | {
      readonly kind: 'broken'
      readonly expectation: Expectation
      readonly situation: Situation
      readonly words: string
    }

/** Whether an invariant of the book holds in every possible situation, with a situation where it does not. */
export function checkInvariant(compiled: Compiled, invariant: Invariant): Proof {
  return asking(compiled, () => {
    const { conditions, diagrams, possible } = compiled
    const when = diagrams.and(possible, conditions.compile(invariant.when))
    for (const expectation of invariant.expect) {
      const situation = situationIn(compiled, diagrams.without(when, holdsWhere(compiled, expectation)))
      if (situation === undefined) continue
      return { kind: 'broken', expectation, situation, words: situationInWords(compiled.book, situation) }
    }
    return { kind: 'proved' }
  })
}

/** In a whole situation nothing is open. */
function holdsWhere(compiled: Compiled, expectation: Expectation): Diagram {
  return whereExpected(compiled, expectation) ?? NO
}

function brokenInvariants(compiled: Compiled): MeaningFinding[] {
  return compiled.book.invariants.flatMap((invariant): MeaningFinding[] => {
    const proof = checkInvariant(compiled, invariant)
    if (proof.kind === 'proved') return []
    const labels = [
      { span: proof.expectation.span, text: 'this does not hold' },
      { span: invariant.span, text: 'of this invariant' },
    ] as const
    const message = `the invariant \`${invariant.name}\` is broken`
    return [{ code: 'E305', message, labels, witness: proof.words, situation: proof.situation }]
  })
}
