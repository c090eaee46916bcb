/** What positions ask of incidents. */
import type { Command, OpenIncident, Written } from '@remit/contract/commands.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { determine } from '@remit/incident/determinations/from-facts.ts'
import type { EventBody } from '@remit/incident/events/event.ts'
import { foldIncident } from '@remit/incident/events/fold.ts'
import type { Agency, Book, SituationValue } from '@remit/language/checked/tree.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { eventsFor, valueFor } from './translate.ts'
import { type Opened, openIncident, writeIncident } from './write.ts'

/** Records a request. Its simulated clock, in a demo agency, starts at `startsAt`. */
export async function receiveRequest(remit: Remit, agency: Agency, command: OpenIncident): Promise<Written> {
  const as = remit.position(agency.id, command.as)
  if (command.startsAt !== undefined && !agency.demo) refuse('not-a-demo', 'Only a demo agency has a simulated clock.')
  const clockOffsetMs = command.startsAt === undefined ? 0 : command.startsAt - remit.nowMs()
  const { book } = remit.bookAt(agency.id, remit.nowMs() + clockOffsetMs)
  const values = valuesFor(command.values, book)
  const units = [...new Set(command.units)].map((unit) => remit.position(agency.id, unit))
  return openIncident(remit, agency, as.id, (receipt) => {
    const request = {
      kind: 'request-received' as const,
      receipt,
      channel: command.channel,
      requesterIs: command.requesterIs,
      beat: command.beat,
      ...(command.cadEvent === undefined ? {} : { cadEvent: command.cadEvent }),
      values,
      clockOffsetMs,
    }
    refuseImpossible(remit, agency, [request])
    return [request, ...units.map(({ id, role }) => ({ kind: 'unit-assigned' as const, position: id, role }))]
  })
}

function valuesFor(values: { readonly [input: string]: SituationValue }, book: Book) {
  return Object.fromEntries(Object.entries(values).map(([input, value]) => [input, valueFor(input, value, book)]))
}

/** Does what `command` asks in `incident`, or refuses it. */
export async function carryOut(remit: Remit, agency: Agency, incident: string, command: Command): Promise<Written> {
  const as = remit.position(agency.id, command.as)
  return writeIncident(remit, agency, incident, (opened, nextReceipt) => {
    const bodies = eventsFor(command, circumstancesOf(remit, agency, as, opened, nextReceipt))
    if (bodies.some(({ kind }) => TELLING.has(kind))) refuseImpossible(remit, agency, bodies, opened)
    return { by: as.id, bodies }
  })
}

/** Events that say facts, which can contradict others. */
const TELLING: ReadonlySet<EventBody['kind']> = new Set([
  'observed',
  'happened',
  'corrected',
  'entry-reported',
  'list-complete',
  'withdrawn',
  'request-added',
])

function circumstancesOf(
  remit: Remit,
  agency: Agency,
  as: Position,
  { incident, compiled, determined, nowMs }: Opened,
  nextReceipt: string,
) {
  const { answers } = determined
  const positions = remit.positions(agency.id)
  return { incident, agency, book: compiled.book, as, positions, realMs: remit.nowMs(), nowMs, answers, nextReceipt }
}

/**
 * Refuses facts that cannot be together, while the one who reports them can still mend it. Reports of danger never
 * come here: they cannot contradict anything, and nothing may hold them up.
 */
function refuseImpossible(remit: Remit, agency: Agency, bodies: readonly EventBody[], opened?: Opened): void {
  const before = opened?.incident.events ?? []
  const at = opened?.nowMs ?? remit.nowMs()
  const events = bodies.map((body, index) => {
    const offset = body.kind === 'request-received' ? body.clockOffsetMs : 0
    return { seq: before.length + index + 1, at: at + offset, by: 'remit', body }
  })
  const incident = foldIncident([...before, ...events])
  const nowMs = remit.nowMs() + incident.clockOffsetMs
  const compiled = remit.bookAt(agency.id, nowMs)
  const { breaks } = determine(compiled, incident, nowMs)
  if (breaks.length > 0) {
    refuse(
      'not-in-this-book',
      `These facts cannot be together: ${breaks.join('; ')}. Nothing was written: correct one of them.`,
    )
  }
}
