/** The typed shape of the database, and the only way to it: every transaction is bound to one agency. */
import { type ColumnType, Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'

export type Json = { readonly [name: string]: unknown }
type Given<T> = ColumnType<T, T, never>
type Stamped = ColumnType<Date, undefined, never>
/** jsonb goes in as text, so that arrays and objects are treated alike. */
type JsonColumn<T> = ColumnType<T, string, never>

export type Tables = {
  'remit.agency_log': { agency: string; size: number; frontier: Buffer[]; receipt: number }
  'remit.event': {
    agency: Given<string>
    index: Given<number>
    stream: Given<string>
    seq: Given<number>
    kind: Given<string>
    happened_at: Given<Date>
    recorded_at: Stamped
    by_position: Given<string>
    body: JsonColumn<Json>
    salts: JsonColumn<{ readonly [field: string]: string }>
    leaf: Given<Buffer>
    leaf_hash: Given<Buffer>
  }
  'remit.checkpoint': {
    agency: Given<string>
    size: Given<number>
    root: Given<Buffer>
    note: Given<string>
    signed_at: Stamped
  }
  'remit.deadline': {
    agency: Given<string>
    stream: Given<string>
    name: Given<string>
    due_at: Date
    kind: Given<string>
    body: ColumnType<Json, string, string>
    done_at: Date | null
  }
}

export type AgencyTransaction = Transaction<Tables> & { readonly [bound]: string }
declare const bound: unique symbol

export type Database = {
  /** Runs `work` in one transaction that can see and write only rows of `agency`. */
  readonly inAgency: <T>(agency: string, work: (transaction: AgencyTransaction) => Promise<T>) => Promise<T>
  readonly close: () => Promise<void>
}

const INT8_OID = 20
// Indexes and sizes stay far below 2^53; a string would have to be converted at every use.
pg.types.setTypeParser(INT8_OID, Number)

export function openDatabase(connectionString: string): Database {
  const pool = new pg.Pool({ connectionString, max: 10 })
  // A lost idle connection is replaced at its next use; without this listener it would end the process.
  pool.on('error', () => undefined)
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    inAgency: (agency, work) =>
      kysely.transaction().execute(async (transaction) => {
        await sql`select set_config('remit.agency', ${agency}, true)`.execute(transaction)
        // The line above has just bound the transaction to the agency: that is what the brand says.
        return work(transaction as AgencyTransaction)
      }),
    close: () => kysely.destroy(),
  }
}
