/** The record: the log's key and signed checkpoint, and incidents as files that verify offline. */
import { streamOf } from '../incidents/write.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { exportStream, latestCheckpoint } from '../store/export.ts'
import { logKeyText } from '../store/log.ts'
import type { App } from './app-type.ts'
import { AgencyParams, IncidentParams, idFrom } from './params.ts'

export function recordRoutes(app: App, remit: Remit): void {
  app.get('/api/agencies/:agency/checkpoint', { schema: { params: AgencyParams } }, async (request) => {
    const agency = remit.runningAgency(idFrom(request.params.agency))
    const checkpoint = await remit.database.inAgency(agency.id, latestCheckpoint)
    const key = logKeyText(agency.id, remit.signer)
    return checkpoint === undefined ? { key, size: 0 } : { key, size: checkpoint.size, note: checkpoint.note }
  })

  app.get(
    '/api/agencies/:agency/incidents/:incident/export',
    { schema: { params: IncidentParams } },
    async (request, reply) => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      const { incident } = request.params
      const bundle = await remit.database.inAgency(agency.id, (transaction) =>
        exportStream(transaction, agency.id, streamOf(incident), remit.signer),
      )
      if (bundle === undefined) return refuse('not-found', `There is no incident \`${incident}\` in this agency.`)
      reply.header('content-disposition', `attachment; filename="${incident}.remit.json"`)
      return reply.type('application/json').send(bundle)
    },
  )
}
