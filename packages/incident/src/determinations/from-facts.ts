/** What the book in force says of an incident at an instant. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer } from '@remit/engine/questions/answer.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { situationAt } from '@remit/engine/situation/from-happenings.ts'
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act, Situation } from '@remit/language/checked/tree.ts'
import type { DeterminedResult, EventBody, ReportedValues } from '../events/event.ts'
import type { Incident } from '../events/fold.ts'
import { happeningsOf } from '../facts/from-events.ts'

export type ActAnswer = Answer

export type Determined = {
  readonly situation: Situation
  /** Empty where the reported facts cannot be together. */
  readonly answers: readonly ActAnswer[]
  /** Names of the `never`s that the reported facts break; empty where they can be together. */
  readonly breaks: readonly string[]
  readonly nextChangeMs?: number
}

/** Asks `compiled`, which must be the book in force at `nowMs` by the incident's clock. */
export function determine(compiled: Compiled, incident: Incident, nowMs: number): Determined {
  const situation = situationAt(compiled.book, happeningsOf(incident, compiled.book), nowMs)
  const determination = decide(compiled, situation)
  if (determination.kind === 'impossible') return { situation, answers: [], breaks: determination.breaks }
  const { answers, nextChangeMs } = determination
  return { situation, answers, breaks: [], ...(nextChangeMs === undefined ? {} : { nextChangeMs }) }
}

/** The one modality, or those that remain. */
export function modalitiesOf({ result }: ActAnswer): readonly Modality[] {
  return result.kind === 'settled' ? [result.modality] : result.possible
}

export function isSettled(answer: ActAnswer, modality: Modality): boolean {
  return answer.result.kind === 'settled' && answer.result.modality === modality
}

/** Modalities by which doing an act differs from what is determined. Silence and permission leave room. */
const DIFFERING: ReadonlySet<Modality> = new Set(['MUST NOT', 'SHOULD NOT', 'REFER', 'SET ASIDE'])

/**
 * What is determined of `act` for `role`, and whether doing it differs from that. A direction also differs when the
 * role must give another one. While a fact that decides is not known, nothing is said to differ.
 */
export function answerTo(
  answers: readonly ActAnswer[],
  role: string,
  act: Act,
  directing: ReadonlySet<string> = new Set(),
): { readonly determined: Modality | 'open'; readonly differs: boolean } {
  const answer = answers.find((answer) => answer.role === role && answer.act === act.id)
  const determined = answer === undefined ? 'SILENT' : answer.result.kind === 'open' ? 'open' : answer.result.modality
  const mustAnother =
    act.directs !== undefined &&
    determined !== 'MUST' &&
    answers.some((other) => other.role === role && directing.has(other.act) && isSettled(other, 'MUST'))
  return { determined, differs: mustAnother || (determined !== 'open' && DIFFERING.has(determined)) }
}

/** The event that records a determination: enough to decide it again from the book alone. */
export function determinedEvent(
  compiled: Compiled,
  { situation, answers }: Determined,
): Extract<EventBody, { kind: 'determined' }> {
  const { agency, at, hash } = compiled.book
  return {
    kind: 'determined',
    agency: agency.id,
    bookAt: at,
    bookHash: hash,
    situation: valuesOf(situation),
    results: resultsOf(answers),
  }
}

export function resultsOf(answers: readonly ActAnswer[]): readonly DeterminedResult[] {
  return answers.map((answer) => ({ role: answer.role, act: answer.act, modalities: modalitiesOf(answer) }))
}

/** In order of id, so that one situation has one spelling. */
export function valuesOf(situation: Situation): ReportedValues {
  return Object.fromEntries([...situation].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Whether two determinations say the same, by book and results; the instant of a clock in between does not matter. */
export function saysTheSame(
  one: Extract<EventBody, { kind: 'determined' }>,
  other: Extract<EventBody, { kind: 'determined' }> | undefined,
): boolean {
  return (
    other !== undefined &&
    one.bookHash === other.bookHash &&
    JSON.stringify(one.results) ===
      JSON.stringify(other.results.map(({ role, act, modalities }) => ({ role, act, modalities })))
  )
}
