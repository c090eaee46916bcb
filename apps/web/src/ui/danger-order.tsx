import type { ReactNode } from 'react'
import { Badge } from './badge.tsx'
import styles from './danger-order.module.css'

type DangerOrderProps = {
  /** The words for the radio, first of all: see `dangerRadio`. Voice comes before any screen. */
  readonly radio?: string
  /** In their place on another's phone: "Officer 0733 reported danger, beat 0733". */
  readonly reported?: string
  /** "Protect life now." */
  readonly duty: string
  /** "Stop the attack.": part of the duty, so it stands above the permission. */
  readonly alsoDuty?: string
  /** "You may arrest for the attack." */
  readonly permission?: string
  /** "The immigration arrest stays theirs.": last and small. No MUST NOT badge stands on this screen. */
  readonly last?: string
  /** Demo chip and clock. */
  readonly top?: ReactNode
  readonly compact?: boolean
  readonly level?: 1 | 3
}

/** The red top of a phone whose owner is in danger. It stays red when the report was not sent; only the bar turns amber. */
export function DangerOrder(props: DangerOrderProps) {
  const { radio, reported, duty, alsoDuty, permission, last, top, compact, level = 1 } = props
  const Duty = `h${level}` as const
  const size = compact ? 'md' : 'lg'
  return (
    <section className={styles.danger} role="alert" data-compact={compact || undefined}>
      {top && <div className={styles.top}>{top}</div>}
      <div className={styles.say}>
        {radio && <p className={styles.sayLabel}>Say it on your radio:</p>}
        {radio && <q className={styles.radio}>“{radio}”</q>}
        {reported && <p className={styles.radio}>{reported}</p>}
      </div>
      <Badge result="MUST" size={size} />
      <Duty className={styles.duty}>{duty}</Duty>
      {alsoDuty && <p className={styles.also}>{alsoDuty}</p>}
      {permission && (
        <div className={styles.permission}>
          <Badge result="MAY" size={size} />
          <p>{permission}</p>
        </div>
      )}
      {last && <p className={styles.last}>{last}</p>}
    </section>
  )
}
