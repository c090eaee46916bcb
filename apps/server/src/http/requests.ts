/** The asking agency: it gets a receipt at once, and is told plainly what it can expect. */
import { Beat, closed, Instant, WordId } from '@remit/contract/shapes.ts'
import Type from 'typebox'
import type { Remit } from '../remit.ts'
import { answerToRequester, receiveFromRequester } from '../requests/requests.ts'
import type { App } from './app.ts'
import { AgencyParams, IncidentParams, idFrom } from './params.ts'

const Body = Type.Object({ requester: WordId, purpose: WordId, beat: Beat, startsAt: Type.Optional(Instant) }, closed)

export function requestRoutes(app: App, remit: Remit): void {
  app.post(
    '/api/agencies/:agency/requests',
    { schema: { params: AgencyParams, body: Body } },
    async (request, reply) => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      reply.code(201)
      return receiveFromRequester(remit, agency, request.body)
    },
  )

  app.get('/api/agencies/:agency/requests/:incident', { schema: { params: IncidentParams } }, (request) => {
    const agency = remit.runningAgency(idFrom(request.params.agency))
    return answerToRequester(remit, agency, request.params.incident)
  })
}
