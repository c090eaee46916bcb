/** Turns a command into the event that it asks for, or refuses it. Pure: what it needs to know is an argument. */
import type { Command } from '@remit/contract/commands.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { type ActAnswer, answerTo } from '@remit/incident/determinations/from-facts.ts'
import {
  DIFFERENCE_REASONS,
  type DifferenceReason,
  type EventBody,
  REVIEW_OUTCOMES,
  type ReviewOutcome,
} from '@remit/incident/events/event.ts'
import { hasUnseen, type Incident } from '@remit/incident/events/fold.ts'
import type { Agency, Book, Input, SituationValue } from '@remit/language/checked/tree.ts'
import { refuse } from '../refusal.ts'

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
}

/** A report received later than this after it was made is late: the present state is unknown. */
const LATE_MS = 30_000

/** The event to append; nothing where it stands already (a command sent twice is one event). */
export function eventFor(command: Command, at: Circumstances): EventBody | undefined {
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
      return isOld ? undefined : { kind: 'shown', through: command.through, sentence: command.sentence }
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
      return happened(command.event, at)
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
function observed({ input, value }: Extract<Command, { kind: 'observe' }>, { book }: Circumstances): EventBody {
  const changes = book.inputs.find(({ id }) => id === input)?.changes ?? []
  if (changes.some(({ kind }) => kind === 'while')) {
    refuse('not-in-this-book', 'Danger is reported and ended with its own button, by each who reports it.')
  }
  return { kind: 'observed', input, value: valueFor(input, value, book) }
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

function happened(event: string, { book }: Circumstances): EventBody {
  const isKnown = book.events.some(({ id }) => id === event)
  if (!isKnown || NOT_BY_HAND.has(event))
    return refuse('not-in-this-book', `\`${event}\` is no event that a screen can record.`)
  return { kind: 'happened', event }
}

function unitAssigned(position: string, { incident, positions }: Circumstances): EventBody {
  if (!positions.some(({ id }) => id === position)) refuse('not-this-position', `There is no position \`${position}\`.`)
  if (incident.units.includes(position)) refuse('already-so', `\`${position}\` is assigned already.`)
  return { kind: 'unit-assigned', position }
}

/** What an act or a direction is compared with: a direction to do what is not ordered, or an act that must not be done, differs. */
function actDone(command: Extract<Command, { kind: 'do' }>, { book, as, answers }: Circumstances): EventBody {
  const act = book.acts.find(({ id }) => id === command.act)
  if (act === undefined) return refuse('not-in-this-book', `The orders in force do not speak of \`${command.act}\`.`)
  const { determined, differs } = answerTo(answers, as.role, act)
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

/** Never refused for a version, a closed incident or a position: nothing may make a call for help less certain. */
function dangerReported(
  command: Extract<Command, { kind: 'report-danger' }>,
  at: Circumstances,
): EventBody | undefined {
  if (at.incident.dangers.some(({ report }) => report === command.report)) return undefined
  const reportedRealMs = Math.min(command.reportedAt, at.realMs)
  return {
    kind: 'danger-reported',
    report: command.report,
    reportedAt: reportedRealMs + (at.nowMs - at.realMs),
    isLate: at.realMs - reportedRealMs > LATE_MS,
  }
}

function reportOf(report: string, { incident }: Circumstances) {
  return (
    incident.dangers.find((danger) => danger.report === report) ??
    refuse('not-found', 'No report of danger with this id has arrived. Say it on the radio.')
  )
}

function dangerShown({ report }: { readonly report: string }, at: Circumstances): EventBody | undefined {
  if (reportOf(report, at).shown.some(({ position }) => position === at.as.id)) return undefined
  return { kind: 'danger-shown', report }
}

/** Only a named position at a desk or in command takes a report on; the reporter cannot accept their own. */
function dangerAccepted({ report }: { readonly report: string }, at: Circumstances): EventBody | undefined {
  const danger = reportOf(report, at)
  if (danger.accepted !== undefined) return undefined
  if (danger.by === at.as.id || at.as.role === 'officer') {
    refuse('not-this-position', 'A report is accepted by a desk or a supervisor, not by an officer on scene.')
  }
  return { kind: 'danger-accepted', report }
}

/** Only its reporter, or a dispatcher who has asked, ends a report, and only one that they had before their eyes. */
function dangerEnded(command: Extract<Command, { kind: 'end-danger' }>, at: Circumstances): EventBody | undefined {
  const danger = reportOf(command.report, at)
  if (danger.endedAt !== undefined) return undefined
  if (danger.by !== at.as.id && at.as.role !== 'dispatcher') {
    refuse('not-this-position', 'Only the one who reported it, or a dispatcher who has asked, ends a report of danger.')
  }
  if (command.seen < danger.seq) {
    refuse('stale-version', 'This report arrived after what this screen showed. Look at it before ending it.', {
      version: at.incident.version,
    })
  }
  return { kind: 'danger-ended', report: command.report, seen: command.seen }
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
