/** One program works on a data folder at a time: two would take the database down under each other. */
import pg from 'pg'
import { CannotStart } from '../cannot-start.ts'

/** Any number that nothing else in this database locks by; `migrate` has its own. */
const LOCK = 7267
/** A program that was just killed lets go as soon as the database notices, which takes milliseconds. */
const WAIT = '3s'
const LOCK_NOT_AVAILABLE = '55P03'

export type Hold = { readonly release: () => Promise<void> }

/**
 * Holds the cluster of `dataFolder` for this process, until it releases it or dies. Refuses where another holds it, and
 * then nothing of the other's may be stopped.
 */
export async function holdCluster(ownerUrl: string, dataFolder: string): Promise<Hold> {
  const client = new pg.Client({ connectionString: ownerUrl })
  // When the database is gone, whoever needs it says so; that the hold is gone too is nothing to add.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`set lock_timeout = '${WAIT}'`)
    await client.query('select pg_advisory_lock($1)', [LOCK])
  } catch (error) {
    await client.end()
    if (error instanceof pg.DatabaseError && error.code === LOCK_NOT_AVAILABLE) {
      throw new CannotStart(
        `another Remit works in the data folder ${dataFolder}; stop that one, or give another folder with --data`,
        { cause: error },
      )
    }
    throw error
  }
  return { release: () => client.end() }
}
