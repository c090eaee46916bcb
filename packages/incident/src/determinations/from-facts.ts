/** What the book in force says of an incident at an instant. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Act, Situation } from '@remit/language/checked/tree.ts'
import type { DeterminedResult, EventBody, ReportedValues } from '../events/event.ts'
import type { Incident } from '../events/fold.ts'
import { happeningsOf } from '../facts/from-events.ts'
import { groupsBy, isCompatible, type Named, namesOf, type Subject, subjectsOf } from '../subjects/subject.ts'
import { type Cases, caseOf, casesOf, pairsOf } from './cases.ts'
import { type ActAnswer, mergedAnswers } from './merged.ts'
import { isSettled, modalitiesOf } from './modalities.ts'

export type Determined = {
  readonly cases: Cases
  /** In order of role and act. What is the same for all requests and persons is one answer. */
  readonly answers: readonly ActAnswer[]
  /** What the reported facts break, of all cases together, a sentence for each; empty where they can be together. */
  readonly breaks: readonly string[]
  /** Milliseconds until time alone changes something. */
  readonly nextChangeMs?: number
}

/** Asks `compiled`, which must be the book in force at `nowMs` by the incident's clock. */
export function determine(compiled: Compiled, incident: Incident, nowMs: number): Determined {
  const { book } = compiled
  const happenings = happeningsOf(incident, book)
  const subjects = subjectsOf({ requests: incident.requests.length, persons: incident.persons })
  const { cases, nextChangeMs } = casesOf(compiled, happenings, subjects, nowMs)
  return {
    cases,
    answers: mergedAnswers(cases, subjects, { book, incident, happenings }),
    breaks: [...new Set(cases.flatMap(({ breaks }) => breaks))],
    ...(nextChangeMs === undefined ? {} : { nextChangeMs }),
  }
}

/** Modalities by which doing an act differs from what is determined. Silence and permission leave room. */
const DIFFERING: ReadonlySet<Modality> = new Set(['MUST NOT', 'SHOULD NOT', 'REFER', 'SET ASIDE'])

/**
 * What is determined of `act` for `role`, and whether doing it differs from that. A direction also differs when the
 * role must give another one. While a fact that decides is not known, nothing is said to differ. What names no request or
 * person is done for all: it differs if it does for one of them.
 */
export function answerTo(
  answers: readonly ActAnswer[],
  role: string,
  act: Act,
  { directing = new Set(), named = {} }: { readonly directing?: ReadonlySet<string>; readonly named?: Named } = {},
): { readonly determined: Modality | 'open'; readonly differs: boolean } {
  const own = answers.filter((answer) => answer.role === role && isCompatible(named, answer.named))
  const of = own.filter((answer) => answer.act === act.id)
  const answer = of.find(({ result }) => result.kind === 'settled' && DIFFERING.has(result.modality)) ?? of[0]
  const determined = answer === undefined ? 'SILENT' : answer.result.kind === 'open' ? 'open' : answer.result.modality
  const mustAnother =
    act.directs !== undefined &&
    determined !== 'MUST' &&
    own.some((other) => directing.has(other.act) && isSettled(other, 'MUST'))
  return { determined, differs: mustAnother || (determined !== 'open' && DIFFERING.has(determined)) }
}

type Determination = Extract<EventBody, { kind: 'determined' }>

/** The event that records a determination: enough to decide it again from the book alone. */
export function determinedEvent(compiled: Compiled, { cases }: Pick<Determined, 'cases'>): Determination {
  const { agency, at, hash } = compiled.book
  const others = othersOf(cases)
  return {
    kind: 'determined',
    agency: agency.id,
    bookAt: at,
    bookHash: hash,
    situation: valuesOf(cases[0].situation),
    ...(others.length === 0 ? {} : { others }),
    results: resultsOf(cases),
  }
}

/** The situations beside the first, as the record has them. */
export function othersOf([, ...others]: Cases): NonNullable<Determination['others']> {
  return others.map(({ of, situation }) => ({ of, situation: valuesOf(situation) }))
}

/** What is determined of each act, once for all requests and persons for which it is the same. */
export function resultsOf(cases: Cases): readonly DeterminedResult[] {
  const subjects = cases.flatMap(({ of }) => of).sort(byNumber)
  return pairsOf(cases).flatMap(({ role, act, answers }) => {
    const modalities = (subject: Subject) => {
      const answer = answers.get(caseOf(cases, subject))
      return answer && modalitiesOf(answer)
    }
    return groupsBy(subjects, (subject) => modalities(subject)?.join()).map(({ named, subject }) => ({
      role,
      act,
      modalities: modalities(subject) ?? [],
      ...named,
    }))
  })
}

function byNumber(one: Subject, other: Subject): number {
  return one.request - other.request || one.person - other.person
}

/** In order of id, so that one situation has one spelling. */
export function valuesOf(situation: Situation): ReportedValues {
  return Object.fromEntries([...situation].sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Whether two determinations say the same, by book and results; the instant of a clock in between does not matter. */
export function saysTheSame(one: Determination, other: Determination | undefined): boolean {
  return other !== undefined && one.bookHash === other.bookHash && spelled(one.results) === spelled(other.results)
}

function spelled(results: readonly DeterminedResult[]): string {
  return JSON.stringify(results.map((result) => [result.role, result.act, result.modalities, namesOf(result)]))
}
