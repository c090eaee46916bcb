/** Duties with deadlines: what is due, by when, and how it stands. */
import type { Act, Book, EventId, RoleId } from '@remit/language/checked/tree.ts'
import { type ActAnswer, isSettled } from '../determinations/from-facts.ts'
import { isKindOf } from '../determinations/standing.ts'
import type { Incident } from '../events/fold.ts'
import { happeningsOf, type TimedHappening } from '../facts/from-events.ts'
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
}

/** Names a duty in deadline rows; the same duty has the same name after a restart. */
export function dutyName({ role, act, due }: Pick<Duty, 'role' | 'act' | 'due'>): string {
  return `${role} ${act.id} ${due}`
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
  return answer.deadlines.flatMap((deadline) => {
    const began = deadline.kind === 'within' ? lastAt(around.happenings, deadline.event) : undefined
    if (deadline.kind !== 'within' || deadline.certainty !== 'settled' || began === undefined) return []
    const due = began + deadline.ms
    const isMet = wasDoneSince(around, answer.role, act, began)
    const isLate = !isMet && around.nowMs > due
    return [
      {
        role: answer.role,
        act,
        due,
        ...(deadline.ifLate === undefined ? {} : { ifLate: deadline.ifLate }),
        statement: deadline.statement,
        isSetAside: isSettled(answer, 'SET ASIDE'),
        state: isMet ? 'met' : isLate ? 'late' : 'running',
      },
    ]
  })
}

function lastAt(happenings: readonly TimedHappening[], event: EventId): number | undefined {
  return happenings.findLast(({ happening }) => happening.kind === 'event' && happening.event === event)?.atMs
}

/** A duty is met when its act, or a kind of it, has been done by that role. */
function wasDoneSince({ incident, acts, happenings }: Around, role: RoleId, act: Act, since: number): boolean {
  const isDone = incident.acts.some(
    ({ at, body }) => at >= since && body.role === role && isKindOf(body.act, act.id, acts),
  )
  return isDone || happenings.some(({ happening, atMs }) => atMs >= since && isDoing(happening, role, act))
}

function isDoing(happening: TimedHappening['happening'], role: RoleId, act: Act): boolean {
  const done = happening.kind === 'event' ? ACT_OF_EVENT[happening.event] : undefined
  return done !== undefined && done.role === role && done.act === act.id
}
