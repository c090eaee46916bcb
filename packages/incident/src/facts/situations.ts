/** The situation of one request and one person of an incident, and what the clock alone will change in it. */
import { type MomentAhead, momentsAhead, situationAt } from '@remit/engine/situation/from-happenings.ts'
import type { Book, Input, Situation } from '@remit/language/checked/tree.ts'
import { isAbout, type Named, type Subject } from '../subjects/subject.ts'
import type { TimedHappening } from './from-events.ts'

export type Situated = {
  readonly situation: Situation
  /** Facts that become yes by themselves. */
  readonly ahead: readonly MomentAhead[]
}

/**
 * What each input of the situation is folded from: a fact about the incident or an actor from everything, so that it has one
 * value whatever else the incident is about; one about a request or a person from all that names no other of these; a done
 * act and a clock of no request or person from all that names neither another request nor another person.
 */
export function situationOf(
  book: Book,
  happenings: readonly TimedHappening[],
  subject: Subject,
  nowMs: number,
): Situated {
  const from = (keep: (timed: Named) => boolean) => foldedFrom(book, happenings.filter(keep), nowMs)
  if (happenings.every((timed) => isAbout(timed, subject))) return from(() => true)
  const { request, person } = subject
  const folded: { readonly [scope in Scope]: Situated } = {
    all: from(() => true),
    request: from((timed) => (timed.request ?? request) === request),
    person: from((timed) => (timed.person ?? person) === person),
    both: from((timed) => isAbout(timed, subject)),
  }
  const situation = book.inputs.flatMap((input) => {
    const value = folded[scopeOf(input)].situation.get(input.id)
    return value === undefined ? [] : [[input.id, value] as const]
  })
  const ahead = book.inputs.flatMap((input) =>
    folded[scopeOf(input)].ahead.filter((moment) => moment.input === input.id),
  )
  return { situation: new Map(situation), ahead }
}

function foldedFrom(book: Book, happenings: readonly TimedHappening[], nowMs: number): Situated {
  return { situation: situationAt(book, happenings, nowMs), ahead: momentsAhead(book, happenings, nowMs) }
}

type Scope = 'all' | 'request' | 'person' | 'both'

function scopeOf(input: Input): Scope {
  if (input.about === 'request' || input.about === 'person') return input.about
  const isOfTheIncident = input.kind !== 'clock' && !(input.kind === 'yes-no' && input.of.kind === 'done')
  return isOfTheIncident ? 'all' : 'both'
}
