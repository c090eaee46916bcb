import type { DangerReportView, IncidentView } from '@remit/contract/incident-view.ts'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { SectionHead } from '../../ui/card.tsx'
import { DangerStates } from '../../ui/danger-states.tsx'
import type { Instant } from '../../words/times.ts'
import { lateWords, progressOf } from '../field/danger.tsx'
import styles from './desk.module.css'
import type { DeskCallbacks } from './desk-callbacks.ts'

type DangerBlockProps = {
  readonly view: IncidentView
  readonly now: Instant
  readonly on: DeskCallbacks
  readonly compact?: boolean
}

/** Each open report with its three states; where there is none it says so, never nothing. */
export function DangerBlock({ view, now, on, compact }: DangerBlockProps) {
  const open = view.danger.reports.filter(({ endedAt }) => endedAt === undefined)
  if (open.length === 0)
    return (
      <section className={styles.block} aria-label="Danger">
        <SectionHead title="Danger" level={compact ? 4 : 2} note="No danger reported" />
      </section>
    )
  return (
    <section className={styles.block} aria-label="Danger">
      {open.map((report) => (
        <Report key={report.report} report={report} view={view} now={now} on={on} compact={compact === true} />
      ))}
    </section>
  )
}

function Report(props: DangerBlockProps & { readonly report: DangerReportView }) {
  const { report, view, now, on, compact } = props
  const { timeZone } = view.agency
  return (
    <>
      <SectionHead title="Danger" level={compact ? 4 : 2} note={`Reported by ${report.by.title}`} />
      <DangerStates
        layout="desk"
        progress={progressOf(report, report.receivedAt, false)}
        now={now}
        timeZone={timeZone}
      />
      {report.isLate && <p className={styles.lateNote}>{lateWords(report, timeZone)}</p>}
      {!compact && (
        <EndReport by={report.by.title} onEnd={() => on.onEndDanger(view.id, report.report, view.version)} />
      )}
    </>
  )
}

/** A dispatcher ends a report only after asking its reporter, so this asks once more and says whom. */
function EndReport({ by, onEnd }: { readonly by: string; readonly onEnd: () => void }) {
  const [asking, setAsking] = useState(false)
  if (!asking)
    return (
      <p className={styles.end}>
        <Button kind="quiet" onPress={() => setAsking(true)}>
          End this report, after asking
        </Button>
      </p>
    )
  return (
    <fieldset className={styles.confirm}>
      <legend>Ask {by} on the radio: are you out of danger?</legend>
      <Button onPress={() => setAsking(false)}>No, or no answer</Button>
      <Button
        onPress={() => {
          setAsking(false)
          onEnd()
        }}
      >
        {by} said yes: end this report
      </Button>
      <span className={styles.confirmNote}>Other reports stay open.</span>
    </fieldset>
  )
}
