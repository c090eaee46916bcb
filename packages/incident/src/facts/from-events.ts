/** What an incident's events say to the orders: happenings with their instants. Facts are never stored by themselves. */
import type { TimedHappening as EngineHappening } from '@remit/engine/situation/from-happenings.ts'
import type { About, Book, EventId, Happening, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import type { EventBody, IncidentEvent, PositionId } from '../events/event.ts'
import type { Incident } from '../events/fold.ts'
import { type Named, namesOf } from '../subjects/subject.ts'

/** `of` pairs an event that ends something with the one that began it: a report of danger. */
export type TimedHappening = EngineHappening & Named & { readonly by: PositionId }

/** Events of the vocabulary that Remit itself brings about. */
const EVENT_OF_KIND: { readonly [kind in EventBody['kind']]?: EventId } = {
  'request-received': 'request-received',
  'request-added': 'request-received',
  'page-sent': 'supervisor-paged',
  'page-accepted': 'supervisor-accepted',
  'page-not-reached': 'supervisor-not-reached',
  'danger-reported': 'danger-reported',
  'danger-ended': 'danger-ended',
}

/**
 * The happenings of `incident` that `book` knows words for, in order. A corrected value stands where the first one stood,
 * and what was withdrawn is not among them. A fact about the incident or the actor names neither request nor person; one
 * about a request or a person names the first where the event names none.
 */
export function happeningsOf(incident: Incident, book: Book): readonly TimedHappening[] {
  const words = wordsOf(book)
  const mended = mendedOf(incident.events)
  const happenings = incident.events
    .filter(({ seq }) => !mended.withdrawn.has(seq))
    .flatMap((event) => happeningsBy(event, mended.values))
    .flatMap((timed) => (isKnown(timed.happening, words) ? [named(timed, words)] : []))
  return agreed(happenings, words)
}

type Words = {
  readonly inputs: ReadonlyMap<string, About>
  readonly events: ReadonlySet<string>
  readonly lists: ReadonlyMap<string, About>
}

function wordsOf({ inputs, events, lists }: Book): Words {
  return {
    inputs: new Map(inputs.map(({ id, about }) => [id, about ?? 'incident'])),
    events: new Set(events.map(({ id }) => id)),
    lists: new Map(lists.map(({ id, about }) => [id, about])),
  }
}

function isKnown(happening: Happening, { inputs, events, lists }: Words): boolean {
  switch (happening.kind) {
    case 'value':
      return inputs.has(happening.input)
    case 'event':
      return events.has(happening.event)
    case 'entry':
    case 'complete':
      return lists.has(happening.list)
    case 'done':
      return true
  }
}

function named(all: TimedHappening, { inputs, lists }: Words): TimedHappening {
  const { request, person, ...timed } = all
  const { happening } = timed
  switch (happening.kind) {
    case 'value':
      return { ...timed, ...namesFor(inputs.get(happening.input), { request, person }) }
    case 'entry':
    case 'complete':
      return { ...timed, ...namesFor(lists.get(happening.list), { request, person }) }
    case 'event':
    case 'done':
      return { ...timed, ...namesOf(all) }
  }
}

function namesFor(about: About | undefined, { request = 1, person = 1 }: Loose): Named {
  return about === 'request' ? { request } : about === 'person' ? { person } : {}
}

/**
 * A fact about the actor is one for a role, and a role can have several members. Where what they last said of themselves
 * differs, nobody knows which of them acts, so the fact is not known.
 */
function agreed(happenings: readonly TimedHappening[], { inputs }: Words): readonly TimedHappening[] {
  const said = new Map<string, Map<PositionId, SituationValue>>()
  return happenings.map((timed) => {
    const { happening, by } = timed
    if (happening.kind !== 'value' || inputs.get(happening.input) !== 'actor') return timed
    const values = (said.get(happening.input) ?? new Map<PositionId, SituationValue>()).set(by, happening.value)
    said.set(happening.input, values)
    const isAgreed = new Set(values.values()).size === 1
    return isAgreed ? timed : { ...timed, happening: { ...happening, value: UNKNOWN } }
  })
}

/** What was put right since: values by the seq of their event, and events that no longer count. */
function mendedOf(events: readonly IncidentEvent[]) {
  return {
    values: new Map(events.flatMap(({ body }) => (body.kind === 'corrected' ? [[body.of, body.value] as const] : []))),
    withdrawn: new Set(events.flatMap(({ body }) => (body.kind === 'withdrawn' ? [body.of] : []))),
  }
}

/** With names as the event has them. */
type Loose = { readonly request?: number | undefined; readonly person?: number | undefined }

function happeningsBy(
  { seq, at, by, body }: IncidentEvent,
  corrections: ReadonlyMap<number, SituationValue>,
): readonly TimedHappening[] {
  const timed = (happening: Happening, names: Named = {}) => ({ happening, atMs: at, by, ...namesOf(names) })
  const event = EVENT_OF_KIND[body.kind]
  const happened = (names: Named = {}): readonly TimedHappening[] =>
    event === undefined ? [] : [{ ...timed({ kind: 'event', event, agoMs: 0 }, names), ...pairOf(body) }]
  switch (body.kind) {
    case 'request-received':
    case 'request-added': {
      const names = { request: body.kind === 'request-added' ? body.request : 1 }
      const values = Object.entries(body.values).map(([input, value]) => timed({ kind: 'value', input, value }, names))
      return [...happened(names), ...values]
    }
    case 'observed':
      return [timed({ kind: 'value', input: body.input, value: corrections.get(seq) ?? body.value }, body)]
    case 'happened':
      return [timed({ kind: 'event', event: body.event, agoMs: 0 }, body)]
    case 'entry-reported':
      return [timed({ kind: 'entry', list: body.list, values: body.values }, body)]
    case 'list-complete':
      return [timed({ kind: 'complete', list: body.list }, body)]
    case 'act-done':
      return [timed({ kind: 'done', role: body.role, act: body.act, agoMs: 0 }, body)]
    default:
      return happened()
  }
}

function pairOf(body: EventBody): { readonly of?: string } {
  return body.kind === 'danger-reported' || body.kind === 'danger-ended' ? { of: body.report } : {}
}
