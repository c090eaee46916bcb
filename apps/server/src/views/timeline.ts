/** The incident's events in words, newest first. Corrected, never erased. */
import type { TimelineLine } from '@remit/contract/incident-view.ts'
import { lower } from '@remit/incident/determinations/sentences.ts'
import {
  DIFFERENCE_REASONS,
  type EventBody,
  type IncidentEvent,
  REVIEW_OUTCOMES,
} from '@remit/incident/events/event.ts'
import type { Incident } from '@remit/incident/events/fold.ts'
import { wordsOfNames } from '@remit/incident/subjects/subject.ts'
import { entryWords } from './list-views.ts'
import { type Context, valueText } from './parts.ts'

type Words = { readonly words: string; readonly detail?: string; readonly strong?: boolean }

export function timelineOf(context: Context, incident: Incident): readonly TimelineLine[] {
  return incident.events
    .map((event) => {
      const { words: said, detail, strong = false } = wordsOf(event.body, event, context, incident)
      const of = namesIn(event.body)
      const words = of === undefined ? said : `${of}: ${lower(said)}`
      const who = context.position(event.by).title
      return { seq: event.seq, at: event.at, who, words, ...(detail === undefined ? {} : { detail }), strong }
    })
    .reverse()
}

/** The request or person of which an event says something, in words. */
function namesIn(body: EventBody): string | undefined {
  switch (body.kind) {
    case 'observed':
    case 'happened':
    case 'entry-reported':
    case 'list-complete':
    case 'act-done':
    case 'duty-late':
    case 'duty-met':
    case 'duty-broken':
      return wordsOfNames(body)
    default:
      return undefined
  }
}

function wordsOf(body: EventBody, event: IncidentEvent, context: Context, incident: Incident): Words {
  const { book, acts, position, roleText } = context
  const actText = (id: string) => acts.get(id)?.text ?? id
  const time = (at: number) => timeIn(context.agency.timeZone, at)
  const withdrawnAt = (seq: number) => {
    const later = incident.events.find(({ body }) => body.kind === 'withdrawn' && body.of === seq)
    return later === undefined ? '' : ` (withdrawn ${time(later.at)})`
  }
  switch (body.kind) {
    case 'request-received': {
      const asks = valueText(book, 'requester', body.values.requester ?? 'unknown')
      return {
        words: `Request received by ${body.channel.replace('-', ' ')}: ${asks}`,
        detail: `${body.requesterIs}, receipt ${body.receipt}`,
        strong: true,
      }
    }
    case 'request-added': {
      const asks = valueText(book, 'requester', body.values.requester ?? 'unknown')
      return {
        words: `Request ${body.request} received by ${body.channel.replace('-', ' ')}: ${asks}`,
        detail: `${body.requesterIs}, receipt ${body.receipt}`,
        strong: true,
      }
    }
    case 'person-added':
      return { words: `Another person is concerned: person ${body.person}` }
    case 'entry-reported': {
      const list = book.lists.find(({ id }) => id === body.list)
      return {
        words: `Reported: ${list?.text ?? body.list}`,
        detail: `${list === undefined ? '' : entryWords(list, body.values)}${withdrawnAt(event.seq)}`,
      }
    }
    case 'list-complete':
      return {
        words: `Reported: no other ${lower(book.lists.find(({ id }) => id === body.list)?.text ?? body.list)}`,
        ...(withdrawnAt(event.seq) === '' ? {} : { detail: withdrawnAt(event.seq).trim() }),
      }
    case 'withdrawn':
      return { words: 'Withdrew an earlier report' }
    case 'unit-assigned':
      return { words: `${position(body.position).title} assigned` }
    case 'observed': {
      const correction = incident.events.find((later) => later.body.kind === 'corrected' && later.body.of === event.seq)
      return {
        words: `Reported: ${questionOf(context, body.input)} ${valueText(book, body.input, body.value)}`,
        ...(correction === undefined ? {} : { detail: `corrected ${time(correction.at)}` }),
      }
    }
    case 'happened':
      return { words: book.events.find(({ id }) => id === body.event)?.text ?? body.event, strong: true }
    case 'page-sent':
      return { words: `Paged ${position(body.position).title}`, detail: `Answer by ${time(body.answerBy)}` }
    case 'page-accepted':
      return { words: 'Accepted the page' }
    case 'page-not-reached':
      return { words: `${position(body.position).title} not reached` }
    case 'danger-reported':
      return {
        words: 'Reported: someone is in danger',
        ...(body.isLate
          ? { detail: `reported ${time(body.reportedAt)}, received ${time(event.at)}, state now unknown` }
          : {}),
        strong: true,
      }
    case 'danger-shown':
      return { words: 'Shown on the desk' }
    case 'danger-accepted':
      return { words: 'Has the report of danger', strong: true }
    case 'danger-ended':
      return { words: 'Ended a report of danger', strong: true }
    case 'act-done':
      return {
        words: actText(body.act),
        ...(body.differs
          ? {
              detail: `differs from ${body.determined}${body.reason === undefined ? '' : `: ${DIFFERENCE_REASONS[body.reason]}`}`,
            }
          : {}),
        strong: true,
      }
    case 'duty-late':
      return {
        words: `Late: ${roleText(body.role)}, ${lower(actText(body.act))}`,
        ...(body.tell === undefined ? {} : { detail: `${roleText(body.tell)} is told` }),
        strong: true,
      }
    case 'duty-broken':
      return {
        words: `Not done first: ${roleText(body.role)}, ${lower(actText(body.act))} before ${lower(actText(body.before))}`,
        ...(body.tell === undefined ? {} : { detail: `${roleText(body.tell)} is told` }),
        strong: true,
      }
    case 'duty-met':
      return { words: `Done in time: ${lower(actText(body.act))}` }
    case 'shown':
      return { words: `Screen showed: ${body.sentence}` }
    case 'determined':
      return { words: 'The orders were asked again', detail: `book ${body.bookHash.slice(0, 12)}` }
    case 'corrected':
      return { words: `Corrected an earlier report to ${String(body.value)}` }
    case 'reviewed':
      return { words: `Reviewed: ${REVIEW_OUTCOMES[body.outcome]}`, strong: true }
    case 'time-passed':
      return { words: `Demo: ${Math.round(body.ms / 60_000)} minutes pass` }
    case 'closed':
      return { words: 'Closed', strong: true }
  }
}

function questionOf({ book }: Context, id: string): string {
  return book.inputs.find((input) => input.id === id)?.ask ?? id
}

export function timeIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(
    at,
  )
}

/** An act done, or the end of the incident, without positions: for the asking agency. */
export function timelineWords(body: EventBody, book: Context['book']): string {
  if (body.kind !== 'act-done') return 'The request was closed'
  return book.acts.find(({ id }) => id === body.act)?.text ?? body.act
}
