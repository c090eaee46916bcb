/** Brings the whole program up: data folder, database, orders, pages, clockwork. And takes it down in the other order. */
import { createServer } from 'node:net'
import { join } from 'node:path'
import { agencyOf } from '@remit/language/checked/agency.ts'
import { checkLibrary } from '@remit/language/checked/check-library.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { renderFinding } from '@remit/language/text/render-finding.ts'
import pg from 'pg'
import { CannotStart } from './cannot-start.ts'
import { startCluster } from './cluster/cluster.ts'
import { holdCluster } from './cluster/hold.ts'
import { openDataFolder } from './data-folder.ts'
import { openDecisionLog } from './decisions/log-file.ts'
import { buildApp } from './http/app.ts'
import { openHub } from './live/hub.ts'
import { booksOf, hashOf } from './orders/books.ts'
import { type LoadedOrders, loadOrders } from './orders/load-orders.ts'
import { remitFrom } from './remit.ts'
import { openDatabase } from './store/database.ts'
import { migrate, NewerDatabase } from './store/migrate.ts'
import { openSigningKey } from './store/signing-key.ts'
import { startWaking } from './work/wake-deadlines.ts'

export type Config = {
  readonly host: string
  readonly port: number
  readonly dataFolder: string
  readonly ordersFolder: string
  /** Built pages; absent in tests of the interface alone. */
  readonly webFolder?: string
  /** Called when port, data folder and orders are known to be right, before anything is started. */
  readonly beforeStart?: () => Promise<void>
  /** A PostgreSQL of the department's own: the owner's address, and the restricted role's. Absent: the embedded one. */
  readonly databases?: { readonly ownerUrl: string; readonly appUrl: string }
  /** A file to which each decision of `POST /decide` adds its line. Absent: nothing is written down. */
  readonly decisionLog?: string
  readonly nowMs?: () => number
}

export type RunningServer = { readonly url: string; readonly close: () => Promise<void> }

export async function startServer(config: Config): Promise<RunningServer> {
  await checkPort(config)
  await openDataFolder(config.dataFolder)
  const orders = await readableOrders(config.ordersFolder)
  const decisionLog = config.decisionLog === undefined ? undefined : await openDecisionLog(config.decisionLog)
  await config.beforeStart?.()
  const cluster = config.databases === undefined ? await startCluster(config.dataFolder) : undefined
  const urls = config.databases ?? cluster
  if (urls === undefined) throw new Error('bug: no database')
  // Before anything that stops the cluster again: refused, it is another program's.
  const hold = cluster && (await holdCluster(cluster.ownerUrl, config.dataFolder))
  try {
    await migrateAt(urls.ownerUrl)
    const { books: spans } = checkLibrary(orders.library, hashOf)
    const remit = remitFrom({
      nowMs: config.nowMs ?? Date.now,
      database: openDatabase(urls.appUrl),
      signer: await openSigningKey(config.dataFolder),
      hub: await openHub(urls.appUrl),
      orders,
      books: booksOf(orders.library, spans),
      agencies: orders.library.agencies.map(agencyOf),
      ...(decisionLog === undefined ? {} : { decisionLog }),
    })
    const app = await buildApp(remit, config.webFolder)
    const waking = startWaking(remit)
    const url = await app.listen({ host: config.host, port: config.port })
    return {
      url,
      close: async () => {
        await waking.stop()
        await app.close()
        await decisionLog?.close()
        await remit.hub.close()
        await remit.database.close()
        await hold?.release()
        await cluster?.stop()
      },
    }
  } catch (error) {
    await hold?.release()
    await cluster?.stop()
    throw error
  }
}

/** Asked before anything is started, so that a port in use costs nothing and leaves nothing behind. */
async function checkPort({ host, port }: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        new CannotStart(
          error.code === 'EADDRINUSE'
            ? `port ${port} on ${host} is in use; stop what uses it, or give another with --port`
            : `cannot listen on ${host}:${port} (${error.code ?? error.message}); give another with --host or --port`,
          { cause: error },
        ),
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

/** Most findings shown when the program refuses to start; `remit check` shows all. */
const SHOWN_MAX = 5

/** An order that cannot be read stops the start: a program that silently lacks one would answer wrongly. */
async function readableOrders(folder: string): Promise<LoadedOrders> {
  const orders = await loadOrders(folder).catch((error: NodeJS.ErrnoException) => {
    const place = error.path ?? folder
    const reason = error.code ?? error.message
    throw new CannotStart(`${place} cannot be read (${reason}); give the folder of the orders with --orders`, {
      cause: error,
    })
  })
  const errors = orders.findings.filter(isError)
  if (errors.length > 0) throw new CannotStart(unreadable(errors, orders))
  if (orders.library.agencies.length === 0) {
    throw new CannotStart(`there is no agency.md below ${folder}; give the folder of the orders with --orders`)
  }
  return orders
}

function unreadable(errors: readonly Finding[], { texts }: LoadedOrders): string {
  const shown = errors.slice(0, SHOWN_MAX).map((finding) => renderFinding(finding, (file) => texts.get(file)))
  const more = errors.length > SHOWN_MAX ? `\nand ${errors.length - SHOWN_MAX} more` : ''
  return `${errors.length} of the orders' lines cannot be read; nothing was started. \`remit check\` shows all.\n\n${shown.join('\n\n')}${more}`
}

async function migrateAt(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  try {
    await client.connect()
  } catch (error) {
    throw new CannotStart('the database does not answer; look at DATABASE_URL and whether its server runs', {
      cause: error,
    })
  }
  try {
    await migrate(client)
  } catch (error) {
    if (error instanceof NewerDatabase) throw new CannotStart(error.message, { cause: error })
    throw error
  } finally {
    await client.end()
  }
}

/** Where the pages are built to. */
export const WEB_FOLDER = join(import.meta.dirname, '..', '..', 'web', 'dist')
