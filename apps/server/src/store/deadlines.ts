/** Deadlines are rows: whatever was running when the process died is found again by the next one. */
import { sql } from 'kysely'
import type { AgencyTransaction } from './database.ts'

export type Deadline = {
  readonly stream: string
  /** Unique in its stream, e.g. `page 2` or `officer wait-for-supervisor 1569640200000`. */
  readonly name: string
  readonly kind: 'page' | 'duty' | 'clock'
  /** Real time, milliseconds since 1970 UTC. */
  readonly dueAt: number
  readonly body: { readonly [field: string]: string | number }
}

/** Sets a deadline, or moves the one of this name. */
export async function setDeadline(transaction: AgencyTransaction, agency: string, deadline: Deadline): Promise<void> {
  const due_at = new Date(deadline.dueAt)
  const body = JSON.stringify(deadline.body)
  await transaction
    .insertInto('remit.deadline')
    .values({ agency, stream: deadline.stream, name: deadline.name, kind: deadline.kind, due_at, body, done_at: null })
    .onConflict((conflict) =>
      conflict.columns(['agency', 'stream', 'name']).doUpdateSet({ due_at, body, done_at: null }),
    )
    .execute()
}

export async function endDeadline(transaction: AgencyTransaction, stream: string, name: string): Promise<void> {
  await transaction
    .updateTable('remit.deadline')
    .set({ done_at: sql`now()` })
    .where('stream', '=', stream)
    .where('name', '=', name)
    .where('done_at', 'is', null)
    .execute()
}

/** The open deadlines of one stream, or of all, that are due by `byMs`; earliest first. */
export async function openDeadlines(
  transaction: AgencyTransaction,
  options: { readonly stream?: string; readonly byMs?: number } = {},
): Promise<readonly Deadline[]> {
  let query = transaction.selectFrom('remit.deadline').selectAll().where('done_at', 'is', null).orderBy('due_at')
  if (options.stream !== undefined) query = query.where('stream', '=', options.stream)
  if (options.byMs !== undefined) query = query.where('due_at', '<=', new Date(options.byMs))
  const rows = await query.execute()
  return rows.map((row) => ({
    stream: row.stream,
    name: row.name,
    // Both columns are written by setDeadline alone.
    kind: row.kind as Deadline['kind'],
    dueAt: row.due_at.getTime(),
    body: row.body as Deadline['body'],
  }))
}
