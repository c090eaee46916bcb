/** Incidents: recorded, read, and changed by commands. */
import { Command, DangerAnywhere, OpenIncident, type Written } from '@remit/contract/commands.ts'
import type { IncidentView, QueueRow } from '@remit/contract/incident-view.ts'
import { carryOut, receiveRequest } from '../incidents/commands.ts'
import { reportDangerAnywhere } from '../incidents/danger-anywhere.ts'
import { readIncident, readIncidents } from '../incidents/read.ts'
import type { Remit } from '../remit.ts'
import { byUrgency, incidentView, queueRow } from '../views/incident-view.ts'
import type { App } from './app-type.ts'
import { AgencyParams, IncidentParams, idFrom } from './params.ts'

export function incidentRoutes(app: App, remit: Remit): void {
  app.get(
    '/api/agencies/:agency/incidents',
    { schema: { params: AgencyParams } },
    async (request): Promise<{ incidents: QueueRow[] }> => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      const incidents = await readIncidents(remit, agency)
      return { incidents: incidents.map((incident) => queueRow(remit, agency, incident)).sort(byUrgency) }
    },
  )

  app.post(
    '/api/agencies/:agency/incidents',
    { schema: { params: AgencyParams, body: OpenIncident } },
    async (request, reply): Promise<Written> => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      reply.code(201)
      return receiveRequest(remit, agency, request.body)
    },
  )

  app.get(
    '/api/agencies/:agency/incidents/:incident',
    { schema: { params: IncidentParams } },
    async (request): Promise<IncidentView> => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      return incidentView(remit, agency, await readIncident(remit, agency, request.params.incident))
    },
  )

  app.post(
    '/api/agencies/:agency/incidents/:incident/commands',
    { schema: { params: IncidentParams, body: Command } },
    async (request): Promise<Written> => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      return carryOut(remit, agency, request.params.incident, request.body)
    },
  )

  /** Danger from a screen that shows no incident: it joins the position's open incident, or opens one. */
  app.post(
    '/api/agencies/:agency/danger',
    { schema: { params: AgencyParams, body: DangerAnywhere } },
    async (request): Promise<Written> => {
      const agency = remit.runningAgency(idFrom(request.params.agency))
      return reportDangerAnywhere(remit, agency, request.body)
    },
  )
}
