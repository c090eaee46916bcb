/** The asking agency: it gets a receipt at once, and is told plainly what it can expect. */
import { Beat, closed, Instant, WordId } from '@remit/contract/shapes.ts'
import Type from 'typebox'
import type { Remit } from '../remit.ts'
import { answerToRequester, receiveFromRequester } from '../requests/requests.ts'
import type { App } from './app-type.ts'
import { AgencyParams, IncidentParams, idFrom } from './params.ts'

const Body = Type.Object({ requester: WordId, purpose: WordId, beat: Beat, startsAt: Type.Optional(Instant) }, closed)

/** Real departments see up to ten such requests a day; this bounds someone who floods a desk with them. */
const REQUESTS_A_MINUTE_MAX = 30
const limited = { rateLimit: { max: REQUESTS_A_MINUTE_MAX, timeWindow: '1 minute' } }

export function requestRoutes(app: App, remit: Remit): void {
  app.post(
    '/api/agencies/:agency/requests',
    { config: limited, schema: { params: AgencyParams, body: Body } },
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
