import type { DangerReportView, IncidentView, RoleView } from '@remit/contract/incident-view.ts'
import type { ReactNode } from 'react'
import { DangerOrder } from '../../ui/danger-order.tsx'
import { DangerStates } from '../../ui/danger-states.tsx'
import { EndDanger } from '../../ui/end-danger.tsx'
import { FieldButton } from '../../ui/field-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ARREST_FOR_ATTACK, ASSIST_CIVIL_ARREST, STOP_THE_ATTACK } from '../../words/acts.ts'
import { resultOf } from '../../words/incident.ts'
import type { Result } from '../../words/modality.ts'
import { dangerRadio } from '../../words/sentences.ts'
import { clockSeconds, type Instant } from '../../words/times.ts'
import { dangerDuty } from './danger-duty.ts'
import styles from './field.module.css'
import type { FieldCallbacks } from './field-callbacks.ts'
import type { MyDanger } from './my-danger.ts'

type DangerTopProps = {
  readonly view: IncidentView | undefined
  readonly role: RoleView | undefined
  readonly beat: string | undefined
  readonly top: ReactNode
  readonly compact?: boolean
  readonly level: 1 | 3
  /** Who reported, where it was not this position. */
  readonly reportedBy?: string
}

/** The red top. What it says beyond the duty is only what was determined: before an answer came, the duty alone. */
export function DangerTop({ view, role, beat, top, compact, level, reportedBy }: DangerTopProps) {
  const says = (act: string, modality: Result) =>
    view?.danger.open === true && role?.answers.some((one) => one.act === act && resultOf(one) === modality)
  return (
    <DangerOrder
      level={level}
      compact={compact === true}
      top={top}
      {...(reportedBy ? { reported: reportedBy } : { radio: dangerRadio(beat ?? 'Unit') })}
      duty={dangerDuty(view, role)}
      {...(says(STOP_THE_ATTACK, 'MAY') || says(STOP_THE_ATTACK, 'MUST') ? { alsoDuty: 'Stop the attack.' } : {})}
      {...(says(ARREST_FOR_ATTACK, 'MAY') ? { permission: 'You may arrest for the attack.' } : {})}
      {...(says(ASSIST_CIVIL_ARREST, 'MUST NOT') ? { last: 'The immigration arrest stays theirs.' } : {})}
    />
  )
}

/** Sent, shown, accepted; then, elsewhere, the way out that asks once more. */
export function MyDangerStates(props: {
  readonly danger: Exclude<MyDanger, { kind: 'none' }>
  readonly view: IncidentView | undefined
  readonly role: RoleView | undefined
  readonly now: Instant
  readonly timeZone: string
  readonly on: FieldCallbacks
  readonly compact?: boolean
}) {
  const { danger, view, role, now, timeZone, on, compact } = props
  return (
    <>
      {danger.kind === 'not-sent' ? (
        <DangerStates progress={{ kind: 'not-sent', since: danger.since }} now={now} timeZone={timeZone} />
      ) : (
        <>
          <DangerStates progress={progressOf(danger.shown, danger.sentAt)} now={now} timeZone={timeZone} />
          {danger.shown?.isLate && <p className={styles.lateNote}>{lateWords(danger.shown, timeZone)}</p>}
        </>
      )}
      {danger.ending ? (
        <Notice
          kind="told"
          title="The end of your report is not sent yet."
          detail="It goes out by itself. Until then your report stays open."
        />
      ) : (
        !compact && <EndDanger after={afterDanger(view, role)} onEnd={on.onEndDanger} />
      )}
    </>
  )
}

/** Someone else's report on this phone: who, and how far it has come. A supervisor can take it on. */
export function OthersDanger(props: {
  readonly report: DangerReportView
  readonly mayAccept: boolean
  readonly now: Instant
  readonly timeZone: string
  readonly on: FieldCallbacks
}) {
  const { report, mayAccept, now, timeZone, on } = props
  return (
    <>
      <DangerStates progress={progressOf(report, report.receivedAt)} now={now} timeZone={timeZone} />
      {report.isLate && <p className={styles.lateNote}>{lateWords(report, timeZone)}</p>}
      {mayAccept && !report.accepted && (
        <FieldButton kind="primary" onPress={() => on.onAcceptDanger(report.report)}>
          I have it
        </FieldButton>
      )}
    </>
  )
}

/** A supervisor's phone that shows a report is no desk, so it does not count as one. */
export function progressOf(report: DangerReportView | undefined, sentAt: Instant, onlyFirst = true) {
  const desks = report?.shown.filter(({ position }) => position.role !== 'supervisor' && position.role !== 'officer')
  const first = desks?.[0]
  const screens = desks?.length ?? 0
  return {
    kind: 'sent' as const,
    sentAt,
    ...(first ? { shownAt: first.at } : {}),
    ...(first && !onlyFirst ? { shownOn: screens === 1 ? '1 screen' : `${screens} screens` } : {}),
    ...(report?.accepted ? { accepted: { by: report.accepted.position.title, at: report.accepted.at } } : {}),
  }
}

/** "Reported 21:52:06, received 22:14:10, state now unknown." */
export function lateWords(report: DangerReportView, timeZone: string): string {
  const at = (instant: Instant) => clockSeconds(instant, timeZone)
  return `Reported ${at(report.reportedAt)}, received ${at(report.receivedAt)}, state now unknown.`
}

/** The order that comes back: what is set aside for the danger, or what stands while nothing was sent yet. */
function afterDanger(view: IncidentView | undefined, role: RoleView | undefined): string {
  if (!view || !role) return 'Your order stands here again once your report is ended.'
  const aside = role.answers.find((answer) => resultOf(answer) === 'SET ASIDE')
  const sentence = view.danger.open ? aside && `${aside.text}.` : role.headline?.sentence
  if (!sentence) return 'Your order stands here again once your report is ended.'
  const { state } = view.page
  const noSupervisor = role.role === 'officer' && state !== 'on-scene' && sentence.startsWith('Wait')
  return noSupervisor ? `No supervisor yet: ${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}` : sentence
}
