/** Folds events to the incident as it stands: everything that screens and determinations are made from. */
import type { RoleId } from '@remit/language/checked/tree.ts'
import { assert } from '../assert.ts'
import { type EventBody, type IncidentEvent, type PositionId, REMIT, type ReviewOutcome } from './event.ts'

export type Incident = {
  /** Number of events. */
  readonly version: number
  /** The one that opened it. */
  readonly request: Extract<EventBody, { kind: 'request-received' }>
  /** All of them, the first one first. */
  readonly requests: readonly IncidentRequest[]
  /** How many persons are concerned, as far as anyone has said; never less than one. */
  readonly persons: number
  readonly openedAt: number
  readonly closedAt?: number
  /** The incident's clock minus real time, milliseconds. */
  readonly clockOffsetMs: number
  readonly units: readonly PositionId[]
  /** The units assigned, by the role for which each acts: its members here. */
  readonly members: ReadonlyMap<RoleId, readonly PositionId[]>
  readonly pages: readonly Page[]
  readonly dangers: readonly DangerReport[]
  readonly acts: readonly ActDone[]
  readonly duties: readonly DutyEnd[]
  readonly breaches: readonly Breach[]
  readonly determined?: Extract<EventBody, { kind: 'determined' }>
  /** The latest `shown` of each position. */
  readonly shown: ReadonlyMap<PositionId, { readonly at: number; readonly through: number; readonly sentence: string }>
  readonly events: readonly IncidentEvent[]
}

export type IncidentRequest = {
  /** Counts from 1. */
  readonly request: number
  readonly at: number
  readonly body: Extract<EventBody, { kind: 'request-received' | 'request-added' }>
}

export type Breach = {
  readonly at: number
  readonly body: Extract<EventBody, { kind: 'duty-broken' }>
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
    requests: [{ request: 1, at: first.at, body: first.body }],
    persons: 1,
    openedAt: first.at,
    clockOffsetMs: first.body.clockOffsetMs,
    units: [],
    members: new Map(),
    pages: [],
    dangers: [],
    acts: [],
    duties: [],
    breaches: [],
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
      return {
        units: [...incident.units, body.position],
        ...(body.role === undefined ? {} : { members: membersWith(incident.members, body.role, body.position) }),
      }
    case 'request-added':
      assert(
        body.request === incident.requests.length + 1,
        `request ${body.request} follows ${incident.requests.length}`,
      )
      return { requests: [...incident.requests, { request: body.request, at, body }] }
    case 'person-added':
      assert(body.person === incident.persons + 1, `person ${body.person} follows ${incident.persons}`)
      return { persons: body.person }
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
    case 'duty-broken':
      return { breaches: [...incident.breaches, { at, body }] }
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
    case 'entry-reported':
    case 'list-complete':
    case 'withdrawn':
      return {}
    case 'request-received':
      return assert(false, `event ${event.seq} opens the incident a second time`)
  }
}

function membersWith(members: Incident['members'], role: RoleId, position: PositionId): Incident['members'] {
  return new Map(members).set(role, [...(members.get(role) ?? []), position])
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
