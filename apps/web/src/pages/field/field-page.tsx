import type { QueueRow } from '@remit/contract/incident-view.ts'
import type { AgencySummary, Position } from '@remit/contract/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { failureWords } from '../../api/answers.ts'
import { incidentQuery, incidentsQuery } from '../../api/queries.ts'
import { connectionFrom } from '../../live/connection.ts'
import type { Waiting } from '../../live/danger-queue.ts'
import { useDanger } from '../../live/use-danger.ts'
import { useLive } from '../../live/use-live.ts'
import { useNow } from '../../now.ts'
import { FieldScreen } from '../../screens/field/field-screen.tsx'
import { WithPosition } from '../position.tsx'
import { OtherIncidents } from './other-incidents.tsx'
import { ownIncidents } from './own-incidents.ts'
import { usePhone } from './use-phone.ts'

const route = getRouteApi('/field/$agency')

/** `/field/$agency?as=POSITION`: the phone of an officer or a supervisor. */
export function FieldPage() {
  const { agency } = route.useParams()
  const { as } = route.useSearch()
  return (
    <WithPosition segment={agency} as={as}>
      {(agency, position) => <Field key={position.id} agency={agency} as={position} />}
    </WithPosition>
  )
}

function Field({ agency, as }: { readonly agency: AgencySummary; readonly as: Position }) {
  const { line, clockOffsetMs } = useLive(agency.id)
  const { waiting } = useDanger(agency.id, as.id)
  const { own, id, view, choose, isReading, error } = useOwnIncident(agency.id, as, waiting)
  const offsetMs = view?.deviceOffsetMs ?? clockOffsetMs
  const now = useNow(offsetMs)
  const { danger, on, refused } = usePhone({ agency: agency.id, as, view, incident: id, waiting, offsetMs })
  const notice = refused ?? (error && !view ? failureWords(error) : undefined)
  return (
    <>
      <title>{`${as.title}: Remit`}</title>
      <FieldScreen
        size="full"
        as={as}
        agency={agency}
        view={view}
        isReading={isReading && line.offlineSince === undefined}
        now={now}
        danger={danger}
        connection={connectionFrom(line, unanswered(waiting), offsetMs)}
        {...(notice ? { refused: notice } : {})}
        others={id && <OtherIncidents rows={own} chosen={id} timeZone={agency.timeZone} onChoose={choose} />}
        on={on}
      />
    </>
  )
}

/** The incident on the screen: where this position is in danger, else the one chosen, else the first of its own. */
function useOwnIncident(agency: string, as: Position, waiting: readonly Waiting[]) {
  const incidents = useQuery(incidentsQuery(agency))
  const own = ownIncidents(incidents.data ?? [], as)
  const [chosen, choose] = useState<string>()
  const id = inDanger(own, as.id) ?? reportedIn(waiting) ?? own.find((row) => row.id === chosen)?.id ?? own[0]?.id
  const incident = useQuery({ ...incidentQuery(agency, id ?? ''), enabled: id !== undefined })
  const view = incident.data?.id === id ? incident.data : undefined
  const isReading = incidents.isPending || (id !== undefined && view === undefined && incident.isPending)
  return { own, id, view, choose, isReading, error: incidents.error ?? incident.error }
}

function unanswered(waiting: readonly Waiting[]): number {
  return waiting.filter(({ sent, ended }) => sent === undefined || ended !== undefined).length
}

function inDanger(own: readonly QueueRow[], as: string): string | undefined {
  return own.find(({ danger }) => danger.reports.some(({ by, endedAt }) => by.id === as && endedAt === undefined))?.id
}

/** The incident that the server's answer named, until the queue shows the report. */
function reportedIn(waiting: readonly Waiting[]): string | undefined {
  return waiting.find(({ sent, ended }) => sent && !ended)?.sent?.incident
}
