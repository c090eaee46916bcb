import { clockSeconds, day, type Instant } from '../words/times.ts'
import styles from './timeline.module.css'

export type TimelineEntry = {
  readonly id: string
  readonly at: Instant
  /** "Dispatcher", "Officer 0914", "Remit". */
  readonly who: string
  readonly what: string
  readonly detail?: string
  /** What a reader looks for: danger, a direction, an acceptance. */
  readonly strong?: boolean
  /** "Corrected 21:58: was not stated". Nothing is ever erased. */
  readonly corrected?: string
}

type TimelineProps = {
  /** Newest first. */
  readonly entries: readonly TimelineEntry[]
  readonly timeZone: string
}

/** What was recorded, newest first. Corrected, never erased. */
export function Timeline({ entries, timeZone }: TimelineProps) {
  return (
    <ol className={styles.timeline} reversed>
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry} data-strong={entry.strong || undefined}>
          <time className={styles.at} dateTime={new Date(entry.at).toISOString()} title={day(entry.at, timeZone)}>
            {clockSeconds(entry.at, timeZone)}
          </time>
          <span className={styles.who}>{entry.who}</span>
          <span className={styles.what}>
            {entry.what}
            {entry.detail && <span className={styles.detail}> {entry.detail}</span>}
            {entry.corrected && <span className={styles.corrected}>{entry.corrected}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
