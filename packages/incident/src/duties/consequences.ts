/** What follows from an incident as it stands, without anyone pressing anything. Pure: asked again until nothing follows. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { type Determined, determinedEvent, saysTheSame } from '../determinations/from-facts.ts'
import type { EventBody, PositionId } from '../events/event.ts'
import type { Breach, Incident } from '../events/fold.ts'
import { isCompatible } from '../subjects/subject.ts'
import { type Duty, dutiesOf, dutyName } from './from-determinations.ts'
import { afterNoAnswer, firstPage, openPage, type PagingBy, pageRole, wasPagedSince } from './paging.ts'

/** The events that follow: the new determination, a first page, duties that were met, and what has become late. */
export function consequencesOf(
  compiled: Compiled,
  incident: Incident,
  determined: Determined,
  by: PagingBy,
): readonly EventBody[] {
  if (incident.closedAt !== undefined) return []
  const event = determinedEvent(compiled, determined)
  if (!saysTheSame(event, incident.determined)) return [event]
  const duties = dutiesOf(compiled.book, incident, determined.answers, by.nowMs)
  return onePageEach(incident, [
    ...duties.flatMap((duty) => endOf(duty, incident, by)),
    ...incident.breaches.flatMap((breach) => toldOf(breach, incident, by)),
    ...unanswered(incident, by),
    ...firstPage(incident, determined.answers, by),
  ])
}

/** Whoever is to be told of a breach is paged once for it, unless paged already. */
function toldOf({ at, body: { tell } }: Breach, incident: Incident, by: PagingBy): readonly EventBody[] {
  return tell === undefined || wasPagedSince(incident, tell, at, by) ? [] : pageRole(incident, tell, by)
}

/** What follows at once can page one position for two reasons: it is paged once, and each page has its number. */
function onePageEach({ pages }: Incident, bodies: readonly EventBody[]): readonly EventBody[] {
  const paged = new Set<PositionId>()
  return bodies.flatMap((body): readonly EventBody[] => {
    if (body.kind !== 'page-sent') return [body]
    if (paged.has(body.position)) return []
    paged.add(body.position)
    return [{ ...body, page: pages.length + paged.size }]
  })
}

/** A duty is said to be met, or late, once. While it is set aside nothing is said: it is late when it returns. */
function endOf(duty: Duty, incident: Incident, by: PagingBy): readonly EventBody[] {
  const { role, act, due, state, ifLate, named } = duty
  const isSaid = incident.duties.some(
    ({ body }) => body.role === role && body.act === act.id && body.due === due && isCompatible(body, named),
  )
  if (isSaid || state === 'running' || duty.isSetAside) return []
  if (state === 'met') return [{ kind: 'duty-met', role, act: act.id, due, ...named }]
  return [
    { kind: 'duty-late', role, act: act.id, due, ...named, ...(ifLate === undefined ? {} : { tell: ifLate }) },
    ...(ifLate === undefined ? [] : pageRole(incident, ifLate, by)),
  ]
}

function unanswered(incident: Incident, by: PagingBy): readonly EventBody[] {
  const page = openPage(incident)
  return page === undefined || by.nowMs < page.answerBy ? [] : afterNoAnswer(incident, page, by)
}

export type Wake = { readonly name: string; readonly kind: 'page' | 'duty' | 'clock'; readonly at: number }

/** The instants, by the incident's clock, at which it must be looked at again. */
export function wakesOf(
  compiled: Compiled,
  incident: Incident,
  determined: Pick<Determined, 'answers' | 'nextChangeMs'>,
  nowMs: number,
): readonly Wake[] {
  if (incident.closedAt !== undefined) return []
  const page = openPage(incident)
  const duties = dutiesOf(compiled.book, incident, determined.answers, nowMs)
  return [
    ...(page === undefined ? [] : [{ name: `page ${page.page}`, kind: 'page' as const, at: page.answerBy }]),
    ...duties
      .filter(({ state }) => state === 'running')
      // One millisecond after: a duty is in time at its deadline and late after it.
      .map((duty) => ({ name: dutyName(duty), kind: 'duty' as const, at: duty.due + 1 })),
    ...(determined.nextChangeMs === undefined
      ? []
      : [{ name: 'clock', kind: 'clock' as const, at: nowMs + determined.nextChangeMs }]),
  ]
}
