/** The orders that a verb works on. */
import { stat } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { folderOf, isWithin } from '@remit/language/checked/in-force.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { type LoadedOrders, loadOrders } from '@remit/server/orders/load-orders.ts'
import type { Arguments } from './arguments.ts'
import { CannotRead, cannotRead } from './cannot-read.ts'

/** The orders that come with the program. */
export const ORDERS_FOLDER = join(import.meta.dirname, '..', '..', '..', 'orders')

export function ordersFolder({ options }: Arguments): string {
  return resolve(options.orders ?? ORDERS_FOLDER)
}

/** The whole library below the folder of the orders. Throws {@link CannotRead} where there is none. */
export async function ordersFor(args: Arguments): Promise<LoadedOrders> {
  const folder = ordersFolder(args)
  const orders = await loadOrders(folder).catch((error: NodeJS.ErrnoException) => {
    throw cannotRead(error.path ?? folder, error)
  })
  if (orders.texts.size > 0) return orders
  throw new CannotRead(`there are no order documents below ${folder}; give the folder of the orders with --orders`)
}

/**
 * Whether a document is asked for: by `PATH …`, each a file or a folder; all without one. The whole library is loaded
 * all the same, since a document means something only beside those above it.
 */
export async function askedFor(args: Arguments, orders: LoadedOrders): Promise<(file: string) => boolean> {
  const folder = ordersFolder(args)
  if (args.words.length === 0) return () => true
  const paths = await Promise.all(args.words.map((word) => pathBelow(folder, word)))
  const isBelow = (file: string, path: string) => path === '' || file === path || file.startsWith(`${path}/`)
  for (const [index, path] of paths.entries()) {
    if ([...orders.texts.keys()].some((file) => isBelow(file, path))) continue
    throw new CannotRead(`there is no order document in \`${args.words[index]}\``)
  }
  return (file) => paths.some((path) => isBelow(file, path))
}

async function pathBelow(folder: string, word: string): Promise<string> {
  let isOutside = false
  for (const candidate of [resolve(word), resolve(folder, word), resolve(folder, `${word}.md`)]) {
    if (!(await isThere(candidate))) continue
    const path = relative(folder, candidate)
    if (path !== '..' && !path.startsWith(`..${sep}`) && !isAbsolute(path)) return path.split(sep).join('/')
    isOutside = true
  }
  throw new CannotRead(
    isOutside
      ? `\`${word}\` lies outside the orders, which are ${folder}; give their folder with --orders`
      : `there is no \`${word}\`, neither here nor below ${folder}`,
  )
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

/**
 * Refuses to answer for an agency while a document that may be in its book cannot be read whole: an answer from a
 * library that silently lacks a norm would be wrong. Faults of documents elsewhere do not matter to it.
 */
export function assertWhole({ findings }: LoadedOrders, agency: string): void {
  const faulty = findings.filter((finding) => isError(finding) && mayBeIn(finding, agency))
  const [first] = faulty
  if (first === undefined) return
  const [{ span }] = first.labels
  throw new CannotRead(
    `the orders of ${agency} cannot be read whole, so nothing is said from them: ` +
      `${span.file}:${span.line}: ${first.code} ${first.message}; \`remit check\` shows all that is wrong`,
  )
}

function mayBeIn({ labels: [{ span }] }: Finding, agency: string): boolean {
  const folder = folderOf(span.file)
  return isWithin(agency, folder) && (folder === agency || !/(^|\/)agency\.md$/.test(span.file))
}
