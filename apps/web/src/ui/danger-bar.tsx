import { elapsed, type Instant } from '../words/times.ts'
import styles from './danger-bar.module.css'
import { Icon } from './icon.tsx'

type DangerBarProps = { readonly compact?: boolean } & (
  | {
      readonly form: 'rest'
      readonly onReport: () => void
      /** Who will learn of it, said before the press: "Will go to 2 officers and the dispatcher." */
      readonly willGoTo?: string
    }
  | { readonly form: 'reported'; readonly since: Instant; readonly now: Instant }
  | { readonly form: 'not-sent'; readonly since: Instant; readonly now: Instant }
)

/**
 * The bar at the foot of every field screen. Outline: danger can be reported, by one press that never asks. Fill: it is
 * reported. After a press its place holds a status and no button, because a second, panicked press must not end the
 * danger. A report that was not sent is never red and never without the words "Not sent".
 */
export function DangerBar(props: DangerBarProps) {
  const compact = props.compact || undefined
  switch (props.form) {
    case 'rest':
      return (
        <div className={styles.rest} data-compact={compact}>
          <button type="button" className={styles.report} onClick={props.onReport}>
            <Icon name="danger" />
            Someone is in danger
          </button>
          {props.willGoTo && <p className={styles.willGoTo}>{props.willGoTo}</p>}
        </div>
      )
    case 'reported':
      return (
        <div className={styles.reported} data-compact={compact}>
          <span className={styles.words} role="status">
            <Icon name="danger" />
            Danger reported by you
          </span>
          <span className={styles.clock}>{elapsed(props.now - props.since)}</span>
        </div>
      )
    case 'not-sent':
      return (
        <div className={styles.notSent} data-compact={compact}>
          <span className={styles.plate} role="alert">
            <Icon name="danger" />
            Not sent
          </span>
          <span className={styles.plate}>
            <span className={styles.clock}>{elapsed(props.now - props.since)}</span>
          </span>
        </div>
      )
  }
}
