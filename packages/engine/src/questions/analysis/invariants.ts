/** Whether a book's invariants hold in every possible situation. */
import type { Expectation, Invariant, Situation } from '@remit/language/checked/tree.ts'
import { at } from '../../assert.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import { count, support } from '../../diagram/reach.ts'
import { situationInWords } from '../../situation/words.ts'
import { whereExpected, whereOutcome } from '../expectation.ts'
import { checkExpectation } from '../scenario.ts'
import { asking } from '../view.ts'
import { type MeaningFinding, shownIn } from './findings.ts'
import { situationIn } from './witness.ts'

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
    for (const expectation of invariant.expect) {
      const broken = whereBroken(compiled, invariant, expectation)
      if (broken === NO) continue
      const situation = situationIn(compiled, broken)
      return { kind: 'broken', expectation, situation, words: situationInWords(compiled.book, situation) }
    }
    return { kind: 'proved' }
  })
}

/** An invariant of a book, and whether it holds. */
export type CheckedInvariant = {
  readonly invariant: Invariant
  readonly proof: Proof
  /** How many kinds of situation meet its condition: combinations of what it and the orders that bear on it tell apart. */
  readonly kinds: number
}

/** Every invariant of the book, in order. */
export function checkInvariants(compiled: Compiled): readonly CheckedInvariant[] {
  return compiled.book.invariants.map((invariant) => ({
    invariant,
    proof: checkInvariant(compiled, invariant),
    kinds: asking(compiled, () => kindsMeeting(compiled, invariant)),
  }))
}

function kindsMeeting(compiled: Compiled, { when, expect }: Invariant): number {
  const { conditions, diagrams, possible } = compiled
  const met = diagrams.any(
    expect.map((each) => ('role' in each ? conditions.compile(when, each.role) : conditions.forSomeRole(when))),
  )
  const where = diagrams.and(possible, met)
  const read = expect.flatMap((each) => support(diagrams, whereExpected(compiled, each) ?? NO))
  return count(
    diagrams,
    where,
    [...new Set([...support(diagrams, where), ...read])].sort((a, b) => a - b),
  )
}

/** What names no role is expected where the condition holds for any role. */
function whereBroken(compiled: Compiled, { when }: Invariant, expectation: Expectation): Diagram {
  const { conditions, diagrams, possible } = compiled
  const held = 'role' in expectation ? conditions.compile(when, expectation.role) : conditions.forSomeRole(when)
  // In a whole situation nothing is open.
  const holds = whereExpected(compiled, expectation) ?? NO
  return diagrams.without(diagrams.and(possible, held), holds)
}

/** One finding for an invariant, about all of its expectations: it shows the first that does not hold. */
export function brokenInvariants(compiled: Compiled): MeaningFinding[] {
  return compiled.book.invariants.flatMap((invariant): MeaningFinding[] => {
    const places = invariant.expect.map((expectation) => whereBroken(compiled, invariant, expectation))
    for (const [index, expectation] of invariant.expect.entries()) {
      const best = at(places, index)
      if (best === NO) continue
      const told = {
        code: 'E305',
        message: `the invariant \`${invariant.name}\` is broken`,
        labels: [
          { span: expectation.span, text: 'does not hold' },
          { span: invariant.span, text: 'of this invariant' },
        ],
        fix: 'mend the norms that decide there, or the invariant if it asks too much',
      } as const
      const where = compiled.diagrams.any(places)
      const shown = shownIn(compiled, told, { where, best, ...breaking(compiled, expectation, best) })
      return shown.map((finding) => saying(compiled, expectation, finding))
    }
    return []
  })
}

/** The finding with what there is instead in the situation that shows it. */
function saying(compiled: Compiled, expectation: Expectation, finding: MeaningFinding): MeaningFinding {
  const { situation, labels } = finding
  if (situation === undefined) return finding
  const [{ span, text }, ...others] = labels
  const { found } = checkExpectation(compiled, situation, expectation)
  return { ...finding, labels: [{ span, text: `${text}: ${found}` }, ...others] }
}

/** The pairs whose results break an expectation, and where the first does. */
function breaking(
  compiled: Compiled,
  expectation: Expectation,
  where: Diagram,
): { readonly pairs: readonly Pair[]; readonly best?: Diagram } {
  if ('role' in expectation) return { pairs: [expectation] }
  const { acts, diagrams, pairs } = compiled
  const isMeant = (act: string) =>
    expectation.kind === 'nobody must withdraw'
      ? acts.withdraws(act)
      : expectation.kind === 'nobody must'
        ? act === expectation.act
        : acts.isKindOf(act, expectation.act)
  const modality = expectation.kind === 'no kind forbidden' ? 'MUST NOT' : 'MUST'
  for (const pair of pairs) {
    if (!isMeant(pair.act)) continue
    const best = diagrams.and(
      where,
      whereOutcome(compiled, pair, (outcome) => outcome.modality === modality),
    )
    if (best !== NO) return { pairs: [pair], best }
  }
  return { pairs: [] }
}
