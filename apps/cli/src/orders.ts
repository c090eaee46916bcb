/** The orders that a verb works on. */
import { stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import { type LoadedOrders, loadOrders } from '@remit/server/orders/load-orders.ts'
import type { Arguments } from './arguments.ts'

/** A file or folder cannot be read, or is not what it should be. */
export class CannotRead extends Error {}

/** The orders that come with the program. */
export const ORDERS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'orders')

export function ordersFolder({ options }: Arguments): string {
  return resolve(options.orders ?? ORDERS_FOLDER)
}

export async function ordersFor(args: Arguments): Promise<LoadedOrders> {
  const folder = ordersFolder(args)
  return loadOrders(folder).catch((error: NodeJS.ErrnoException) => {
    throw new CannotRead(
      `the orders in ${folder} cannot be read (${error.code ?? error.message}); give their folder with --orders`,
      { cause: error },
    )
  })
}

/**
 * Whether a document is asked for: by `PATH …`, each a file or a folder; all without one. The whole library is loaded
 * all the same, since a document means something only beside those above it.
 */
export async function askedFor(args: Arguments): Promise<(file: string) => boolean> {
  const folder = ordersFolder(args)
  if (args.words.length === 0) return () => true
  const paths = await Promise.all(args.words.map((word) => pathBelow(folder, word)))
  return (file) => paths.some((path) => path === '' || file === path || file.startsWith(`${path}/`))
}

async function pathBelow(folder: string, word: string): Promise<string> {
  for (const candidate of [resolve(word), resolve(folder, word), resolve(folder, `${word}.md`)]) {
    const path = relative(folder, candidate).split(sep).join('/')
    const isThere = await stat(candidate).then(
      () => true,
      () => false,
    )
    if (isThere && !path.startsWith('..')) return path
  }
  throw new CannotRead(`there is no \`${word}\` below ${folder}`)
}
