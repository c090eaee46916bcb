/** `GET /api/agencies/:agency/live`: says that something was appended; a screen then asks for what it shows. */
import type { Notice } from '../live/hub.ts'
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'
import { AgencyParams, idFrom } from './params.ts'

export function liveRoutes(app: App, remit: Remit): void {
  app.get(
    '/api/agencies/:agency/live',
    { sse: { kind: 'only' }, schema: { params: AgencyParams } },
    async (request, reply) => {
      const agency = remit.runningAgency(idFrom(request.params.agency)).id
      const send = ({ index, stream, seq, kind }: Notice) =>
        reply.sse
          .send({ id: String(index), event: 'appended', data: { index, stream, seq, kind } })
          .catch(() => undefined)
      reply.sse.onClose(remit.hub.subscribe(agency, lastOfEach(send)))
      reply.sse.keepAlive()
      // What was missed since the last event that this screen saw; without one it has just asked for everything.
      const lastSeen = Number(request.headers['last-event-id'] ?? Number.NaN)
      const missed = Number.isInteger(lastSeen) ? await remit.noticesAfter(agency, lastSeen) : []
      await reply.sse.send({ event: 'hello', data: { serverNowMs: remit.nowMs() } })
      for (const notice of missed) await send(notice)
    },
  )
}

/** One transaction appends several events; a screen that hears of the last asks for all of them, once. */
function lastOfEach(send: (notice: Notice) => void): (notice: Notice) => void {
  let last: Notice | undefined
  return (notice) => {
    if (last === undefined) {
      setImmediate(() => {
        if (last !== undefined) send(last)
        last = undefined
      })
    }
    last = notice
  }
}
