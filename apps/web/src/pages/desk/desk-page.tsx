import type { OpenIncident } from '@remit/contract/commands.ts'
import type { IncidentView, QueueRow } from '@remit/contract/incident-view.ts'
import type { AgencySummary, Position } from '@remit/contract/shapes.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { bookQuery, incidentQuery, incidentsQuery } from '../../api/queries.ts'
import { openIncident, readIncident, sendCommand, type Timed } from '../../api/resources.ts'
import { useSend } from '../../api/use-send.ts'
import { connectionFrom } from '../../live/connection.ts'
import { newReportId } from '../../live/report-id.ts'
import { useDanger } from '../../live/use-danger.ts'
import { useLive } from '../../live/use-live.ts'
import { useDangerShown, useShown } from '../../live/use-shown.ts'
import { useNow } from '../../now.ts'
import { paths } from '../../paths.ts'
import { CommandDock, type Drafted } from '../../screens/desk/command-dock.tsx'
import type { DeskCallbacks } from '../../screens/desk/desk-callbacks.ts'
import { DeskScreen } from '../../screens/desk/desk-screen.tsx'
import { incidentTitle } from '../../words/incident.ts'
import { instantOfLocal } from '../../words/local-time.ts'
import { WithPosition } from '../position.tsx'
import { useDeskKeys } from './use-desk-keys.ts'

const route = getRouteApi('/desk/$agency')

/** `/desk/$agency?as=POSITION`: the desk of a dispatcher or a watch commander. */
export function DeskPage() {
  const { agency } = route.useParams()
  const { as, clock } = route.useSearch()
  return (
    <WithPosition segment={agency} as={as}>
      {(agency, position) => <Desk key={position.id} agency={agency} as={position} clock={clock} />}
    </WithPosition>
  )
}

type DeskProps = { readonly agency: AgencySummary; readonly as: Position; readonly clock: string | undefined }

function Desk({ agency, as, clock }: DeskProps) {
  const queries = useQueryClient()
  const { line, clockOffsetMs } = useLive(agency.id)
  const simulatedMs = useSimulatedOffset(agency, clock)
  const [chosen, setChosen] = useState<string>()
  const incidents = useQuery(incidentsQuery(agency.id))
  const rows = incidents.data ?? NONE
  const selected = rows.find(({ id }) => id === chosen) ?? rows.find(({ state }) => state === 'open')
  const incident = useQuery({ ...incidentQuery(agency.id, selected?.id ?? ''), enabled: selected !== undefined })
  const view = incident.data?.id === selected?.id ? incident.data : undefined
  const offsetMs = view?.deviceOffsetMs ?? simulatedMs ?? clockOffsetMs
  const now = useNow(offsetMs)
  const book = useQuery(
    bookQuery(agency.id, simulatedMs === undefined ? undefined : dayOf(now - offsetMs + simulatedMs)),
  )
  const danger = useDanger(agency.id, as.id)
  const { send, refused, clear } = useSend(agency.id, view?.id, as.id)

  useShown(view, as.id, view && shownSentence(view))
  useDangerShown(rows, agency.id, as.id)

  const record = useMutation({
    networkMode: 'always',
    mutationFn: (request: Drafted) =>
      openIncident(agency.id, {
        ...request,
        as: as.id,
        ...(simulatedMs === undefined ? {} : { startsAt: Date.now() + simulatedMs }),
      }),
    onSuccess: ({ incident }) => setChosen(incident),
    onSettled: () => queries.invalidateQueries({ queryKey: ['incidents', agency.id] }),
  })
  const add = useMutation({
    networkMode: 'always',
    mutationFn: ({ id, values }: { readonly id: string; readonly values: OpenIncident['values'] }) =>
      addTo(agency.id, id, as.id, values),
    onSuccess: (_, { id }) => setChosen(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['incidents', agency.id] }),
  })
  const ofOther = useMutation({
    networkMode: 'always',
    mutationFn: ({ id, ...command }: OfOther) => sendCommand(agency.id, id, { ...command, as: as.id }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['incidents', agency.id] }),
  })

  const on: DeskCallbacks = {
    onSelect: (id) => {
      clear()
      setChosen(id)
    },
    onAcceptDanger: (id, report) => ofOther.mutate({ id, kind: 'accept-danger', report }),
    onEndDanger: (id, report, seen) => ofOther.mutate({ id, kind: 'end-danger', report, seen }),
    onReportDanger: () =>
      danger.report({
        agency: agency.id,
        as: as.id,
        report: newReportId(),
        reportedAt: Date.now(),
        ...(view?.state === 'open' ? { incident: view.id, beat: view.request.beat } : {}),
      }),
    onAnswer: (input, value) => view && send({ kind: 'observe', version: view.version, input, value }),
    onDo: (act) => view && send({ kind: 'do', version: view.version, act }),
    onAssign: (position) => view && send({ kind: 'assign-unit', version: view.version, position }),
    onHappened: (event) => view && send({ kind: 'happen', version: view.version, event }),
    onClose: () => view && send({ kind: 'close', version: view.version }),
  }
  useDeskKeys({
    onReportDanger: on.onReportDanger,
    onAcceptDanger: () => {
      const first = firstUnaccepted(rows, as.id)
      if (first) on.onAcceptDanger(first.id, first.report)
    },
  })

  const error = record.error ?? add.error ?? ofOther.error
  const waiting = danger.waiting.filter(({ sent }) => !sent).length
  const failed = error
    ? failureWords(error)
    : incidents.error && !incidents.data
      ? failureWords(incidents.error)
      : undefined
  const notice = waiting > 0 ? NOT_SENT : (refused ?? failed)
  return (
    <>
      <title>{`${view ? incidentTitle(view) : 'Desk'}: Remit`}</title>
      <DeskScreen
        size="full"
        as={as}
        agency={agency}
        rows={rows}
        view={view}
        now={now}
        nowOf={({ id }) => now - offsetMs + (rows.find((row) => row.id === id)?.deviceOffsetMs ?? offsetMs)}
        connection={connectionFrom(line, waiting, offsetMs)}
        {...(notice ? { refused: notice } : {})}
        command={
          <CommandDock
            inputs={book.data?.inputs ?? NO_INPUTS}
            rows={rows}
            positions={agency.positions}
            view={view}
            onRecord={(request) => record.mutate(request)}
            onAdd={(id, values) => add.mutate({ id, values })}
          />
        }
        link={
          view && (
            <Link
              to={paths.incident}
              params={{ agency: segmentOf(agency.id), incident: view.id }}
              search={{ as: as.id }}
            >
              Whole timeline
            </Link>
          )
        }
        on={on}
      />
    </>
  )
}

const NONE: readonly Timed<QueueRow>[] = []
const NO_INPUTS: readonly never[] = []

const NOT_SENT = {
  kind: 'refused',
  title: 'Not sent: your report of danger. This desk is offline.',
  detail: 'Say it on the radio now. The report goes out by itself when the desk is back.',
} as const

type OfOther =
  | { readonly id: string; readonly kind: 'accept-danger'; readonly report: string }
  | { readonly id: string; readonly kind: 'end-danger'; readonly report: string; readonly seen: number }

/** A demo's desk can be set to another day: its clock goes on from there. Offset to this device's clock, milliseconds. */
function useSimulatedOffset({ demo, timeZone }: AgencySummary, clock: string | undefined): number | undefined {
  const [openedAt] = useState(Date.now)
  const start = demo && clock ? instantOfLocal(clock, timeZone) : undefined
  return start === undefined ? undefined : start - openedAt
}

/** The start of the day, so that a book is asked for once a day and not once a second. */
function dayOf(at: number): number {
  return Math.floor(at / 86_400_000) * 86_400_000
}

/** What the desk passes on is what it has shown: the words for the radio. */
function shownSentence({ toUnits }: IncidentView): string {
  return toUnits.radio.slice(0, 200)
}

/** Reports what a command line adds to an open request, fact by fact; what is known already is not said again. */
async function addTo(agency: string, id: string, as: string, values: OpenIncident['values']): Promise<void> {
  const { facts, version } = await readIncident(agency, id)
  let seen = version
  for (const [input, value] of Object.entries(values)) {
    if (facts.find((fact) => fact.input === input)?.value === value) continue
    seen = (await sendCommand(agency, id, { kind: 'observe', as, version: seen, input, value })).version
  }
}

function firstUnaccepted(rows: readonly QueueRow[], as: string) {
  for (const { id, danger } of rows)
    for (const { report, by, accepted, endedAt } of danger.reports)
      if (!accepted && endedAt === undefined && by.id !== as) return { id, report }
  return undefined
}
