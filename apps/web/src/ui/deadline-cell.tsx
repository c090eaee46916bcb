import { deadlineStanding, type Instant } from '../words/times.ts'
import styles from './deadline-cell.module.css'
import { LateChip } from './late-chip.tsx'

/** What the cell "Next deadline" of a queue row says. */
export type DeadlineCellContent =
  | { readonly kind: 'due'; readonly due: Instant; readonly what: string }
  /** The clock goes on while the duty is set aside; the row says why it is not shown. */
  | { readonly kind: 'set-aside'; readonly while: string }
  | { readonly kind: 'none' }

/** Time left in figures, or an amber chip that counts up; under it what is due or what happened since. */
export function DeadlineCell({ content, now }: { readonly content: DeadlineCellContent; readonly now: Instant }) {
  switch (content.kind) {
    case 'none':
      return <span className={styles.quiet}>None</span>
    case 'set-aside':
      return (
        <span className={styles.quiet}>
          Set aside
          <small>{content.while}</small>
        </span>
      )
    case 'due': {
      const standing = deadlineStanding(content.due, now)
      return (
        <>
          <span className={styles.time}>
            {standing.kind === 'late' ? <LateChip elapsed={standing.text} /> : standing.text}
          </span>
          <small className={styles.what}>{content.what}</small>
        </>
      )
    }
  }
}
