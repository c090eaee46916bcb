import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { useEffect } from 'react'
import { type Sending, useSend } from '../../api/use-send.ts'
import type { Waiting } from '../../live/danger-queue.ts'
import { newReportId } from '../../live/report-id.ts'
import { type Danger, useDanger } from '../../live/use-danger.ts'
import { useDangerShown, useShown } from '../../live/use-shown.ts'
import { dangerDuty } from '../../screens/field/danger-duty.ts'
import type { FieldCallbacks } from '../../screens/field/field-callbacks.ts'
import { type MyDanger, myDanger } from '../../screens/field/my-danger.ts'
import { directionShown } from '../../screens/field/supervisor.tsx'
import { ownRole } from '../../words/own-role.ts'
import type { NoticeWords } from '../../words/refusals.ts'

const NONE: readonly never[] = []

export type Phone = {
  readonly danger: MyDanger
  readonly on: FieldCallbacks
  readonly refused: NoticeWords | undefined
}

type PhoneOptions = {
  readonly agency: string
  readonly as: Position
  /** The incident on the screen, once it is read; commands go to it. */
  readonly view: IncidentView | undefined
  /** The incident to report danger in, known before it is read. Without one the server finds or opens it. */
  readonly incident: string | undefined
  /** What this device holds of the position's danger: `useDanger(...).waiting`, or a part of it. */
  readonly waiting: readonly Waiting[]
  /** The screen's clock minus this device's, milliseconds. */
  readonly offsetMs: number
}

/** All that one position's phone sends, and where its own danger stands. It also records what its screen showed. */
export function usePhone(options: PhoneOptions): Phone {
  const { agency, as, view, incident, waiting, offsetMs } = options
  const queue = useDanger(agency, as.id)
  const sending = useSend(agency, incident, as.id)
  const danger = myDanger(view, as.id, waiting, offsetMs)
  useShown(
    view,
    as.id,
    view && sentenceShown(view, as, danger.kind),
    view?.danger.open ? {} : ownRole(view, as)?.headline,
  )
  useDangerShown(as.role !== 'officer' && view ? [view] : NONE, agency, as.id)
  useForgetting(view, waiting, queue.seen)
  return {
    danger,
    on: { ...aboutOrder(view, sending), ...aboutDanger(options, danger, queue, sending) },
    refused: sending.refused,
  }
}

function aboutOrder(
  view: IncidentView | undefined,
  { send }: Sending,
): Pick<FieldCallbacks, 'onAnswer' | 'onEntry' | 'onNoOther' | 'onHappened' | 'onDo' | 'onAcceptPage'> {
  const version = view?.version ?? 1
  return {
    onAnswer: (input, value, of) => send({ kind: 'observe', version, input, value, ...of }),
    onEntry: (list, values, of) => send({ kind: 'report-entry', version, list, values, ...of }),
    onNoOther: (list, of) => send({ kind: 'complete-list', version, list, ...of }),
    onHappened: (event) => send({ kind: 'happen', version, event }),
    onDo: (act, reason, of) => send({ kind: 'do', version, act, ...(reason === undefined ? {} : { reason }), ...of }),
    onAcceptPage: (page) => send({ kind: 'accept-page', page }),
  }
}

function aboutDanger(
  { agency, as, view, incident, waiting }: PhoneOptions,
  mine: MyDanger,
  queue: Danger,
  { send }: Sending,
): Pick<FieldCallbacks, 'onReportDanger' | 'onEndDanger' | 'onAcceptDanger'> {
  const about = { agency, as: as.id, ...(incident ? { incident } : {}), ...(as.beat ? { beat: as.beat } : {}) }
  return {
    onReportDanger: () => queue.report({ ...about, report: newReportId(), reportedAt: Date.now() }),
    onEndDanger: () => {
      const report = mine.kind === 'sent' ? mine.report : waiting.find(({ sent }) => !sent)?.report
      if (report) queue.end({ ...about, report, reportedAt: Date.now() }, view?.version ?? 1)
    },
    onAcceptDanger: (report) => send({ kind: 'accept-danger', report }),
  }
}

/** What the screen shows in its largest type; nothing while it says that a report is not sent. */
function sentenceShown(view: IncidentView, as: Position, danger: MyDanger['kind']): string | undefined {
  if (danger === 'not-sent') return undefined
  if (view.danger.open) return dangerDuty(view, ownRole(view, as))
  const direction = as.role === 'supervisor' ? directionShown(view) : undefined
  return direction ?? ownRole(view, as)?.headline?.sentence
}

/** A report that the incident shows, open or ended, needs no copy on this device. */
function useForgetting(view: IncidentView | undefined, waiting: readonly Waiting[], seen: (report: string) => void) {
  useEffect(() => {
    const known = new Set(view?.danger.reports.map(({ report }) => report))
    for (const { report } of waiting) if (known.has(report)) seen(report)
  }, [view, waiting, seen])
}
