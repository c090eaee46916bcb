/** For tests: the Chicago demo book of the night of the memo, and incidents built from events. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import { assert } from './assert.ts'
import { determine, determinedEvent } from './determinations/from-facts.ts'
import type { EventBody, IncidentEvent } from './events/event.ts'
import { foldIncident, type Incident } from './events/fold.ts'

const ORDERS = join(import.meta.dirname, '..', '..', '..', 'orders')
const DEMO = 'us/il/chicago/police/demo'
/** 28 September 2019, 21:49:20 in Chicago. */
export const NIGHT = Date.UTC(2019, 8, 29, 2, 49, 20)

export function chicagoDemo(): { readonly compiled: Compiled; readonly agency: Agency } {
  const folders = ['us', 'us/il', 'us/il/chicago', 'us/il/chicago/police', DEMO]
  const files = folders.flatMap((folder) =>
    readdirSync(join(ORDERS, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({
        id: `${folder}/${name.slice(0, -3)}`,
        text: readFileSync(join(ORDERS, folder, name), 'utf8'),
      })),
  )
  const documents = files
    .filter(({ id }) => !id.endsWith('/agency'))
    .flatMap(({ id, text }) => parseDocument(id, text).document ?? [])
  const agencies = files
    .filter(({ id }) => id.endsWith('/agency'))
    .flatMap(({ id, text }) => parseAgency(id.slice(0, -'/agency'.length), text).agency ?? [])
  const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
  const { book } = bookOf({ documents, agencies }, DEMO, NIGHT, hashOf)
  assert(book !== undefined, 'the demo book of Chicago has errors')
  const compilation = compile(book)
  assert(compilation.kind === 'compiled', 'the demo book of Chicago is too large')
  return { compiled: compilation.compiled, agency: book.agency }
}

export const REQUEST: EventBody = {
  kind: 'request-received',
  receipt: 'R-000001',
  channel: 'radio',
  requesterIs: 'asserted',
  beat: '0733',
  values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest' },
  clockOffsetMs: 0,
}

export type Happened = { readonly body: EventBody; readonly by?: string; readonly afterMs?: number }

/** An incident of the request and what happened after it, each one second after the other unless it says when. */
export function incidentOf(...happened: readonly Happened[]): Incident {
  return foldIncident(eventsOf(happened))
}

export function eventsOf(happened: readonly Happened[]): readonly IncidentEvent[] {
  const events: IncidentEvent[] = [{ seq: 1, at: NIGHT, by: 'dispatcher-7', body: REQUEST }]
  let at = NIGHT
  for (const { body, by = 'officer-0733', afterMs = 1000 } of happened) {
    at += afterMs
    events.push({ seq: events.length + 1, at, by, body })
  }
  return events
}

/** As the server writes it: after each thing that happened stands what the book then determined. */
export function determinedAfter(compiled: Compiled, ...happened: readonly Happened[]): Incident {
  const last = happened.reduce(
    (before, { body, by = 'officer-0733', afterMs = 1000 }) =>
      withEvent(withDetermined(compiled, before), body, by, afterMs),
    incidentOf(),
  )
  return withDetermined(compiled, last)
}

function withDetermined(compiled: Compiled, incident: Incident): Incident {
  const nowMs = incident.events.at(-1)?.at ?? NIGHT
  return withEvent(incident, determinedEvent(compiled, determine(compiled, incident, nowMs)), 'remit', 0)
}

function withEvent({ events }: Incident, body: EventBody, by: string, afterMs: number): Incident {
  const at = (events.at(-1)?.at ?? NIGHT) + afterMs
  return foldIncident([...events, { seq: events.length + 1, at, by, body }])
}
