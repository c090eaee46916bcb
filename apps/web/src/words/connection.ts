import { clock, clockSeconds, type Instant } from './times.ts'

/** What a screen knows of the server. `waiting`: how many reports are kept on this device until it is back. */
export type Connection =
  | { readonly kind: 'live'; readonly syncedAt: Instant }
  | { readonly kind: 'synced'; readonly syncedAt: Instant }
  | { readonly kind: 'offline'; readonly since: Instant; readonly waiting: number }

/** "Live, synced 21:52:48", "Synced 22:01", "Offline since 21:46. 1 report waits to be sent." */
export function connectionWords(connection: Connection, timeZone: string): string {
  switch (connection.kind) {
    case 'live':
      return `Live, synced ${clockSeconds(connection.syncedAt, timeZone)}`
    case 'synced':
      return `Synced ${clock(connection.syncedAt, timeZone)}`
    case 'offline':
      return `Offline since ${clock(connection.since, timeZone)}.${waitingWords(connection.waiting)}`
  }
}

function waitingWords(waiting: number): string {
  if (waiting === 0) return ''
  return waiting === 1 ? ' 1 report waits to be sent.' : ` ${waiting} reports wait to be sent.`
}
