import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from 'pg'

const SQL_FOLDER = join(import.meta.dirname, '..', '..', 'sql')

/** The database was written by a newer version of Remit: nothing was changed. */
export class NewerDatabase extends Error {}

/**
 * Brings the database to the newest version by the files of `sql/`, in order, each once and never edited.
 * Runs as the owner. A database newer than this program is refused and left as it is.
 */
export async function migrate(client: Client): Promise<void> {
  await client.query('select pg_advisory_lock(7266)')
  try {
    await client.query(
      'create table if not exists public.remit_migration (id integer primary key, applied_at timestamptz not null default now())',
    )
    const files = (await readdir(SQL_FOLDER)).filter((name) => /^\d{6}\.sql$/.test(name)).sort()
    const { rows } = await client.query<{ id: number }>('select id from public.remit_migration order by id')
    const applied = new Set(rows.map((row) => row.id))
    const newest = files.length
    const strange = rows.find((row) => row.id > newest)
    if (strange !== undefined) {
      throw new NewerDatabase(
        `the database is at version ${strange.id}, and this program knows versions up to ${newest}; start the newer program again, or another data folder`,
      )
    }
    for (const file of files) {
      const id = Number.parseInt(file, 10)
      if (!applied.has(id)) await apply(client, id, await readFile(join(SQL_FOLDER, file), 'utf8'))
    }
  } finally {
    await client.query('select pg_advisory_unlock(7266)')
  }
}

async function apply(client: Client, id: number, sql: string): Promise<void> {
  await client.query('begin')
  try {
    await client.query('insert into public.remit_migration (id) values ($1)', [id])
    await client.query(sql)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${id} failed and was rolled back`, { cause: error })
  }
}
