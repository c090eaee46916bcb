/** A whole server for tests: its own data folder and database, a clock that the test sets, a free port. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command, OpenIncident, Written } from '@remit/contract/commands.ts'
import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Refusal } from '@remit/contract/shapes.ts'
import { startServer } from '../start.ts'

export const ORDERS = join(import.meta.dirname, '..', '..', '..', '..', 'orders')
export const CHICAGO = 'us~il~chicago~police~demo'
export const FAIRFAX = 'us~va~fairfax-county~police~demo'
export const HOUSTON = 'us~tx~houston~police~demo'

export type TestServer = Awaited<ReturnType<typeof startTestServer>>

export type Answered<T> = { readonly status: number; readonly body: T }

/** Starts a server whose clock stands at `nowMs` until the test moves it. `stop` removes everything. */
export async function startTestServer(options: { readonly dataFolder?: string; readonly decisionLog?: string } = {}) {
  const folder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'remit-test-')))
  const clock = { nowMs: Date.UTC(2026, 10, 24, 12) }
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    dataFolder: folder,
    ordersFolder: ORDERS,
    ...(options.decisionLog === undefined ? {} : { decisionLog: options.decisionLog }),
    nowMs: () => clock.nowMs,
  })

  async function ask<T>(method: string, path: string, body?: unknown): Promise<Answered<T>> {
    const response = await fetch(`${server.url}${path}`, {
      method,
      ...(body === undefined
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            body: typeof body === 'string' ? body : JSON.stringify(body),
          }),
    })
    const text = await response.text()
    // The test says which shape it expects of which answer; a wrong one fails its expectations.
    return { status: response.status, body: (text === '' ? undefined : JSON.parse(text)) as T }
  }

  return {
    url: server.url,
    folder,
    clock,
    ask,
    open: (agency: string, body: Partial<OpenIncident> & { readonly as: string }) =>
      ask<Written & Refusal>('POST', `/api/agencies/${agency}/incidents`, {
        channel: 'radio',
        requesterIs: 'asserted',
        beat: '0733',
        values: {},
        units: [],
        ...body,
      }),
    view: async (agency: string, incident: string) =>
      (await ask<IncidentView>('GET', `/api/agencies/${agency}/incidents/${incident}`)).body,
    send: (agency: string, incident: string, command: Command) =>
      ask<Written & Refusal>('POST', `/api/agencies/${agency}/incidents/${incident}/commands`, command),
    stop: async () => {
      await server.close()
      if (options.dataFolder === undefined) await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The night of A1 to A4, by the clock of Chicago. */
export const SEPTEMBER_2019 = Date.UTC(2019, 8, 28, 2, 49, 20)

/** A1: ICE asks two officers for help with an arrest on an I-200. */
export async function openA1(server: TestServer): Promise<string> {
  const { body } = await server.open(CHICAGO, {
    as: 'dispatcher-7',
    startsAt: SEPTEMBER_2019,
    values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest', warrant: 'i-200' },
    units: ['officer-0733', 'officer-0734'],
  })
  return body.incident
}
