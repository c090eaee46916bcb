/** Duties with deadlines: what is due, by when, and how it stands. */
import type { Act, Book, EventId, RoleId } from '@remit/language/checked/tree.ts'
import type { ActAnswer } from '../determinations/merged.ts'
import { isSettled } from '../determinations/modalities.ts'
import { boundBy, isKindOf, metAt } from '../determinations/standing.ts'
import type { PositionId } from '../events/event.ts'
import type { Incident } from '../events/fold.ts'
import { happeningsOf, type TimedHappening } from '../facts/from-events.ts'
import { isAbout, type Named, type Subject } from '../subjects/subject.ts'
import { ACT_OF_EVENT } from './words.ts'

export type Duty = {
  readonly role: RoleId
  readonly act: Act
  /** By the incident's clock, milliseconds since 1970 UTC. */
  readonly due: number
  readonly ifLate?: RoleId
  /** The statement that sets the deadline. */
  readonly statement: string
  readonly isSetAside: boolean
  readonly state: 'running' | 'met' | 'late'
  /** The request or person of which it is, where others differ. */
  readonly named: Named
  readonly subject: Subject
  /** How many of the members that it binds have done it; absent where it does not bind each of several. */
  readonly members?: { readonly done: number; readonly of: number }
}

/** Names a duty in deadline rows; the same duty has the same name after a restart. */
export function dutyName({ role, act, due, named }: Pick<Duty, 'role' | 'act' | 'due' | 'named'>): string {
  const { request, person } = named
  const of = `${request === undefined ? '' : ` request ${request}`}${person === undefined ? '' : ` person ${person}`}`
  return `${role} ${act.id} ${due}${of}`
}

/**
 * The duties of `incident` that have a deadline now. SET ASIDE stops no clock: such a duty goes on running, and is late
 * at once when it returns after its time. A duty that was late or met stays so, though its condition has passed.
 */
export function dutiesOf(
  book: Book,
  incident: Incident,
  answers: readonly ActAnswer[],
  nowMs: number,
): readonly Duty[] {
  const acts = new Map(book.acts.map((act) => [act.id, act]))
  const happenings = happeningsOf(incident, book)
  const duties = answers
    .filter((answer) => isSettled(answer, 'MUST') || isSettled(answer, 'SET ASIDE'))
    .flatMap((answer) => {
      const act = acts.get(answer.act)
      return act === undefined ? [] : deadlinesOf(answer, act, { incident, acts, happenings, nowMs })
    })
  // Two orders that set the same time make one deadline.
  return [...new Map(duties.toReversed().map((duty) => [dutyName(duty), duty])).values()].reverse()
}

type Around = {
  readonly incident: Incident
  readonly acts: ReadonlyMap<string, Act>
  readonly happenings: readonly TimedHappening[]
  readonly nowMs: number
}

function deadlinesOf(answer: ActAnswer, act: Act, around: Around): readonly Duty[] {
  const { role, named, subject } = answer
  return answer.deadlines.flatMap((deadline) => {
    const began = deadline.kind === 'within' ? lastAt(around.happenings, deadline.event, subject) : undefined
    if (deadline.kind !== 'within' || deadline.certainty !== 'settled' || began === undefined) return []
    const due = began + deadline.ms
    const bound = boundBy(around.incident, answer, around.acts)
    const doings = doingsSince(around, answer, act, began)
    const isMet = metAt(bound, doings) !== undefined
    const isLate = !isMet && around.nowMs > due
    const done = bound.filter((member) => doings.some(({ by }) => by === member)).length
    return [
      {
        role,
        act,
        due,
        ...(deadline.ifLate === undefined ? {} : { ifLate: deadline.ifLate }),
        statement: deadline.statement,
        isSetAside: isSettled(answer, 'SET ASIDE'),
        state: isMet ? 'met' : isLate ? 'late' : 'running',
        named,
        subject,
        ...(bound.length === 0 ? {} : { members: { done, of: bound.length } }),
      },
    ]
  })
}

function lastAt(happenings: readonly TimedHappening[], event: EventId, subject: Subject): number | undefined {
  return happenings.findLast(
    (timed) => timed.happening.kind === 'event' && timed.happening.event === event && isAbout(timed, subject),
  )?.atMs
}

type Doing = { readonly at: number; readonly by: PositionId }

/** A duty is met when its act, or a kind of it, has been done; an event can be the doing of an act. */
function doingsSince(
  { incident, acts, happenings }: Around,
  { role, subject }: ActAnswer,
  act: Act,
  since: number,
): readonly Doing[] {
  const done = incident.acts.filter(
    ({ at, body }) => at >= since && body.role === role && isAbout(body, subject) && isKindOf(body.act, act.id, acts),
  )
  const happened = happenings.flatMap(({ atMs, by, ...timed }) =>
    atMs >= since && isAbout(timed, subject) && isDoing(timed.happening, role, act) ? [{ at: atMs, by }] : [],
  )
  return [...done, ...happened]
}

function isDoing(happening: TimedHappening['happening'], role: RoleId, act: Act): boolean {
  const done = happening.kind === 'event' ? ACT_OF_EVENT[happening.event] : undefined
  return done !== undefined && done.role === role && done.act === act.id
}
