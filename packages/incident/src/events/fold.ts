/** Folds events to the incident as it stands: everything that screens and determinations are made from. */
import { assert } from '../assert.ts'
import { type EventBody, type IncidentEvent, type PositionId, REMIT, type ReviewOutcome } from './event.ts'

export type Incident = {
  /** Number of events. */
  readonly version: number
  readonly request: Extract<EventBody, { kind: 'request-received' }>
  readonly openedAt: number
  readonly closedAt?: number
  /** The incident's clock minus real time, milliseconds. */
  readonly clockOffsetMs: number
  readonly units: readonly PositionId[]
  readonly pages: readonly Page[]
  readonly dangers: readonly DangerReport[]
  readonly acts: readonly ActDone[]
  readonly duties: readonly DutyEnd[]
  readonly determined?: Extract<EventBody, { kind: 'determined' }>
  /** The latest `shown` of each position. */
  readonly shown: ReadonlyMap<PositionId, { readonly at: number; readonly through: number; readonly sentence: string }>
  readonly events: readonly IncidentEvent[]
}

/** A page goes to one position; the next of the chain gets a page of its own. */
export type Page = {
  readonly page: number
  readonly position: PositionId
  readonly sentAt: number
  readonly answerBy: number
  readonly state: 'paged' | 'accepted' | 'not-reached'
  readonly stateAt: number
}

/** One person's report. Sent, shown on a desk, accepted by a named position: three states that are never confused. */
export type DangerReport = {
  readonly report: string
  readonly seq: number
  readonly by: PositionId
  readonly reportedAt: number
  readonly receivedAt: number
  readonly isLate: boolean
  readonly shown: readonly { readonly position: PositionId; readonly at: number }[]
  readonly accepted?: { readonly position: PositionId; readonly at: number }
  readonly endedAt?: number
}

export type ActDone = {
  readonly seq: number
  readonly at: number
  readonly by: PositionId
  readonly body: Extract<EventBody, { kind: 'act-done' }>
  readonly review?: { readonly by: PositionId; readonly at: number; readonly outcome: ReviewOutcome }
}

export type DutyEnd = {
  readonly at: number
  readonly body: Extract<EventBody, { kind: 'duty-late' | 'duty-met' }>
}

/** The incident after `events`, which must start with its request. Replaying the same events gives the same incident. */
export function foldIncident(events: readonly IncidentEvent[]): Incident {
  const [first, ...rest] = events
  assert(first !== undefined && first.body.kind === 'request-received', 'an incident starts with its request')
  let incident: Incident = {
    version: 1,
    request: first.body,
    openedAt: first.at,
    clockOffsetMs: first.body.clockOffsetMs,
    units: [],
    pages: [],
    dangers: [],
    acts: [],
    duties: [],
    shown: new Map(),
    events,
  }
  for (const event of rest) {
    assert(event.seq === incident.version + 1, `event ${event.seq} follows event ${incident.version}`)
    incident = { ...incident, ...changeBy(incident, event), version: event.seq }
  }
  return incident
}

/**
 * Whether someone else said something after `version` that `position` has not seen. What a position did itself, what Remit
 * made of it, and that screens showed something, nobody has to have seen before acting.
 */
export function hasUnseen({ events }: Incident, version: number, position: PositionId): boolean {
  return events.slice(version).some(({ by, body }) => by !== position && by !== REMIT && !SHOWING.has(body.kind))
}

const SHOWING: ReadonlySet<EventBody['kind']> = new Set(['shown', 'danger-shown'])

/** Whether any report of danger is open. */
export function isInDanger(incident: Incident): boolean {
  return incident.dangers.some((danger) => danger.endedAt === undefined)
}

function changeBy(incident: Incident, event: IncidentEvent): Partial<Incident> {
  const { body, at, by } = event
  switch (body.kind) {
    case 'unit-assigned':
      return { units: [...incident.units, body.position] }
    case 'page-sent':
    case 'page-accepted':
    case 'page-not-reached':
      return { pages: pagesAfter(incident.pages, at, body) }
    case 'danger-reported':
      return { dangers: [...incident.dangers, reportFrom(event, body)] }
    case 'danger-shown':
    case 'danger-accepted':
    case 'danger-ended':
      return { dangers: incident.dangers.map((danger) => dangerAfter(danger, at, by, body)) }
    case 'act-done':
      return { acts: [...incident.acts, { seq: event.seq, at, by, body }] }
    case 'reviewed':
      return {
        acts: incident.acts.map((act) =>
          act.seq === body.of ? { ...act, review: { by, at, outcome: body.outcome } } : act,
        ),
      }
    case 'duty-late':
    case 'duty-met':
      return { duties: [...incident.duties, { at, body }] }
    case 'shown':
      return {
        shown: new Map(incident.shown).set(by, { at, through: body.through, sentence: body.sentence }),
      }
    case 'determined':
      return { determined: body }
    case 'time-passed':
      return { clockOffsetMs: incident.clockOffsetMs + body.ms }
    case 'closed':
      return { closedAt: at }
    case 'observed':
    case 'happened':
    case 'corrected':
      return {}
    case 'request-received':
      return assert(false, `event ${event.seq} is a second request`)
  }
}

type PageBody = Extract<EventBody, { kind: 'page-sent' | 'page-accepted' | 'page-not-reached' }>

function pagesAfter(pages: readonly Page[], at: number, body: PageBody): readonly Page[] {
  if (body.kind === 'page-sent') {
    const { page, position, answerBy } = body
    return [...pages, { page, position, sentAt: at, answerBy, state: 'paged', stateAt: at }]
  }
  const state = body.kind === 'page-accepted' ? 'accepted' : 'not-reached'
  return pages.map((page) => (page.page === body.page ? { ...page, state, stateAt: at } : page))
}

function reportFrom(event: IncidentEvent, body: Extract<EventBody, { kind: 'danger-reported' }>): DangerReport {
  const { report, reportedAt, isLate } = body
  return { report, seq: event.seq, by: event.by, reportedAt, receivedAt: event.at, isLate, shown: [] }
}

type DangerBody = Extract<EventBody, { kind: 'danger-shown' | 'danger-accepted' | 'danger-ended' }>

function dangerAfter(danger: DangerReport, at: number, position: PositionId, body: DangerBody): DangerReport {
  if (danger.report !== body.report) return danger
  switch (body.kind) {
    case 'danger-shown':
      return danger.shown.some((shown) => shown.position === position)
        ? danger
        : { ...danger, shown: [...danger.shown, { position, at }] }
    case 'danger-accepted':
      return danger.accepted === undefined ? { ...danger, accepted: { position, at } } : danger
    case 'danger-ended':
      return { ...danger, endedAt: danger.endedAt ?? at }
  }
}
