/** Writes an incident: one transaction holds the log, reads, decides, appends what was asked and all that follows from it. */
import type { Written } from '@remit/contract/commands.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { type Determined, determine } from '@remit/incident/determinations/from-facts.ts'
import { consequencesOf, wakesOf } from '@remit/incident/duties/consequences.ts'
import { type EventBody, type IncidentEvent, REMIT } from '@remit/incident/events/event.ts'
import { foldIncident, type Incident } from '@remit/incident/events/fold.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import type { Json } from '@remit/record/leaves/json.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import type { AgencyTransaction } from '../store/database.ts'
import { endDeadline, openDeadlines, setDeadline } from '../store/deadlines.ts'
import { appendEvents, type LogHead, lockLog, type NewEvent, readStream, type StoredEvent } from '../store/log.ts'

export type Opened = {
  readonly incident: Incident
  readonly compiled: Compiled
  readonly determined: Determined
  /** By the incident's clock, milliseconds since 1970 UTC. */
  readonly nowMs: number
}

/** Rounds of consequences after one event. Each adds something that was not there, so more than this is a fault of ours. */
const ROUNDS_MAX = 12

export function streamOf(incident: string): string {
  return `incident/${incident}`
}

/**
 * Gives `decide` the incident as it stands under the log's lock, appends the events that it returns, and all that
 * follows. Nothing is written if it refuses, or if it returns nothing and nothing follows.
 */
export async function writeIncident(
  remit: Remit,
  agency: Agency,
  incident: string,
  decide: (opened: Opened, nextReceipt: string) => { readonly by: string; readonly bodies: readonly EventBody[] },
): Promise<Written> {
  return remit.database.inAgency(agency.id, async (transaction) => {
    const head = await lockLog(transaction, agency.id)
    const events = (await readStream(transaction, streamOf(incident))).map(eventFrom)
    if (events.length === 0) refuse('not-found', `There is no incident \`${incident}\` in this agency.`)
    const opened = openAt(remit, agency, foldIncident(events))
    const { by, bodies } = decide(opened, receiptOf(head.receipt + 1))
    const receipts = bodies.filter(({ kind }) => kind === 'request-added').length
    const next = { ...head, receipt: head.receipt + receipts }
    return settle(remit, agency, { transaction, head: next, id: incident, events, by, bodies })
  })
}

/** Opens a new incident with its request and all that follows. The receipt is the next one of the agency, without a gap. */
export async function openIncident(
  remit: Remit,
  agency: Agency,
  by: string,
  bodiesFor: (receipt: string) => readonly [Extract<EventBody, { kind: 'request-received' }>, ...EventBody[]],
): Promise<Written> {
  return remit.database.inAgency(agency.id, async (transaction) => {
    const head = await lockLog(transaction, agency.id)
    const receipt = receiptOf(head.receipt + 1)
    const bodies = bodiesFor(receipt)
    const next = { ...head, receipt: head.receipt + 1 }
    return settle(remit, agency, { transaction, head: next, id: receipt.toLowerCase(), events: [], by, bodies })
  })
}

function receiptOf(count: number): string {
  return `R-${String(count).padStart(6, '0')}`
}

/** The incident with the book in force by its own clock, and what that book says. */
export function openAt(remit: Remit, agency: Agency, incident: Incident): Opened {
  const nowMs = remit.nowMs() + incident.clockOffsetMs
  const compiled = remit.bookAt(agency.id, nowMs)
  return { incident, compiled, determined: determine(compiled, incident, nowMs), nowMs }
}

type Settling = {
  readonly transaction: AgencyTransaction
  readonly head: LogHead
  readonly id: string
  readonly events: readonly IncidentEvent[]
  readonly by: string
  readonly bodies: readonly EventBody[]
}

async function settle(remit: Remit, agency: Agency, settling: Settling): Promise<Written> {
  const { transaction, head, id, by, bodies } = settling
  let events = settling.events
  const append = (by: string, bodies: readonly EventBody[]) => {
    for (const body of bodies)
      events = [...events, { seq: events.length + 1, at: instantOf(remit, events, body), by, body }]
  }
  append(by, bodies)
  const opened = follow(remit, agency, () => foldIncident(events), append)
  const stream = streamOf(id)
  const fresh = events.slice(settling.events.length)
  const next =
    fresh.length === 0
      ? head
      : await appendEvents(
          transaction,
          head,
          fresh.map((event) => storedFrom(stream, event)),
          remit.signer,
        )
  await setWakes(remit, agency.id, transaction, stream, opened)
  const { incident } = opened
  const added = bodies.findLast((body) => body.kind === 'request-added')
  const receipt = added?.receipt ?? incident.request.receipt
  return { incident: id, receipt, version: incident.version, index: next.frontier.size - 1 }
}

/** Appends consequences, round by round, until nothing follows any more. */
function follow(
  remit: Remit,
  agency: Agency,
  fold: () => Incident,
  append: (by: string, bodies: readonly EventBody[]) => void,
): Opened {
  for (let round = 0; round < ROUNDS_MAX; round++) {
    const opened = openAt(remit, agency, fold())
    const { incident, compiled, determined, nowMs } = opened
    const by = { agency, positions: remit.positions(agency.id), nowMs }
    const bodies = consequencesOf(compiled, incident, determined, by)
    if (bodies.length === 0) return opened
    append(REMIT, bodies)
  }
  throw new Error(`bug: consequences go on after ${ROUNDS_MAX} rounds`)
}

/** By the incident's clock as it is before the event; a request starts that clock itself. */
function instantOf(remit: Remit, events: readonly IncidentEvent[], body: EventBody): number {
  const offset = body.kind === 'request-received' ? body.clockOffsetMs : foldIncident(events).clockOffsetMs
  return remit.nowMs() + offset
}

/** Rows for what is to be looked at again, in real time; rows of what no longer waits are ended. */
async function setWakes(
  remit: Remit,
  agency: string,
  transaction: AgencyTransaction,
  stream: string,
  { compiled, incident, determined, nowMs }: Opened,
): Promise<void> {
  const wakes = wakesOf(compiled, incident, determined, nowMs)
  const names = new Set(wakes.map(({ name }) => name))
  for (const { name } of await openDeadlines(transaction, { stream })) {
    if (!names.has(name)) await endDeadline(transaction, stream, name)
  }
  for (const { name, kind, at } of wakes) {
    const dueAt = remit.nowMs() + (at - nowMs)
    await setDeadline(transaction, agency, { stream, name, kind, dueAt, body: {} })
  }
}

function storedFrom(stream: string, { seq, at, by, body }: IncidentEvent): NewEvent {
  const { kind, ...fields } = body
  // An event's body is JSON: numbers, texts, booleans, and plain lists and records of them.
  return { stream, seq, kind, at, by, body: fields as unknown as { readonly [field: string]: Json } }
}

export function eventFrom({ seq, at, by, kind, body }: StoredEvent): IncidentEvent {
  // Written by storedFrom above, and append-only since.
  return { seq, at, by, body: { kind, ...body } as unknown as EventBody }
}
