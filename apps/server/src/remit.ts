/** What every part of the server works with: the orders, the database, the clock, the positions. */
import type { Position } from '@remit/contract/shapes.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import type { DecisionLog } from './decisions/log-file.ts'
import { demoPositions } from './demo/positions.ts'
import type { LookedAt } from './incidents/looked-at.ts'
import type { Hub, Notice } from './live/hub.ts'
import type { Books } from './orders/books.ts'
import type { LoadedOrders } from './orders/load-orders.ts'
import { noBook } from './orders/no-book.ts'
import { refuse } from './refusal.ts'
import type { Database } from './store/database.ts'
import { noticesAfter, type Signer } from './store/log.ts'

export type Remit = {
  /** Real time, milliseconds since 1970 UTC. */
  readonly nowMs: () => number
  readonly database: Database
  readonly signer: Signer
  readonly hub: Hub
  readonly orders: LoadedOrders
  readonly books: Books
  readonly agencies: readonly Agency[]
  /** Where stateless decisions are written down, if the department wants that. */
  readonly decisionLog?: DecisionLog
  /** The agency, if it runs Remit; else refused. */
  readonly runningAgency: (id: string) => Agency
  readonly positions: (agency: string) => readonly Position[]
  /** The position, if the agency has it; else refused. */
  readonly position: (agency: string, id: string) => Position
  /** The book in force; refused where there is none. */
  readonly bookAt: (agency: string, atMs: number) => Compiled
  /** What screens last saw determined; kept for speed alone. */
  readonly lookedAt: LookedAt
  readonly noticesAfter: (agency: string, index: number) => Promise<readonly Notice[]>
}

export type RemitParts = Pick<
  Remit,
  'nowMs' | 'database' | 'signer' | 'hub' | 'orders' | 'books' | 'agencies' | 'decisionLog'
>

export function remitFrom(parts: RemitParts): Remit {
  return {
    ...parts,
    lookedAt: new Map(),
    runningAgency: (id) => {
      const agency = parts.agencies.find((agency) => agency.id === id)
      if (agency === undefined) return refuse('not-found', `There is no agency \`${id}\` in the orders.`)
      if (!agency.runs) return refuse('not-found', `${agency.name} is in the library only: it does not run Remit.`)
      return agency
    },
    positions: demoPositions,
    position: (agency, id) =>
      demoPositions(agency).find((position) => position.id === id) ??
      refuse('not-this-position', `\`${agency}\` has no position \`${id}\`.`),
    bookAt: (agency, atMs) => {
      const compiled = parts.books.at(agency, atMs)
      if (compiled !== undefined) return compiled
      const { refusal, message } = noBook(parts.books, agency, atMs)
      return refuse(refusal, message)
    },
    noticesAfter: (agency, index) =>
      parts.database.inAgency(agency, (transaction) => noticesAfter(transaction, agency, index)),
  }
}
