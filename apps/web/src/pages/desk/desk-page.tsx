import type { IncidentView, QueueRow } from '@remit/contract/incident-view.ts'
import type { AgencySummary, Position } from '@remit/contract/shapes.ts'
import { getRouteApi, Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { cardAddress, sheetAddress } from '../../api/paper-address.ts'
import { type Sending, useSend } from '../../api/use-send.ts'
import { connectionFrom } from '../../live/connection.ts'
import { newReportId } from '../../live/report-id.ts'
import { useAlarmSound } from '../../live/use-alarm-sound.ts'
import { useDanger } from '../../live/use-danger.ts'
import { useLive } from '../../live/use-live.ts'
import { useDangerShown, useShown } from '../../live/use-shown.ts'
import { paths } from '../../paths.ts'
import { CommandDock } from '../../screens/desk/command-dock.tsx'
import type { DeskCallbacks } from '../../screens/desk/desk-callbacks.ts'
import { DeskScreen } from '../../screens/desk/desk-screen.tsx'
import { incidentTitle } from '../../words/incident.ts'
import { localTimeOf } from '../../words/local-time.ts'
import { WithPosition } from '../position.tsx'
import { useDeskKeys } from './use-desk-keys.ts'
import { useDeskSending } from './use-desk-sending.ts'
import { useDeskView } from './use-desk-view.ts'

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
  const { line, clockOffsetMs } = useLive(agency.id)
  const desk = useDeskView(agency, clock, clockOffsetMs)
  const { rows, view, now, offsetMs, simulatedMs, choose } = desk
  const danger = useDanger(agency.id, as.id)
  const sending = useSend(agency.id, view?.id, as.id)
  const { record, add, aboutDanger, refused } = useDeskSending({
    agency: agency.id,
    as: as.id,
    simulatedMs,
    onWritten: choose,
  })
  useShown(view, as.id, view?.toUnits.radio.slice(0, SENTENCE_MAX))
  useDangerShown(rows, agency.id, as.id)

  const on: DeskCallbacks = {
    ...aboutSelected(view, sending),
    onSelect: (id) => {
      sending.clear()
      choose(id)
    },
    onAcceptDanger: (incident, report) => aboutDanger({ incident, kind: 'accept-danger', report }),
    onEndDanger: (incident, report, seen) => aboutDanger({ incident, kind: 'end-danger', report, seen }),
    onReportDanger: () => danger.report({ agency: agency.id, as: as.id, ...pressed(), ...where(view) }),
  }
  const first = firstUnaccepted(rows, as.id)
  useAlarmSound(first !== undefined)
  useDeskKeys({
    onReportDanger: on.onReportDanger,
    onAcceptDanger: () => first && on.onAcceptDanger(first.incident, first.report),
  })

  const waiting = danger.waiting.filter(({ sent }) => !sent).length
  const notice = waiting > 0 ? NOT_SENT : (sending.refused ?? refused ?? (desk.error && failureWords(desk.error)))
  return (
    <>
      <title>{`${view ? incidentTitle(view) : 'Desk'}: Remit`}</title>
      <DeskScreen
        as={as}
        agency={agency}
        rows={rows}
        view={view}
        inputs={desk.inputs}
        now={now}
        nowOf={desk.nowOf}
        connection={connectionFrom(line, waiting, offsetMs)}
        {...(notice ? { refused: notice } : {})}
        command={<CommandDock {...desk} positions={agency.positions} onRecord={record} onAdd={add} />}
        paper={<PaperLinks agency={agency} at={now - offsetMs + (simulatedMs ?? clockOffsetMs)} />}
        link={view && <TimelineLink agency={agency.id} incident={view.id} as={as.id} />}
        on={on}
      />
    </>
  )
}

/** The contract's bound for what a screen says that it showed. */
const SENTENCE_MAX = 200

const NOT_SENT = {
  kind: 'refused',
  title: 'Not sent: your report of danger. This desk is offline.',
  detail: 'Say it on the radio now. The report goes out by itself when the desk is back.',
} as const

function aboutSelected(
  view: IncidentView | undefined,
  { send }: Sending,
): Omit<DeskCallbacks, 'onSelect' | 'onAcceptDanger' | 'onEndDanger' | 'onReportDanger'> {
  const version = view?.version ?? 1
  return {
    onAnswer: (input, value, of) => send({ kind: 'observe', version, input, value, ...of }),
    onEntry: (list, values, of) => send({ kind: 'report-entry', version, list, values, ...of }),
    onNoOther: (list, of) => send({ kind: 'complete-list', version, list, ...of }),
    onDo: (act, of) => send({ kind: 'do', version, act, ...of }),
    onAssign: (position) => send({ kind: 'assign-unit', version, position }),
    onHappened: (event, of) => send({ kind: 'happen', version, event, ...of }),
    onAddPerson: () => send({ kind: 'add-person', version }),
    onAddRequest: (requester) =>
      send({
        kind: 'add-request',
        version,
        channel: 'radio',
        requesterIs: 'asserted',
        values: requester === undefined ? {} : { requester },
      }),
    onClose: () => send({ kind: 'close', version }),
  }
}

function pressed() {
  return { report: newReportId(), reportedAt: Date.now() }
}

/** A closed incident is past; danger then stands by itself. */
function where(view: IncidentView | undefined) {
  return view?.state === 'open' ? { incident: view.id, beat: view.request.beat } : {}
}

function firstUnaccepted(rows: readonly QueueRow[], as: string) {
  for (const { id, danger } of rows)
    for (const { report, by, accepted, endedAt } of danger.reports)
      if (!accepted && endedAt === undefined && by.id !== as) return { incident: id, report }
  return undefined
}

/** In a window of their own: the desk stays open. A day is longer than any shift. */
function PaperLinks({ agency, at }: { readonly agency: AgencySummary; readonly at: number }) {
  const [since, until] = [at - DAY_MS, at].map((instant) => localTimeOf(instant, agency.timeZone))
  if (since === undefined || until === undefined) return null
  return (
    <span>
      Print:{' '}
      <a href={cardAddress(agency.id, 'html', until)} target="_blank" rel="noreferrer">
        visor card
      </a>
      ,{' '}
      <a href={sheetAddress(agency.id, 'html', { since, at: until })} target="_blank" rel="noreferrer">
        shift sheet
      </a>
    </span>
  )
}

const DAY_MS = 86_400_000

function TimelineLink(props: { readonly agency: string; readonly incident: string; readonly as: string }) {
  const { agency, incident, as } = props
  return (
    <Link to={paths.incident} params={{ agency: segmentOf(agency), incident }} search={{ as }}>
      Whole timeline
    </Link>
  )
}
