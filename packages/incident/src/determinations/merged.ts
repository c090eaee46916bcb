/** Answers of several cases as screens and duties need them: what is the same for all is said once. */
import type { Answer } from '@remit/engine/questions/answer.ts'
import type { Act, Book, InputId } from '@remit/language/checked/tree.ts'
import type { Incident } from '../events/fold.ts'
import type { TimedHappening } from '../facts/from-events.ts'
import { FIRST, groupsBy, isAbout, type Named, type Subject } from '../subjects/subject.ts'
import { type Cases, caseOf, pairsOf } from './cases.ts'
import { isKindOf, standsSince } from './standing.ts'

/** An answer that stands for every request and person, or for those that it names. */
export type ActAnswer = Answer & {
  readonly named: Named
  /** One of those for which it stands: what is so of this one is so of all of them. */
  readonly subject: Subject
}

export type Around = {
  readonly book: Book
  readonly incident: Incident
  readonly happenings: readonly TimedHappening[]
}

/** In order of role and act, then of request and person. */
export function mergedAnswers(cases: Cases, subjects: readonly Subject[], around: Around): readonly ActAnswer[] {
  const [only] = cases
  if (subjects.length === 1) return only.answers.map((answer) => ({ ...answer, named: {}, subject: FIRST }))
  const acts = new Map(around.book.acts.map((act) => [act.id, act]))
  return pairsOf(cases).flatMap(({ answers }) => {
    const answerOf = (subject: Subject) => answers.get(caseOf(cases, subject))
    const says = (subject: Subject) => {
      const answer = answerOf(subject)
      return answer && `${saying(answer)} ${standing(answer, subject, acts, around)}`
    }
    return groupsBy(subjects, says).flatMap(({ named, subject }) => {
      const members = subjects.filter((one) => isAbout(named, one)).flatMap((one) => answerOf(one) ?? [])
      const answer = answerOf(subject)
      return answer === undefined ? [] : [{ ...together(answer, members), named, subject }]
    })
  })
}

/** What a reader is told of an answer. On what it rests may differ between persons without making it another answer. */
function saying(answer: Answer): string {
  const { result, one, force, deciding, deadlines, setAsideBy, referral, arises } = answer
  const modalities = result.kind === 'settled' ? [result.modality] : result.possible
  const statements = deciding.map(({ statement, certainty }) => [statement, certainty])
  return JSON.stringify([result.kind, modalities, one, force, statements, deadlines, setAsideBy, referral, arises])
}

/** How a duty stands: from when its deadlines run, and what was done for it or broke it since it is one. */
function standing(answer: Answer, subject: Subject, acts: ReadonlyMap<string, Act>, around: Around): string {
  const { incident, happenings } = around
  const { result, deadlines, role, act } = answer
  if (result.kind === 'open' || (result.modality !== 'MUST' && result.modality !== 'SET ASIDE')) return ''
  const began = deadlines.map((deadline) =>
    deadline.kind === 'within'
      ? happenings.findLast((timed) => isEvent(timed, deadline.event) && isAbout(timed, subject))?.atMs
      : undefined,
  )
  const done = incident.acts.filter(
    ({ body }) => body.role === role && isAbout(body, subject) && isKindOf(body.act, act, acts),
  )
  const broken = incident.breaches.filter(
    ({ body }) => body.role === role && body.act === act && isAbout(body, subject),
  )
  // Mostly nothing was done for it yet; then it does not matter since when it stands.
  const since = done.length + broken.length === 0 ? 0 : (standsSince(incident, { ...answer, subject }) ?? 0)
  const marks = [
    ...done.map(({ seq, at }) => [seq, at >= since]),
    ...broken.map(({ body, at }) => [body.of, at >= since]),
  ]
  return JSON.stringify([began, marks])
}

function isEvent({ happening }: TimedHappening, event: string): boolean {
  return happening.kind === 'event' && happening.event === event
}

/** The answer with all that matters to, or is presumed of, any of its requests and persons. */
function together(answer: Answer, members: readonly Answer[]): Answer {
  const { result } = answer
  return {
    ...answer,
    presumed: union(members.map(({ presumed }) => presumed)),
    result:
      result.kind === 'settled'
        ? result
        : { ...result, matters: union(members.map((one) => (one.result.kind === 'open' ? one.result.matters : []))) },
  }
}

function union(lists: readonly (readonly InputId[])[]): readonly InputId[] {
  return [...new Set(lists.flat())].sort()
}
