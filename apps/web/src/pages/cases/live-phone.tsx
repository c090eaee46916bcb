import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { useEffect } from 'react'
import type { Timed } from '../../api/resources.ts'
import { useSend } from '../../api/use-send.ts'
import { newReportId } from '../../live/report-id.ts'
import { useDanger } from '../../live/use-danger.ts'
import { useDangerShown, useShown } from '../../live/use-shown.ts'
import { useNow } from '../../now.ts'
import { dangerDuty } from '../../screens/field/danger-duty.ts'
import type { FieldCallbacks } from '../../screens/field/field-callbacks.ts'
import { FieldScreen } from '../../screens/field/field-screen.tsx'
import { myDanger } from '../../screens/field/my-danger.ts'
import { ownRole } from '../../words/own-role.ts'

const NONE: readonly never[] = []

/** A phone of the case's incident: the real screen, with live data, and what is pressed on it is sent. */
export function LivePhone({ view, as }: { readonly view: Timed<IncidentView>; readonly as: Position }) {
  const { agency, id, deviceOffsetMs } = view
  const now = useNow(deviceOffsetMs)
  const danger = useDanger(agency.id, as.id)
  const { send, refused } = useSend(agency.id, id, as.id)
  // The queue is the device's, and this page can have run other incidents on it.
  const waiting = danger.waiting.filter(({ incident }) => incident === id)
  const mine = myDanger(view, as.id, waiting, deviceOffsetMs)
  const role = ownRole(view, as)
  const headline = view.danger.open ? dangerDuty(view, role) : role?.headline?.sentence
  useShown(view, as.id, mine.kind === 'not-sent' ? undefined : headline)
  useDangerShown(as.role === 'officer' ? NONE : [view], agency.id, as.id)
  const { seen } = danger
  const shownReport = mine.kind === 'sent' ? mine.shown?.report : undefined
  useEffect(() => {
    if (shownReport) seen(shownReport)
  }, [shownReport, seen])

  const about = { agency: agency.id, as: as.id, incident: id, ...(as.beat ? { beat: as.beat } : {}) }
  const { version } = view
  const on: FieldCallbacks = {
    onAnswer: (input, value, of) => send({ kind: 'observe', version, input, value, ...of }),
    onEntry: (list, values, of) => send({ kind: 'report-entry', version, list, values, ...of }),
    onNoOther: (list, of) => send({ kind: 'complete-list', version, list, ...of }),
    onHappened: (event) => send({ kind: 'happen', version, event }),
    onDo: (act, reason, of) => send({ kind: 'do', version, act, ...(reason === undefined ? {} : { reason }), ...of }),
    onAcceptPage: (page) => send({ kind: 'accept-page', page }),
    onAcceptDanger: (report) => send({ kind: 'accept-danger', report }),
    onReportDanger: () => danger.report({ ...about, report: newReportId(), reportedAt: Date.now() }),
    onEndDanger: () => {
      const report = mine.kind === 'sent' ? mine.report : waiting.find(({ sent }) => !sent)?.report
      if (report) danger.end({ ...about, report, reportedAt: Date.now() }, version)
    },
  }
  return (
    <FieldScreen
      size="embedded"
      as={as}
      agency={agency}
      view={view}
      now={now}
      danger={mine}
      {...(refused ? { refused } : {})}
      on={on}
    />
  )
}

/** The same phone as it was after a step. Nothing on it can be pressed: it is over. */
export function PastPhone({ view, as }: { readonly view: IncidentView; readonly as: Position }) {
  return (
    <div inert>
      <FieldScreen
        size="embedded"
        as={as}
        agency={view.agency}
        view={view}
        now={view.clock.nowMs}
        danger={myDanger(view, as.id, NONE, 0)}
      />
    </div>
  )
}
