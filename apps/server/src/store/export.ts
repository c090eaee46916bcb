/** An incident as a file that anyone can verify offline: its leaves, their proofs, all fields with their salts. */

import { toBase64 } from '@remit/record/bytes/base64.ts'
import { discloseEvent } from '@remit/record/leaves/disclosure.ts'
import { type Bundle, printBundle } from '@remit/record/proofs/bundle.ts'
import { hashAtOf, inclusionProof } from '@remit/record/tree/proofs.ts'
import type { AgencyTransaction } from './database.ts'
import { fieldsOf, logKeyText, type NewEvent, type Signer, sha256 } from './log.ts'

/** The latest signed checkpoint of the agency's log; nothing before the first event. */
export async function latestCheckpoint(
  transaction: AgencyTransaction,
): Promise<{ size: number; note: string } | undefined> {
  return transaction.selectFrom('remit.checkpoint').select(['size', 'note']).orderBy('size', 'desc').executeTakeFirst()
}

/** The bundle of one stream, all fields disclosed; nothing if the stream has no events. Costs a read of all leaves. */
export async function exportStream(
  transaction: AgencyTransaction,
  agency: string,
  stream: string,
  signer: Signer,
): Promise<string | undefined> {
  const checkpoint = await latestCheckpoint(transaction)
  const rows = await transaction
    .selectFrom('remit.event')
    .selectAll()
    .where('stream', '=', stream)
    .orderBy('seq')
    .execute()
  if (checkpoint === undefined || rows.length === 0) return undefined
  const leaves = await transaction
    .selectFrom('remit.event')
    .select('leaf')
    .where('index', '<', checkpoint.size)
    .orderBy('index')
    .execute()
  const hashAt = hashAtOf(
    leaves.map(({ leaf }) => new Uint8Array(leaf)),
    sha256,
  )
  const bundle: Bundle = {
    agency,
    stream,
    vkey: logKeyText(agency, signer),
    checkpoint: checkpoint.note,
    leaves: rows.map((row) => {
      const { stream, seq, kind } = row
      const event: NewEvent = {
        stream,
        seq,
        kind,
        at: row.happened_at.getTime(),
        by: row.by_position,
        // What jsonb holds is JSON.
        body: row.body as NewEvent['body'],
      }
      const fields = fieldsOf(event)
      return {
        index: row.index,
        leaf: row.leaf.toString('utf8'),
        proof: inclusionProof({ index: row.index, size: checkpoint.size }, hashAt, sha256).map(toBase64),
        disclosed: discloseEvent(fields, row.salts, Object.keys(fields)),
      }
    }),
  }
  return printBundle(bundle)
}
