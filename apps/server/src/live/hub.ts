/**
 * Carries "something was appended" from the database to every screen: one LISTEN connection a server, so that a change
 * written through any node reaches the screens of all.
 */
import pg from 'pg'

export type Notice = {
  readonly agency: string
  readonly index: number
  readonly stream: string
  readonly seq: number
  readonly kind: string
}

export type Hub = {
  /** Calls `onNotice` for each event of `agency` until the returned function is called. */
  readonly subscribe: (agency: string, onNotice: (notice: Notice) => void) => () => void
  readonly close: () => Promise<void>
}

const RETRY_MS = 500

export async function openHub(connectionString: string): Promise<Hub> {
  const listeners = new Map<string, Set<(notice: Notice) => void>>()
  let isClosed = false
  let client = await listen()

  async function listen(): Promise<pg.Client> {
    const fresh = new pg.Client({ connectionString })
    await fresh.connect()
    fresh.on('notification', ({ payload }) => tell(payload))
    fresh.on('error', () => undefined)
    fresh.on('end', () => {
      if (!isClosed) setTimeout(relisten, RETRY_MS)
    })
    await fresh.query('listen remit_event')
    return fresh
  }

  /** Screens ask for what they missed by the index of the last event they saw, so a gap here loses nothing. */
  function relisten(): void {
    if (isClosed) return
    listen().then(
      (fresh) => {
        client = fresh
        if (isClosed) void fresh.end()
      },
      () => setTimeout(relisten, RETRY_MS),
    )
  }

  function tell(payload: string | undefined): void {
    if (payload === undefined) return
    const notice: Notice = JSON.parse(payload)
    for (const listener of listeners.get(notice.agency) ?? []) listener(notice)
  }

  return {
    subscribe: (agency, onNotice) => {
      const ofAgency = listeners.get(agency) ?? new Set()
      listeners.set(agency, ofAgency.add(onNotice))
      return () => {
        ofAgency.delete(onNotice)
      }
    },
    close: async () => {
      isClosed = true
      await client.end()
    },
  }
}
