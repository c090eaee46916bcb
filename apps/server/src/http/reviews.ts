/** Acts and directions that differed from the answer in force at that moment, with the outcome of their review. */
import type { ReviewRow } from '@remit/contract/library-view.ts'
import { DIFFERENCE_REASONS, REVIEW_OUTCOMES } from '@remit/incident/events/event.ts'
import { readIncidents } from '../incidents/read.ts'
import type { Remit } from '../remit.ts'
import { custodyOf, ofView } from '../views/parts.ts'
import type { App } from './app-type.ts'
import { AgencyParams, idFrom } from './params.ts'

export function reviewRoutes(app: App, remit: Remit): void {
  app.get(
    '/api/agencies/:agency/reviews',
    { schema: { params: AgencyParams } },
    async (request): Promise<{ reviews: ReviewRow[] }> => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      const position = (id: string) =>
        remit.positions(agency.id).find((position) => position.id === id) ?? { id, title: id, role: id }
      const incidents = await readIncidents(remit, agency)
      const reviews = incidents.flatMap(({ id, incident }) =>
        incident.acts
          .filter(({ body }) => body.differs)
          .map(({ seq, at, by, body, review }) => {
            const act = remit.bookAt(agency.id, at).book.acts.find((act) => act.id === body.act)
            const custody = custodyOf(incident, body.person ?? 1)
            const endMs = custody?.until ?? incident.closedAt ?? remit.nowMs() + incident.clockOffsetMs
            return {
              incident: id,
              receipt: incident.request.receipt,
              version: incident.version,
              seq,
              at,
              by: position(by),
              text: act?.text ?? body.act,
              ...ofView(body),
              direction: act?.directs !== undefined,
              determined: body.determined,
              ...(body.reason === undefined ? {} : { reason: DIFFERENCE_REASONS[body.reason] }),
              ...(custody === undefined ? {} : { custodyMs: endMs - custody.since }),
              ...(review === undefined
                ? {}
                : { outcome: REVIEW_OUTCOMES[review.outcome], reviewedBy: position(review.by) }),
            }
          }),
      )
      return { reviews: reviews.reverse() }
    },
  )
}
