import type { ReactNode } from 'react'
import { clock, deadlineStanding, type Instant } from '../words/times.ts'
import styles from './countdown.module.css'
import { LateChip } from './late-chip.tsx'

type CountdownProps = {
  /** "Supervisor due by": the time of `due` follows it. */
  readonly label: string
  readonly due: Instant
  /** The server's clock, not the device's. The caller ticks it once a second. */
  readonly now: Instant
  /** When the deadline began to run; without it there is no bar. */
  readonly from?: Instant
  readonly timeZone: string
  /** Who has it: "Sergeant 910 accepted 21:41", and an agency setting chip where the time is the agency's own. */
  readonly detail?: ReactNode
  /** The next step: "After 22:08 the watch commander is called." */
  readonly then?: ReactNode
  /** Offline the countdown goes on, and says from when it knows: "as of 21:46". */
  readonly asOf?: string
}

/** Time left until a deadline, as text and as a bar; the text alone suffices. Once over it counts up as late. */
export function Countdown({ label, due, now, from, timeZone, detail, then, asOf }: CountdownProps) {
  const standing = deadlineStanding(due, now, from)
  return (
    <section className={styles.countdown}>
      <div className={styles.row}>
        <div className={styles.label}>
          {label} {clock(due, timeZone)}
          {detail && <div className={styles.detail}>{detail}</div>}
          {asOf && <div className={styles.detail}>as of {asOf}</div>}
        </div>
        <span className="spoken">{standing.spoken}</span>
        <span className={styles.time} aria-hidden="true">
          {standing.kind === 'left' ? standing.text : <LateChip elapsed={standing.text} />}
        </span>
      </div>
      {from !== undefined && standing.kind === 'left' && (
        <svg className={styles.bar} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
          <rect className={styles.left} width={standing.fractionLeft * 100} height="1" />
        </svg>
      )}
      {then && <p className={styles.then}>{then}</p>}
    </section>
  )
}
