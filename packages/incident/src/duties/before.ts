/** Duties that have to be done before another act: how each stands, and what doing that act first breaks. Nothing is blocked. */
import type { Act, ActId, Book, RoleId } from '@remit/language/checked/tree.ts'
import type { ActAnswer } from '../determinations/merged.ts'
import { isSettled } from '../determinations/modalities.ts'
import { doneSince, isKindOf, standsSince } from '../determinations/standing.ts'
import type { EventBody, PositionId } from '../events/event.ts'
import type { Incident } from '../events/fold.ts'
import { isCompatible, type Named } from '../subjects/subject.ts'

/** Do `act` before `before`. */
export type DutyBefore = {
  readonly role: RoleId
  readonly act: Act
  readonly before: Act
  readonly ifLate?: RoleId
  /** The statement that says so. */
  readonly statement: string
  readonly answer: ActAnswer
  /** `broken`: the other act was done while this stood and was not met. */
  readonly state: 'stands' | 'met' | 'broken'
}

/** All that stand, or stood and were met or broken since. What is set aside stands not. */
export function dutiesBefore(book: Book, incident: Incident, answers: readonly ActAnswer[]): readonly DutyBefore[] {
  const acts = new Map(book.acts.map((act) => [act.id, act]))
  return answers
    .filter((answer) => isSettled(answer, 'MUST'))
    .flatMap((answer) =>
      answer.deadlines.flatMap((deadline) => {
        const [act, before] = [acts.get(answer.act), deadline.kind === 'before' ? acts.get(deadline.act) : undefined]
        if (act === undefined || before === undefined || deadline.certainty !== 'settled') return []
        const isMet = doneSince(incident, answer, acts) !== undefined
        const isBroken = breachesOf(incident, answer, before.id).length > 0
        const { statement, ifLate } = deadline
        return [
          {
            role: answer.role,
            act,
            before,
            ...(ifLate === undefined ? {} : { ifLate }),
            statement,
            answer,
            state: isBroken ? 'broken' : isMet ? 'met' : 'stands',
          } as const,
        ]
      }),
    )
}

/** The breaches recorded since the duty stands as it does. */
function breachesOf(incident: Incident, answer: ActAnswer, before: ActId): Incident['breaches'] {
  const since = standsSince(incident, answer)
  if (since === undefined) return []
  return incident.breaches.filter(
    ({ at, body }) =>
      at >= since &&
      body.role === answer.role &&
      body.act === answer.act &&
      body.before === before &&
      isCompatible(body, answer.named),
  )
}

/**
 * What `by` breaks by doing `done` now, with the answers as they stand before it: each duty that was to be met first, by the
 * role or, where it binds each member, by this one. Once for each member; to do it again breaks nothing new.
 */
export function brokenBy(
  book: Book,
  incident: Incident,
  answers: readonly ActAnswer[],
  done: { readonly role: RoleId; readonly act: ActId; readonly by: PositionId; readonly named: Named },
): readonly Extract<EventBody, { kind: 'duty-broken' }>[] {
  const acts = new Map(book.acts.map((act) => [act.id, act]))
  return dutiesBefore(book, incident, answers)
    .filter(({ role, act, before, answer }) => {
      const isFirst = role === done.role && isKindOf(done.act, before.id, acts) && !isKindOf(done.act, act.id, acts)
      if (!isFirst || !isCompatible(done.named, answer.named)) return false
      const isBrokenBy = breachesOf(incident, answer, before.id).some(
        ({ body }) => incident.events[body.of - 1]?.by === done.by,
      )
      return !isBrokenBy && doneSince(incident, answer, acts, done.by) === undefined
    })
    .map(({ role, act, before, ifLate, answer }) => ({
      kind: 'duty-broken',
      role,
      act: act.id,
      before: before.id,
      of: incident.version + 1,
      ...(ifLate === undefined ? {} : { tell: ifLate }),
      ...answer.named,
    }))
}
