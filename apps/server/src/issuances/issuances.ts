/** A document issued to an agency's officers: who has received it, who has read it, and what has replaced it since. */
import type { IssuanceView } from '@remit/contract/library-view.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import { hashOf } from '../orders/books.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { appendEvents, lockLog, type NewEvent, readStream, readStreams, type StoredEvent } from '../store/log.ts'
import { documentSummary } from '../views/document-view.ts'

const PREFIX = 'order/'
/** Roles to which an order is issued. */
const RECIPIENTS: ReadonlySet<string> = new Set(['officer', 'supervisor', 'dispatcher', 'jailer', 'watch-commander'])

export type IssuanceCommand = {
  readonly as: string
  readonly kind: 'issued' | 'received' | 'read'
  readonly at: number
}

/** Writes that a document was issued to all recipients, or that `as` has received or read it. Twice is once. */
export async function writeIssuance(
  remit: Remit,
  agency: Agency,
  document: string,
  command: IssuanceCommand,
): Promise<void> {
  const as = remit.position(agency.id, command.as)
  const text = remit.orders.library.documents.find(({ id }) => id === document)?.text
  if (text === undefined) return refuse('not-found', `There is no document \`${document}\` in the orders.`)
  if (command.kind === 'issued' && as.role === 'officer') {
    refuse('not-this-position', 'An order is issued by a supervisor or a position above.')
  }
  await remit.database.inAgency(agency.id, async (transaction) => {
    const head = await lockLog(transaction, agency.id)
    const stream = `${PREFIX}${document}`
    const events = await readStream(transaction, stream)
    if (command.kind !== 'issued' && events.length === 0) refuse('not-found', 'This document was not issued here yet.')
    const isSaid = events.some(({ kind, by }) => kind === command.kind && (kind === 'issued' || by === as.id))
    if (isSaid) return
    const event: NewEvent = {
      stream,
      seq: events.length + 1,
      kind: command.kind,
      at: command.at,
      by: as.id,
      body: { document, textHash: hashOf(text) },
    }
    await appendEvents(transaction, head, [event], remit.signer)
  })
}

/** All issuances of an agency as they stand at `atMs`: an order that has replaced one counts from its first day. */
export async function issuancesOf(remit: Remit, agency: Agency, atMs: number): Promise<readonly IssuanceView[]> {
  const events = await remit.database.inAgency(agency.id, (transaction) => readStreams(transaction, PREFIX))
  const byDocument = Map.groupBy(events, ({ stream }) => stream.slice(PREFIX.length))
  return [...byDocument].map(([document, events]) => issuanceFrom(remit, agency, { document, events, atMs }))
}

type Issued = { readonly document: string; readonly events: readonly StoredEvent[]; readonly atMs: number }

function issuanceFrom(remit: Remit, agency: Agency, { document, events, atMs }: Issued): IssuanceView {
  const [issued] = events
  if (issued === undefined) throw new Error(`bug: ${document} has a stream and no event`)
  const summary = documentSummary(remit, document)
  const successor = summary?.supersededBy
    .flatMap((id) => documentSummary(remit, id) ?? [])
    .find(({ from }) => Date.parse(from) <= atMs)
  const timeOf = (kind: string, position: string) =>
    events.find((event) => event.kind === kind && event.by === position)?.at
  return {
    agency: agency.id,
    document,
    title: summary?.title ?? document,
    issuedAt: issued.at,
    issuedBy: remit.position(agency.id, issued.by),
    textHash: String(issued.body.textHash),
    state: successor === undefined ? 'in-force' : 'superseded',
    ...(successor === undefined ? {} : { supersededBy: `${successor.title}, from ${successor.from}` }),
    recipients: remit
      .positions(agency.id)
      .filter(({ role }) => RECIPIENTS.has(role))
      .map((position) => {
        const receivedAt = timeOf('received', position.id) ?? timeOf('read', position.id)
        const readAt = timeOf('read', position.id)
        return {
          position,
          ...(receivedAt === undefined ? {} : { receivedAt }),
          ...(readAt === undefined ? {} : { readAt }),
        }
      }),
  }
}
