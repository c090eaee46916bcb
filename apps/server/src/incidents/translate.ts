/** Turns a command into the event that it asks for, or refuses it. Pure: what it needs to know is an argument. */
import type { Command } from '@remit/contract/commands.ts'
import { PERSONS_MAX, REQUESTS_MAX } from '@remit/contract/commands.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { answerTo } from '@remit/incident/determinations/from-facts.ts'
import type { ActAnswer } from '@remit/incident/determinations/merged.ts'
import { brokenBy } from '@remit/incident/duties/before.ts'
import {
  DIFFERENCE_REASONS,
  type DifferenceReason,
  type EventBody,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '@remit/incident/events/event.ts'
import { hasUnseen, type Incident } from '@remit/incident/events/fold.ts'
import { type Named, namesOf } from '@remit/incident/subjects/subject.ts'
import type { Field } from '@remit/language/checked/lists.ts'
import type { About, Agency, Book, Input, SituationValue } from '@remit/language/checked/tree.ts'
import { refuse } from '../refusal.ts'
import { dangerAccepted, dangerEnded, dangerReported, dangerShown } from './danger-commands.ts'

export type Circumstances = {
  readonly incident: Incident
  readonly agency: Agency
  readonly book: Book
  readonly as: Position
  readonly positions: readonly Position[]
  /** Real time, and the incident's own clock; milliseconds since 1970 UTC. */
  readonly realMs: number
  readonly nowMs: number
  readonly answers: readonly ActAnswer[]
  /** What a further request would have as its receipt number. */
  readonly nextReceipt: string
}

/** The events to append; nothing where it stands already (a command sent twice is one event). */
export function eventsFor(command: Command, at: Circumstances): readonly EventBody[] {
  const body = eventFor(command, at)
  if (body === undefined) return []
  if (body.kind !== 'act-done') return [body]
  const { role, act } = body
  return [body, ...brokenBy(at.book, at.incident, at.answers, { role, act, by: at.as.id, named: namesOf(body) })]
}

function eventFor(command: Command, at: Circumstances): EventBody | undefined {
  switch (command.kind) {
    case 'report-danger':
      return dangerReported(command, at)
    case 'danger-shown':
      return dangerShown(command, at)
    case 'accept-danger':
      return dangerAccepted(command, at)
    case 'end-danger':
      return dangerEnded(command, at)
    case 'accept-page':
      return pageAccepted(command, at)
    case 'shown': {
      const isOld = (at.incident.shown.get(at.as.id)?.through ?? 0) >= command.through
      const { through, sentence } = command
      return isOld ? undefined : { kind: 'shown', through, sentence, ...knownNames(command, at) }
    }
    default:
      return changeFor(command, at)
  }
}

type Change = Extract<Command, { version: number }>

/** What may only be said by someone who has seen the incident as it is, while it is open. */
function changeFor(command: Change, at: Circumstances): EventBody {
  const { incident } = at
  if (hasUnseen(incident, command.version, at.as.id)) {
    refuse(
      'stale-version',
      'The incident has changed since this screen read it. It shows the change now: look, then send again.',
      {
        version: incident.version,
      },
    )
  }
  // A closed incident is still reviewed; nothing else happens in it.
  if (incident.closedAt !== undefined && command.kind !== 'review') {
    refuse('incident-closed', 'This incident is closed. Record a new request instead.')
  }
  switch (command.kind) {
    case 'observe':
      return observed(command, at)
    case 'happen':
      return happened(command, at)
    case 'report-entry':
      return entryReported(command, at)
    case 'complete-list':
      return { kind: 'list-complete', list: command.list, ...namesFor(listOf(command.list, at).about, command, at) }
    case 'withdraw':
      return withdrawn(command.seq, at)
    case 'add-request':
      return requestAdded(command, at)
    case 'add-person':
      return personAdded(at)
    case 'assign-unit':
      return unitAssigned(command.position, at)
    case 'do':
      return actDone(command, at)
    case 'correct':
      return corrected(command, at)
    case 'review':
      return reviewed(command, at)
    case 'pass-time':
      if (!at.agency.demo) refuse('not-a-demo', 'Time can be set forward only in a demo agency.')
      return { kind: 'time-passed', ms: command.ms }
    case 'close':
      if (incident.dangers.some(({ endedAt }) => endedAt === undefined)) {
        refuse('already-so', 'A report of danger is still open. It has to be ended before the incident can be closed.')
      }
      return { kind: 'closed' }
  }
}

/** Danger is never a plain fact: it is each reporter's own report, with its states. */
function observed(command: Extract<Command, { kind: 'observe' }>, at: Circumstances): EventBody {
  const { input, value } = command
  const { changes = [], about } = at.book.inputs.find(({ id }) => id === input) ?? {}
  if (changes.some(({ kind }) => kind === 'while')) {
    refuse('not-in-this-book', 'Danger is reported and ended with its own button, by each who reports it.')
  }
  return { kind: 'observed', input, value: valueFor(input, value, at.book), ...namesFor(about, command, at) }
}

/** A command's names, with those that it leaves out. */
type Names = { readonly request?: number | undefined; readonly person?: number | undefined }

/** The request or person of a fact: compulsory where there are several, and none where the fact is about no such thing. */
function namesFor(about: About = 'incident', names: Names, at: Circumstances): Named {
  const { request, person } = knownNames(names, at)
  const { requests, persons } = at.incident
  switch (about) {
    case 'incident':
    case 'actor':
      return {}
    case 'request':
      if (request === undefined && requests.length > 1) refuse('not-valid', 'Say of which request: there are several.')
      return request === undefined ? {} : { request }
    case 'person':
      if (person === undefined && persons > 1) refuse('not-valid', 'Say of which person: there are several.')
      return person === undefined ? {} : { person }
  }
}

/** The names, each of a request or a person that the incident has. */
function knownNames({ request, person }: Names, { incident }: Circumstances): Named {
  if ((request ?? 1) > incident.requests.length) refuse('not-valid', `This incident has no request ${request}.`)
  if ((person ?? 1) > incident.persons) refuse('not-valid', `This incident has no person ${person}.`)
  // What there is one of needs no name.
  return {
    ...(request === undefined || incident.requests.length === 1 ? {} : { request }),
    ...(person === undefined || incident.persons === 1 ? {} : { person }),
  }
}

/** The value if the book knows the input and the value; else refused with what it does know. */
export function valueFor(id: string, value: SituationValue, book: Book): SituationValue {
  const input = book.inputs.find((input) => input.id === id)
  if (input === undefined) return refuse('not-in-this-book', `The orders in force do not ask for \`${id}\`.`)
  if (value === 'unknown' || isOf(input, value)) return value
  return refuse('not-in-this-book', `\`${id}\` cannot be \`${String(value)}\`: it is ${kindsOf(input)}.`)
}

function isOf(input: Input, value: SituationValue): boolean {
  switch (input.kind) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'one-of':
      return input.values.some(({ id }) => id === value)
    case 'number':
      return typeof value === 'number'
    case 'clock':
      return false
  }
}

function kindsOf(input: Input): string {
  switch (input.kind) {
    case 'yes-no':
      return 'yes or no'
    case 'one-of':
      return `one of ${input.values.map(({ id }) => id).join(', ')}`
    case 'number':
      return `a number of ${input.unit}`
    case 'clock':
      return 'a clock, which only its event sets'
  }
}

/** Danger and pages have commands of their own, with their rules. */
const NOT_BY_HAND = new Set([
  'request-received',
  'danger-reported',
  'danger-ended',
  'supervisor-paged',
  'supervisor-accepted',
  'supervisor-not-reached',
])

function happened(command: Extract<Command, { kind: 'happen' }>, at: Circumstances): EventBody {
  const { event } = command
  const isKnown = at.book.events.some(({ id }) => id === event)
  if (!isKnown || NOT_BY_HAND.has(event))
    return refuse('not-in-this-book', `\`${event}\` is no event that a screen can record.`)
  return { kind: 'happened', event, ...knownNames(command, at) }
}

function listOf(id: string, { book }: Circumstances) {
  return (
    book.lists.find((list) => list.id === id) ??
    refuse('not-in-this-book', `The orders in force have no list \`${id}\`.`)
  )
}

function entryReported(command: Extract<Command, { kind: 'report-entry' }>, at: Circumstances): EventBody {
  const list = listOf(command.list, at)
  const values = Object.entries(command.values)
  if (values.length === 0) refuse('not-valid', 'An entry of which nothing is known says nothing.')
  for (const [id, value] of values) {
    const field = list.fields.find((field) => field.id === id)
    if (field === undefined) return refuse('not-in-this-book', `An entry of \`${list.id}\` has no \`${id}\`.`)
    if (!isOfField(field, value)) refuse('not-in-this-book', `\`${id}\` cannot be \`${String(value)}\`.`)
  }
  return {
    kind: 'entry-reported',
    list: list.id,
    values: Object.fromEntries(values),
    ...namesFor(list.about, command, at),
  }
}

function isOfField(field: Field, value: boolean | string | number): boolean {
  switch (field.kind) {
    case 'one-of':
      return field.values.some(({ id }) => id === value)
    case 'number':
      return typeof value === 'number'
    case 'yes-no':
      return typeof value === 'boolean'
  }
}

function withdrawn(seq: number, { incident }: Circumstances): EventBody {
  const body = incident.events[seq - 1]?.body
  if (body?.kind !== 'entry-reported' && body?.kind !== 'list-complete')
    return refuse('not-found', `Event ${seq} is no entry of a list and no end of one, so it cannot be withdrawn.`)
  if (incident.events.some((event) => event.body.kind === 'withdrawn' && event.body.of === seq))
    return refuse('already-so', 'This was withdrawn already.')
  return { kind: 'withdrawn', of: seq }
}

/** Only facts about a request can be given with one: any other has one value for the whole incident, and would change it for all. */
function requestAdded(command: Extract<Command, { kind: 'add-request' }>, at: Circumstances): EventBody {
  const { incident, book, nextReceipt } = at
  if (incident.requests.length >= REQUESTS_MAX)
    refuse('already-so', `An incident has at most ${REQUESTS_MAX} requests. Record a new one instead.`)
  const values = Object.entries(command.values).map(([id, value]) => {
    const input = book.inputs.find((input) => input.id === id)
    if (input !== undefined && input.about !== 'request') {
      refuse(
        'not-in-this-book',
        `In these orders \`${id}\` is about the whole incident, not about one request. Record a new incident for this request.`,
      )
    }
    return [id, valueFor(id, value, book)] as const
  })
  return {
    kind: 'request-added',
    request: incident.requests.length + 1,
    receipt: nextReceipt,
    channel: command.channel,
    requesterIs: command.requesterIs,
    ...(command.cadEvent === undefined ? {} : { cadEvent: command.cadEvent }),
    values: Object.fromEntries(values),
  }
}

function personAdded({ incident }: Circumstances): EventBody {
  if (incident.persons >= PERSONS_MAX)
    refuse('already-so', `An incident has at most ${PERSONS_MAX} persons. Record a new one for the others.`)
  return { kind: 'person-added', person: incident.persons + 1 }
}

function unitAssigned(position: string, { incident, positions }: Circumstances): EventBody {
  const assigned =
    positions.find(({ id }) => id === position) ?? refuse('not-this-position', `There is no position \`${position}\`.`)
  if (incident.units.includes(position)) refuse('already-so', `\`${position}\` is assigned already.`)
  return { kind: 'unit-assigned', position: assigned.id, role: assigned.role }
}

/** What an act or a direction is compared with: a direction to do what is not ordered, or an act that must not be done, differs. */
function actDone(command: Extract<Command, { kind: 'do' }>, at: Circumstances): EventBody {
  const { book, as, answers } = at
  const named = knownNames(command, at)
  const act = book.acts.find(({ id }) => id === command.act)
  if (act === undefined) return refuse('not-in-this-book', `The orders in force do not speak of \`${command.act}\`.`)
  const { determined, differs } = answerTo(answers, as.role, act, { named })
  const reason = reasonFrom(command.reason)
  if (differs && act.directs !== undefined && reason === undefined) {
    refuse(
      'reason-needed',
      'This direction differs from what the orders say. Choose a reason from the list; it is recorded, not blocked.',
    )
  }
  return {
    kind: 'act-done',
    role: as.role,
    act: act.id,
    determined,
    differs,
    ...(reason === undefined ? {} : { reason }),
    ...named,
  }
}

function reasonFrom(reason: string | undefined): DifferenceReason | undefined {
  if (reason === undefined || isKey(DIFFERENCE_REASONS, reason)) return reason
  return refuse('not-valid', `\`${reason}\` is none of ${Object.keys(DIFFERENCE_REASONS).join(', ')}.`)
}

function isKey<T extends object>(object: T, key: string): key is keyof T & string {
  return Object.hasOwn(object, key)
}

function corrected(command: Extract<Command, { kind: 'correct' }>, { incident, book }: Circumstances): EventBody {
  const body = incident.events[command.seq - 1]?.body
  if (body?.kind !== 'observed')
    return refuse('not-found', `Event ${command.seq} is no report of a fact, so it cannot be corrected.`)
  return { kind: 'corrected', of: command.seq, value: valueFor(body.input, command.value, book) }
}

function reviewed(command: Extract<Command, { kind: 'review' }>, { incident, as }: Circumstances): EventBody {
  const act = incident.acts.find(({ seq }) => seq === command.seq)
  if (act === undefined || !act.body.differs)
    return refuse('not-found', `Event ${command.seq} is no act that differed.`)
  if (act.review !== undefined) return refuse('already-so', 'This act was reviewed already.')
  if (act.by === as.id) return refuse('not-this-position', 'Nobody reviews an act of their own.')
  const outcome = command.outcome
  if (!isKey(REVIEW_OUTCOMES, outcome))
    return refuse('not-valid', `\`${outcome}\` is none of ${Object.keys(REVIEW_OUTCOMES).join(', ')}.`)
  return { kind: 'reviewed', of: command.seq, outcome: outcome satisfies ReviewOutcome }
}

function pageAccepted(
  { page: number }: { readonly page: number },
  { incident, as }: Circumstances,
): EventBody | undefined {
  const page = incident.pages.find(({ page }) => page === number)
  if (page === undefined) return refuse('not-found', `There is no page ${number}.`)
  if (page.position !== as.id) return refuse('not-this-position', 'This page went to another position.')
  return page.state === 'accepted' ? undefined : { kind: 'page-accepted', page: number }
}
