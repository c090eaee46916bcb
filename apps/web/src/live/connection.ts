/** What this screen knows of the server, folded from what it hears. Instants are this device's, in milliseconds. */
import type { Connection } from '../words/connection.ts'

export type Line = {
  /** `open`: the server tells of changes at once. `connecting`: only questions are answered. */
  readonly stream: 'connecting' | 'open'
  /** When anything last came from the server. */
  readonly heardAt: number
  /** Since when nothing gets through; absent while something does. */
  readonly offlineSince?: number
}

export type Heard =
  | { readonly kind: 'answer' }
  | { readonly kind: 'stream-open' }
  | { readonly kind: 'stream-lost' }
  | { readonly kind: 'not-reached' }
  | { readonly kind: 'tick' }

/** Longer than two heartbeats and the patience of one request: silence for so long is being offline. */
export const SILENCE_MS = 45_000

export function startOfLine(now: number): Line {
  return { stream: 'connecting', heardAt: now }
}

/** Offline begins with the last that was heard, not with the failure that showed it. */
export function lineAfter(line: Line, heard: Heard, now: number): Line {
  switch (heard.kind) {
    case 'answer':
      return { stream: line.stream, heardAt: now }
    case 'stream-open':
      return { stream: 'open', heardAt: now }
    case 'stream-lost':
      return { ...line, stream: 'connecting' }
    case 'not-reached':
      return { ...line, stream: 'connecting', offlineSince: line.offlineSince ?? line.heardAt }
    case 'tick':
      return now - line.heardAt > SILENCE_MS ? lineAfter(line, { kind: 'not-reached' }, now) : line
  }
}

/** For the connection line, by the clock that the screen shows: `offsetMs` is that clock minus this device's. */
export function connectionFrom(line: Line, waiting: number, offsetMs: number): Connection {
  if (line.offlineSince !== undefined) return { kind: 'offline', since: line.offlineSince + offsetMs, waiting }
  return { kind: line.stream === 'open' ? 'live' : 'synced', syncedAt: line.heardAt + offsetMs }
}
