import { clockSeconds, elapsed, type Instant } from '../words/times.ts'
import styles from './alarm-band.module.css'
import { Icon } from './icon.tsx'
import { Kbd } from './kbd.tsx'

type AlarmBandProps = {
  /** "R-000417, event 19271 14417, beat 0914": the band names its incident and leaves the selection alone. */
  readonly incident: string
  readonly since: Instant
  readonly now: Instant
  readonly timeZone: string
  readonly accepted?: { readonly by: string; readonly at: Instant }
  /** The button stands only while nobody has it. */
  readonly onAccept?: () => void
}

/** The red band across the desk while someone is in danger. Absent when there is none: it pushes, and never covers. */
export function AlarmBand({ incident, since, now, timeZone, accepted, onAccept }: AlarmBandProps) {
  return (
    <div className={styles.band}>
      <span className={styles.what} role="alert">
        <Icon name="danger" />
        <b>Someone is in danger</b>
        <span className={styles.incident}>{incident}</span>
      </span>
      <span className={styles.state} role="status">
        {accepted ? <Icon name="check" /> : <i className={styles.ring} aria-hidden="true" />}
        {accepted ? `Accepted: ${accepted.by}, ${clockSeconds(accepted.at, timeZone)}` : 'Not yet accepted'}
      </span>
      <span className={styles.clock}>{elapsed(now - since)}</span>
      {!accepted && onAccept && (
        <button type="button" className={styles.accept} onClick={onAccept} aria-keyshortcuts="F8">
          I have it <Kbd>F8</Kbd>
        </button>
      )}
    </div>
  )
}
