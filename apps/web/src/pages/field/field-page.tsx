import type { IncidentView, QueueRow } from '@remit/contract/incident-view.ts'
import type { AgencySummary, Position } from '@remit/contract/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { failureWords } from '../../api/answers.ts'
import { incidentQuery, incidentsQuery } from '../../api/queries.ts'
import { useSend } from '../../api/use-send.ts'
import { connectionFrom } from '../../live/connection.ts'
import type { Waiting } from '../../live/danger-queue.ts'
import { newReportId } from '../../live/report-id.ts'
import { useDanger } from '../../live/use-danger.ts'
import { useLive } from '../../live/use-live.ts'
import { useDangerShown, useShown } from '../../live/use-shown.ts'
import { useNow } from '../../now.ts'
import type { FieldCallbacks } from '../../screens/field/field-callbacks.ts'
import { FieldScreen } from '../../screens/field/field-screen.tsx'
import { type MyDanger, myDanger } from '../../screens/field/my-danger.ts'
import { directionShown } from '../../screens/field/supervisor.tsx'
import { Loading } from '../../ui/empty-state.tsx'
import { WithPosition } from '../position.tsx'
import { OtherIncidents } from './other-incidents.tsx'
import { ownIncidents } from './own-incidents.ts'

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
  const danger = useDanger(agency.id, as.id)
  const incidents = useQuery(incidentsQuery(agency.id))
  const own = ownIncidents(incidents.data ?? [], as)
  const [chosen, setChosen] = useState<string>()
  const id =
    inDanger(own, as.id) ?? reportedIn(danger.waiting) ?? own.find((row) => row.id === chosen)?.id ?? own[0]?.id
  const incident = useQuery({ ...incidentQuery(agency.id, id ?? ''), enabled: id !== undefined })
  const view = incident.data?.id === id ? incident.data : undefined
  const offsetMs = view?.deviceOffsetMs ?? clockOffsetMs
  const now = useNow(offsetMs)
  const mine = myDanger(view, as.id, danger.waiting, offsetMs)
  const { send, refused } = useSend(agency.id, id, as.id)

  useShown(view, as.id, view && sentenceShown(view, as, mine.kind))
  useDangerShown(as.role === 'officer' ? NONE : view ? [view] : NONE, agency.id, as.id)
  useForgetting(view, danger.waiting, danger.seen)

  const about = { agency: agency.id, as: as.id, ...(id ? { incident: id } : {}), ...(as.beat ? { beat: as.beat } : {}) }
  const on: FieldCallbacks = {
    onAnswer: (input, value) => view && send({ kind: 'observe', version: view.version, input, value }),
    onHappened: (event) => view && send({ kind: 'happen', version: view.version, event }),
    onDo: (act, reason) =>
      view && send({ kind: 'do', version: view.version, act, ...(reason === undefined ? {} : { reason }) }),
    onAcceptPage: (page) => send({ kind: 'accept-page', page }),
    onAcceptDanger: (report) => send({ kind: 'accept-danger', report }),
    onReportDanger: () => danger.report({ ...about, report: newReportId(), reportedAt: Date.now() }),
    onEndDanger: () => {
      const report = mine.kind === 'sent' ? mine.report : danger.waiting.find(({ sent }) => !sent)?.report
      if (report) danger.end({ ...about, report, reportedAt: Date.now() }, view?.version ?? 1)
    },
  }
  const isReading = incidents.isPending || (id !== undefined && incident.isPending)
  if (isReading && mine.kind === 'none' && line.offlineSince === undefined && incidents.isPending)
    return <Loading what="your order" />
  const readError = incidents.error ?? incident.error
  return (
    <>
      <title>{`${as.title}: Remit`}</title>
      <FieldScreen
        size="full"
        as={as}
        agency={agency}
        view={view}
        now={now}
        danger={mine}
        connection={connectionFrom(line, waitingOf(danger.waiting), offsetMs)}
        {...(refused ? { refused } : readError && !view ? { refused: failureWords(readError) } : {})}
        others={id && <OtherIncidents rows={own} chosen={id} timeZone={agency.timeZone} onChoose={setChosen} />}
        on={on}
      />
    </>
  )
}

const NONE: readonly never[] = []

function waitingOf(waiting: readonly { readonly sent?: unknown; readonly ended?: unknown }[]): number {
  return waiting.filter(({ sent, ended }) => sent === undefined || ended !== undefined).length
}

/** What the screen shows in its largest type; nothing while it says that a report is not sent. */
function sentenceShown(view: IncidentView, as: Position, danger: MyDanger['kind']): string | undefined {
  if (danger === 'not-sent') return undefined
  const direction = as.role === 'supervisor' ? directionShown(view) : undefined
  return direction ?? view.roles.find(({ role }) => role === as.role)?.headline?.sentence
}

/** A report that the incident shows, open or ended, needs no copy on this device. */
function useForgetting(view: IncidentView | undefined, waiting: readonly Waiting[], seen: (report: string) => void) {
  useEffect(() => {
    const known = new Set(view?.danger.reports.map(({ report }) => report))
    for (const { report } of waiting) if (known.has(report)) seen(report)
  }, [view, waiting, seen])
}

/** Where this position is in danger: that incident stands before any other. */
function inDanger(own: readonly QueueRow[], as: string): string | undefined {
  return own.find(({ danger }) => danger.reports.some(({ by, endedAt }) => by.id === as && endedAt === undefined))?.id
}

/** The incident that the server's answer named, until the queue shows the report. */
function reportedIn(waiting: readonly Waiting[]): string | undefined {
  return waiting.find(({ sent, ended }) => sent && !ended)?.sent?.incident
}
