import type { QueueRow } from '@remit/contract/incident-view.ts'
import styles from '../../screens/field/field.module.css'
import { shortPurpose, shortRequester } from '../../words/incident.ts'
import { clock } from '../../words/times.ts'

type OtherIncidentsProps = {
  readonly rows: readonly QueueRow[]
  readonly chosen: string
  readonly timeZone: string
  readonly onChoose: (incident: string) => void
}

/** The open incidents of this position, where there is more than one. */
export function OtherIncidents({ rows, chosen, timeZone, onChoose }: OtherIncidentsProps) {
  if (rows.length < 2) return null
  return (
    <nav className={styles.switch} aria-label="Your open incidents">
      <h2>Your open incidents</h2>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <button type="button" aria-pressed={row.id === chosen} onClick={() => onChoose(row.id)}>
              <span>
                <span className="mono">{row.receipt}</span> Beat {row.request.beat}
              </span>
              <span>
                {shortRequester(row.request.requester)}, {shortPurpose(row.request.purpose)},{' '}
                {clock(row.openedAt, timeZone)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
