/** What positions ask of incidents. */
import type { Command, OpenIncident, Written } from '@remit/contract/commands.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { determine } from '@remit/incident/determinations/from-facts.ts'
import type { EventBody } from '@remit/incident/events/event.ts'
import { foldIncident } from '@remit/incident/events/fold.ts'
import type { Agency, Book, SituationValue } from '@remit/language/checked/tree.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { eventFor, valueFor } from './translate.ts'
import { type Opened, openIncident, writeIncident } from './write.ts'

/** Records a request. Its simulated clock, in a demo agency, starts at `startsAt`. */
export async function receiveRequest(remit: Remit, agency: Agency, command: OpenIncident): Promise<Written> {
  const as = remit.position(agency.id, command.as)
  if (command.startsAt !== undefined && !agency.demo) refuse('not-a-demo', 'Only a demo agency has a simulated clock.')
  const clockOffsetMs = command.startsAt === undefined ? 0 : command.startsAt - remit.nowMs()
  const { book } = remit.bookAt(agency.id, remit.nowMs() + clockOffsetMs)
  const values = valuesFor(command.values, book)
  for (const unit of command.units) remit.position(agency.id, unit)
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
    return [request, ...[...new Set(command.units)].map((position) => ({ kind: 'unit-assigned' as const, position }))]
  })
}

function valuesFor(values: { readonly [input: string]: SituationValue }, book: Book) {
  return Object.fromEntries(Object.entries(values).map(([input, value]) => [input, valueFor(input, value, book)]))
}

/** Does what `command` asks in `incident`, or refuses it. */
export async function carryOut(remit: Remit, agency: Agency, incident: string, command: Command): Promise<Written> {
  const as = remit.position(agency.id, command.as)
  return writeIncident(remit, agency, incident, (opened) => {
    const body = eventFor(command, circumstancesOf(remit, agency, as, opened))
    if (body === undefined) return { by: as.id, bodies: [] }
    if (body.kind === 'observed' || body.kind === 'happened' || body.kind === 'corrected') {
      refuseImpossible(remit, agency, [body], opened)
    }
    return { by: as.id, bodies: [body] }
  })
}

function circumstancesOf(
  remit: Remit,
  agency: Agency,
  as: Position,
  { incident, compiled, determined, nowMs }: Opened,
) {
  const { answers } = determined
  const positions = remit.positions(agency.id)
  return { incident, agency, book: compiled.book, as, positions, realMs: remit.nowMs(), nowMs, answers }
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
  const words = compiled.book.nevers.filter(({ id }) => breaks.includes(id)).map(({ words }) => words)
  if (breaks.length > 0) {
    refuse(
      'not-in-this-book',
      `These facts cannot be together: ${words.join('; ')}. Nothing was written: correct one of them.`,
    )
  }
}
