/** Orders issued to officers: `GET /api/agencies/:agency/issuances`, and what positions say of them. */
import { closed, Id, Instant } from '@remit/contract/shapes.ts'
import Type from 'typebox'
import { issuancesOf, writeIssuance } from '../issuances/issuances.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'
import { AgencyDocumentParams, AgencyParams, idFrom } from './params.ts'

const AtQuery = Type.Object({ at: Type.Optional(Type.String({ pattern: '^[0-9]{1,16}$' })) }, closed)
const Body = Type.Object(
  {
    as: Id,
    kind: Type.Union([Type.Literal('issued'), Type.Literal('received'), Type.Literal('read')]),
    /** Demo agencies only: the simulated instant. */
    at: Type.Optional(Instant),
  },
  closed,
)

export function issuanceRoutes(app: App, remit: Remit): void {
  app.get(
    '/api/agencies/:agency/issuances',
    { schema: { params: AgencyParams, querystring: AtQuery } },
    async (request) => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      const { at } = request.query
      return { issuances: await issuancesOf(remit, agency, at === undefined ? remit.nowMs() : Number(at)) }
    },
  )

  app.post(
    '/api/agencies/:agency/issuances/:document',
    { schema: { params: AgencyDocumentParams, body: Body } },
    async (request) => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      const { as, kind, at } = request.body
      if (at !== undefined && !agency.demo) refuse('not-a-demo', 'Only a demo agency has a simulated clock.')
      await writeIssuance(remit, agency, idFrom(request.params.document), { as, kind, at: at ?? remit.nowMs() })
      return { issuances: await issuancesOf(remit, agency, at ?? remit.nowMs()) }
    },
  )
}
