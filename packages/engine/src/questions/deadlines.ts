/** The deadlines of a duty (section *Answer*; reading 10 of decision 1). */
import type { Deadline, EventId, Statement } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { type Diagram, NO, YES } from '../diagram/diagrams.ts'
import type { CompiledPair } from '../diagram/from-checked.ts'
import type { AnswerDeadline } from './answer.ts'
import type { Saying } from './saying.ts'
import { certaintyOf, type View } from './view.ts'

type Walked = Pick<Saying, 'walked' | 'counts' | 'must'>

/** A deadline, and where it is the one that counts. */
export type DeadlineWhere = { readonly statement: Statement; readonly deadline: Deadline; readonly where: Diagram }

/**
 * For each event the shortest `within`, and every `promptly` and `before`, of the duties that apply and are not left out:
 * also those of a lower force than the one that decides. By event, then by length, then by statement; those without an
 * instant last.
 */
export function deadlinesOf(view: View, pair: CompiledPair, walk: Walked): AnswerDeadline[] {
  return whereDeadlines(view, pair, walk).flatMap(({ statement, deadline, where }) => {
    const certainty = certaintyOf(view, where)
    return certainty === undefined ? [] : [{ ...deadline, statement: statement.id, certainty }]
  })
}

/** The same, each with where it counts. */
export function whereDeadlines(view: View, pair: CompiledPair, walk: Walked): DeadlineWhere[] {
  if (walk.must === NO && pair.readings.length === 0) return []
  const timed = pair.statements.flatMap((statement, index): DeadlineWhere[] => {
    const { deadline } = statement.statement
    if (deadline === undefined || statement.modality !== 'must') return []
    const where = eligible(view, pair, walk, index)
    return where === NO ? [] : [{ statement: statement.statement, deadline, where }]
  })
  return [...withins(view, timed), ...timed.filter((one) => one.deadline.kind !== 'within')]
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

/** Each `within` where no shorter one of its event counts. */
function withins({ compiled: { diagrams } }: View, timed: readonly DeadlineWhere[]): DeadlineWhere[] {
  const byEvent = new Map<EventId, DeadlineWhere[]>()
  for (const one of timed) {
    if (one.deadline.kind !== 'within') continue
    byEvent.set(one.deadline.event, [...(byEvent.get(one.deadline.event) ?? []), one])
  }
  const events = [...byEvent].sort(([a], [b]) => (a < b ? -1 : 1))
  return events.flatMap(([, ofEvent]) => {
    const sorted = ofEvent.sort((a, b) => lengthOf(a) - lengthOf(b))
    return sorted.map((one) => {
      const shorter = sorted.filter((other) => lengthOf(other) < lengthOf(one)).map((other) => other.where)
      return { ...one, where: diagrams.without(one.where, diagrams.any(shorter)) }
    })
  })
}

const lengthOf = ({ deadline }: DeadlineWhere) => (deadline.kind === 'within' ? deadline.ms : 0)
