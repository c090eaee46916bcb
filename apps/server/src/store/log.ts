/**
 * An agency's log: every event of every stream, appended one after another, each a leaf.
 *
 * INVARIANT: whoever appends holds the agency's row of `agency_log` locked since before it read what it decided on,
 * so that indexes, seqs and receipts are gap-free and nothing decides on a state that has passed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { signCheckpoint } from '@remit/record/checkpoints/checkpoint.ts'
import { printVerifierKey, type VerifierKey, verifierKey } from '@remit/record/checkpoints/key.ts'
import { commit, type EventFields, saltLength } from '@remit/record/leaves/commitment.ts'
import type { Json } from '@remit/record/leaves/json.ts'
import { leafBytes } from '@remit/record/leaves/leaf.ts'
import { append, type Frontier, rootOf } from '@remit/record/tree/frontier.ts'
import { leafHash } from '@remit/record/tree/node.ts'
import type { AgencyTransaction } from './database.ts'

export type Signer = {
  readonly publicKey: Uint8Array
  readonly sign: (message: Uint8Array) => Uint8Array
}

export type NewEvent = {
  readonly stream: string
  readonly seq: number
  readonly kind: string
  /** By the stream's clock, milliseconds since 1970 UTC. */
  readonly at: number
  readonly by: string
  readonly body: { readonly [field: string]: Json }
}

export type StoredEvent = NewEvent & { readonly index: number; readonly recordedAt: Date }

export type LogHead = { readonly agency: string; readonly frontier: Frontier; readonly receipt: number }

export const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest()

/** Origin of the agency's checkpoints, and name of the key that signs them. */
export function logOrigin(agency: string): string {
  return `remit/${agency}`
}

export function logKey(agency: string, signer: Signer): VerifierKey {
  return verifierKey(logOrigin(agency), signer.publicKey, sha256)
}

export function logKeyText(agency: string, signer: Signer): string {
  return printVerifierKey(logKey(agency, signer))
}

/** Locks the agency's log until the transaction ends, and returns its head. */
export async function lockLog(transaction: AgencyTransaction, agency: string): Promise<LogHead> {
  await transaction
    .insertInto('remit.agency_log')
    .values({ agency, size: 0, frontier: [], receipt: 0 })
    .onConflict((conflict) => conflict.column('agency').doNothing())
    .execute()
  const row = await transaction
    .selectFrom('remit.agency_log')
    .selectAll()
    .where('agency', '=', agency)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const hashes = row.frontier.map((hash) => new Uint8Array(hash))
  return { agency, frontier: { size: row.size, hashes }, receipt: row.receipt }
}

/** Appends `events` in order and signs a checkpoint over the log as it then is. Returns the new head. */
export async function appendEvents(
  transaction: AgencyTransaction,
  head: LogHead,
  events: readonly NewEvent[],
  signer: Signer,
): Promise<LogHead> {
  let frontier = head.frontier
  const rows = events.map((event) => {
    const { commitments, salts } = commit(fieldsOf(event), () => randomBytes(saltLength), sha256)
    const leaf = leafBytes({ agency: head.agency, kind: event.kind, commitments })
    const hash = leafHash(leaf, sha256)
    const index = frontier.size
    frontier = append(frontier, hash, sha256).frontier
    return {
      agency: head.agency,
      index,
      stream: event.stream,
      seq: event.seq,
      kind: event.kind,
      happened_at: new Date(event.at),
      by_position: event.by,
      body: JSON.stringify(event.body),
      salts: JSON.stringify(salts),
      leaf: Buffer.from(leaf),
      leaf_hash: Buffer.from(hash),
    }
  })
  await transaction.insertInto('remit.event').values(rows).execute()
  const next = { ...head, frontier }
  await writeHead(transaction, next)
  await signHead(transaction, next, signer)
  return next
}

/** What a leaf commits to: the event's own fields beside its stream, seq, time and position. */
export function fieldsOf({ stream, seq, at, by, body }: NewEvent): EventFields {
  return { stream, seq, at, by, ...body }
}

async function writeHead(transaction: AgencyTransaction, { agency, frontier, receipt }: LogHead): Promise<void> {
  await transaction
    .updateTable('remit.agency_log')
    .set({ size: frontier.size, frontier: frontier.hashes.map((hash) => Buffer.from(hash)), receipt })
    .where('agency', '=', agency)
    .execute()
}

async function signHead(transaction: AgencyTransaction, { agency, frontier }: LogHead, signer: Signer): Promise<void> {
  const root = rootOf(frontier, sha256)
  const note = signCheckpoint(
    { origin: logOrigin(agency), size: frontier.size, root, extensions: [] },
    logKey(agency, signer),
    signer.sign,
  )
  await transaction
    .insertInto('remit.checkpoint')
    .values({ agency, size: frontier.size, root: Buffer.from(root), note })
    .execute()
}

/** The events of one stream, in order. */
export async function readStream(transaction: AgencyTransaction, stream: string): Promise<readonly StoredEvent[]> {
  const rows = await transaction
    .selectFrom('remit.event')
    .select(['index', 'stream', 'seq', 'kind', 'happened_at', 'recorded_at', 'by_position', 'body'])
    .where('stream', '=', stream)
    .orderBy('seq')
    .execute()
  return rows.map(eventFrom)
}

/** All events whose stream begins with `prefix`, in order of the log. */
export async function readStreams(transaction: AgencyTransaction, prefix: string): Promise<readonly StoredEvent[]> {
  const rows = await transaction
    .selectFrom('remit.event')
    .select(['index', 'stream', 'seq', 'kind', 'happened_at', 'recorded_at', 'by_position', 'body'])
    .where('stream', 'like', `${prefix}%`)
    .orderBy('index')
    .execute()
  return rows.map(eventFrom)
}

type EventRow = {
  readonly index: number
  readonly stream: string
  readonly seq: number
  readonly kind: string
  readonly happened_at: Date
  readonly recorded_at: Date
  readonly by_position: string
  readonly body: { readonly [field: string]: unknown }
}

function eventFrom(row: EventRow): StoredEvent {
  return {
    index: row.index,
    stream: row.stream,
    seq: row.seq,
    kind: row.kind,
    at: row.happened_at.getTime(),
    recordedAt: row.recorded_at,
    by: row.by_position,
    // What jsonb holds is JSON.
    body: row.body as NewEvent['body'],
  }
}

/** Most notices that a screen gets when it comes back; beyond it the screen asks for everything anyway. */
const NOTICES_MAX = 500

/** What was appended after `index`, for a screen that was away. */
export async function noticesAfter(transaction: AgencyTransaction, agency: string, index: number) {
  return transaction
    .selectFrom('remit.event')
    .select(['agency', 'index', 'stream', 'seq', 'kind'])
    .where('agency', '=', agency)
    .where('index', '>', index)
    .orderBy('index')
    .limit(NOTICES_MAX)
    .execute()
}
