/** `remit serve`: brings the whole program up and says in one line where to open it. */
import { resolve } from 'node:path'
import { CannotStart } from '@remit/server/cannot-start.ts'
import { startServer, WEB_FOLDER } from '@remit/server/start.ts'
import type { Arguments } from '../arguments.ts'
import { buildPages } from '../build-pages.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'
import { isTied } from '../launcher.ts'
import { ordersFolder } from '../orders.ts'
import type { Output } from '../output.ts'
import { WrongUse } from '../usage.ts'

const PORT_DEFAULT = 8787
const HOST_DEFAULT = '127.0.0.1'
const DATA_DEFAULT = '.remit-data'

export async function serve(args: Arguments, output: Output): Promise<ExitCode> {
  if (args.words.length > 0) throw new WrongUse(`\`${args.words[0]}\` is not expected`, 'serve')
  const port = portFrom(args.options.port ?? process.env.PORT)
  const databases = databasesFrom(process.env)
  const decisionLog = args.options['decision-log']
  let asked: Promise<void> | undefined
  const server = await startServer({
    host: args.options.host ?? HOST_DEFAULT,
    port,
    dataFolder: resolve(args.options.data ?? process.env.REMIT_DATA ?? DATA_DEFAULT),
    ordersFolder: ordersFolder(args),
    ...(databases === undefined ? {} : { databases }),
    ...(decisionLog === undefined ? {} : { decisionLog: resolve(decisionLog) }),
    webFolder: WEB_FOLDER,
    beforeStart: async () => {
      await buildPages(() => output.aside('remit: building the pages, once; this takes some seconds'))
      // From here on something runs that has to be stopped in order; until here a signal just ends the process.
      asked = untilAsked()
    },
  })
  if (args.json) output.json({ url: server.url })
  else output.line(`Remit runs: open ${server.url} in a browser. Ctrl-C stops it; the data stays.`)
  await asked
  await server.close()
  return EXIT.fine
}

/**
 * Until a signal, or until the launcher that started this process is gone: nothing stays behind on its port. Asked for
 * before the start, so that a signal in the middle of it stops what was started by then. Later signals change nothing:
 * from a terminal Ctrl-C comes twice, to the launcher, which passes it on, and to this process.
 */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
    process.once('disconnect', () => resolve())
    if (isTied && !process.connected) resolve()
  })
}

function portFrom(text: string | undefined): number {
  if (text === undefined) return PORT_DEFAULT
  const port = Number(text)
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port
  throw new WrongUse(`\`${text}\` is no port: a number from 0 to 65535`, 'serve')
}

/** A PostgreSQL of the department's own needs two roles: one that owns the tables, and one that owns nothing. */
function databasesFrom(env: NodeJS.ProcessEnv): { ownerUrl: string; appUrl: string } | undefined {
  const { DATABASE_URL: ownerUrl, REMIT_APP_DATABASE_URL: appUrl } = env
  if (ownerUrl === undefined) return undefined
  if (appUrl !== undefined) return { ownerUrl, appUrl }
  throw new CannotStart(
    'DATABASE_URL is set and REMIT_APP_DATABASE_URL is not: it signs in as `remit_app`, a role that owns nothing; see docs/operations.md',
  )
}
