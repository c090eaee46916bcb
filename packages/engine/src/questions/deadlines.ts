/** The deadlines of a duty (section *Answer*; reading 10 of decision 1). */
import type { Deadline, EventId } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { type Diagram, NO, YES } from '../diagram/diagrams.ts'
import type { CompiledPair } from '../diagram/from-checked.ts'
import type { PairStatement } from '../diagram/pair.ts'
import type { AnswerDeadline } from './answer.ts'
import type { Saying } from './saying.ts'
import { certaintyOf, type View } from './view.ts'

type Walked = Pick<Saying, 'walked' | 'counts' | 'must'>
type Timed = { readonly statement: PairStatement; readonly deadline: Deadline; readonly where: Diagram }

/**
 * For each event the shortest `within`, and every `promptly` and `before`, of the duties that apply and are not left out:
 * also those of a lower force than the one that decides. By event, then by length, then by statement; those without an
 * instant last.
 */
export function deadlinesOf(view: View, pair: CompiledPair, walk: Walked): AnswerDeadline[] {
  if (walk.must === NO && pair.readings.length === 0) return []
  const timed = pair.statements.flatMap((statement, index): Timed[] => {
    const { deadline } = statement.statement
    if (deadline === undefined || statement.modality !== 'must') return []
    const where = eligible(view, pair, walk, index)
    return where === NO ? [] : [{ statement, deadline, where }]
  })
  const untimed = timed.flatMap((one) => (one.deadline.kind === 'within' ? [] : shown(view, one, NO)))
  return [...withins(view, timed), ...untimed]
}

/** Where a duty's deadline counts: the pair is MUST, the statement applies, and no guarantee above frees from it. */
function eligible(view: View, pair: CompiledPair, { walked, counts, must }: Walked, index: number): Diagram {
  const { diagrams } = view.compiled
  const { rank } = at(pair.statements, index)
  if (pair.readings.length > 0) return eligibleDespiteDoubt(view, pair, index)
  const free = walked.steps.find((step) => step.rank === rank)?.free ?? NO
  return diagrams.and(must, diagrams.without(at(counts, index), free))
}

/** With doubt about the law: where all readings agree on a duty, of the lowest force among them and below. */
function eligibleDespiteDoubt(view: View, pair: CompiledPair, index: number): Diagram {
  const { diagrams, outcomes } = view.compiled
  const { rank, applies } = at(pair.statements, index)
  const guarantees = pair.statements.filter((s) => s.modality === 'need not' && s.guaranteed && s.rank < rank)
  const free = diagrams.any(guarantees.map((guarantee) => view.left(guarantee.applies)))
  const isMust = (outcome: number) => ((outcomes.at(outcome).rank ?? rank + 1) <= rank ? YES : NO)
  const must = diagrams.mapTerminals(view.left(pair.base), isMust)
  return diagrams.and(must, diagrams.without(view.left(applies), free))
}

function withins(view: View, timed: readonly Timed[]): AnswerDeadline[] {
  const { diagrams } = view.compiled
  const byEvent = new Map<EventId, Timed[]>()
  for (const one of timed) {
    if (one.deadline.kind !== 'within') continue
    byEvent.set(one.deadline.event, [...(byEvent.get(one.deadline.event) ?? []), one])
  }
  const events = [...byEvent].sort(([a], [b]) => (a < b ? -1 : 1))
  return events.flatMap(([, ofEvent]) => {
    const sorted = ofEvent.sort((a, b) => lengthOf(a) - lengthOf(b))
    return sorted.flatMap((one) => {
      const shorter = sorted.filter((other) => lengthOf(other) < lengthOf(one)).map((other) => other.where)
      return shown(view, one, diagrams.any(shorter))
    })
  })
}

const lengthOf = ({ deadline }: Timed) => (deadline.kind === 'within' ? deadline.ms : 0)

/** The deadline as shown, where no shorter one counts. */
function shown(view: View, { statement, deadline, where }: Timed, shorter: Diagram): AnswerDeadline[] {
  const certainty = certaintyOf(view, view.compiled.diagrams.without(where, shorter))
  return certainty === undefined ? [] : [{ ...deadline, statement: statement.statement.id, certainty }]
}
