/** What an incident's events say to the orders: happenings with their instants. Facts are never stored by themselves. */
import type { Book, EventId, Happening, SituationValue } from '@remit/language/checked/tree.ts'
import type { EventBody, IncidentEvent } from '../events/event.ts'
import type { Incident } from '../events/fold.ts'

export type TimedHappening = {
  readonly happening: Happening
  readonly atMs: number
  /** Pairs an event that ends something with the one that began it: a report of danger. */
  readonly of?: string
}

/** Events of the vocabulary that Remit itself brings about. */
const EVENT_OF_KIND: { readonly [kind in EventBody['kind']]?: EventId } = {
  'request-received': 'request-received',
  'page-sent': 'supervisor-paged',
  'page-accepted': 'supervisor-accepted',
  'page-not-reached': 'supervisor-not-reached',
  'danger-reported': 'danger-reported',
  'danger-ended': 'danger-ended',
}

/** The happenings of `incident` that `book` knows words for, in order. A corrected value stands where the first one stood. */
export function happeningsOf(incident: Incident, book: Book): readonly TimedHappening[] {
  const inputs = new Set(book.inputs.map((input) => input.id))
  const events = new Set(book.events.map((event) => event.id))
  const corrections = correctionsOf(incident.events)
  return incident.events
    .flatMap((event) => happeningsBy(event, corrections))
    .filter(({ happening }) => isKnown(happening, inputs, events))
}

function isKnown(happening: Happening, inputs: ReadonlySet<string>, events: ReadonlySet<string>): boolean {
  switch (happening.kind) {
    case 'value':
      return inputs.has(happening.input)
    case 'event':
      return events.has(happening.event)
    case 'done':
    case 'entry':
    case 'complete':
      return true
  }
}

function correctionsOf(events: readonly IncidentEvent[]): ReadonlyMap<number, SituationValue> {
  return new Map(events.flatMap(({ body }) => (body.kind === 'corrected' ? [[body.of, body.value] as const] : [])))
}

function happeningsBy(
  { seq, at, body }: IncidentEvent,
  corrections: ReadonlyMap<number, SituationValue>,
): readonly TimedHappening[] {
  const event = EVENT_OF_KIND[body.kind]
  const happened: readonly TimedHappening[] =
    event === undefined ? [] : [{ happening: { kind: 'event', event, agoMs: 0 }, atMs: at, ...pairOf(body) }]
  switch (body.kind) {
    case 'request-received':
      return [...happened, ...Object.entries(body.values).map(([input, value]) => reported(input, value, at))]
    case 'observed':
      return [reported(body.input, corrections.get(seq) ?? body.value, at)]
    case 'happened':
      return [{ happening: { kind: 'event', event: body.event, agoMs: 0 }, atMs: at }]
    case 'act-done':
      return [{ happening: { kind: 'done', role: body.role, act: body.act, agoMs: 0 }, atMs: at }]
    default:
      return happened
  }
}

function pairOf(body: EventBody): { readonly of?: string } {
  return body.kind === 'danger-reported' || body.kind === 'danger-ended' ? { of: body.report } : {}
}

function reported(input: string, value: SituationValue, atMs: number): TimedHappening {
  return { happening: { kind: 'value', input, value }, atMs }
}
