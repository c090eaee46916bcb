import type { ReactNode } from 'react'
import styles from './states.module.css'

/**
 * `refused`: the request cannot be granted now. `no-permission`: not for this position. `blocks` and `warning`: findings
 * about a text. `stale`: shown from an earlier moment. `told`: information. None is red: red is danger alone.
 */
export type NoticeKind = 'refused' | 'no-permission' | 'blocks' | 'warning' | 'stale' | 'told'

const TAGS: Readonly<Record<NoticeKind, string>> = {
  refused: 'Refused',
  'no-permission': 'Not for you',
  blocks: 'Blocks',
  warning: 'Warning',
  stale: 'Not fresh',
  told: 'Note',
}

type NoticeProps = {
  readonly kind: NoticeKind
  /** What is so: "Not recorded. R-000417 was closed at 22:09." */
  readonly title: string
  /** Where it stands, at the end of the row: "line 33". */
  readonly place?: string
  /** What to do, or the witness, in words. */
  readonly detail?: ReactNode
  /** Buttons that do it. */
  readonly children?: ReactNode
}

/** A refusal or a finding in people's words: what is so, then what to do. */
export function Notice({ kind, title, place, detail, children }: NoticeProps) {
  return (
    <section className={styles.notice} data-kind={kind} role={kind === 'refused' ? 'alert' : undefined}>
      <div className={styles.head}>
        <span className={styles.tag}>{TAGS[kind]}</span>
        <p className={styles.title}>{title}</p>
        {place && <span className={styles.place}>{place}</span>}
      </div>
      {detail && <div className={styles.detail}>{detail}</div>}
      {children && <div className={styles.actions}>{children}</div>}
    </section>
  )
}
