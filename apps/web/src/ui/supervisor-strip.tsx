import { type SupervisorState, supervisorWords } from '../words/supervisor.ts'
import styles from './supervisor-strip.module.css'

export type StripEntry = {
  /** The supervisor's number: "910". */
  readonly number: string
  readonly state: SupervisorState
  /** The request that holds them. */
  readonly receipt?: string
}

type SupervisorStripProps = {
  readonly entries: readonly StripEntry[]
  readonly timeZone: string
}

/** Who is free. A late duty is usually a busy supervisor, so the desk always shows them. */
export function SupervisorStrip({ entries, timeZone }: SupervisorStripProps) {
  return (
    <ul className={styles.strip}>
      {entries.map((entry) => {
        const { words, detail } = supervisorWords(entry.state, timeZone)
        const said = entry.receipt && entry.state.kind === 'not-reached' ? words : `${words} ${detail}`.trim()
        const strong = entry.state.kind === 'free' || entry.state.kind === 'not-reached'
        return (
          <li key={entry.number} className={styles.entry}>
            <b className="figures">{entry.number}</b>
            <span data-strong={strong || undefined}>
              {said}
              {entry.receipt && <span className={styles.receipt}>, {entry.receipt}</span>}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

/** "1 of 4 free", for the head of the section. */
export function freeWords(entries: readonly StripEntry[]): string {
  const free = entries.filter((entry) => entry.state.kind === 'free').length
  return `${free} of ${entries.length} free`
}
