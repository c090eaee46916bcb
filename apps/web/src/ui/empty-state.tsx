import type { ReactNode } from 'react'
import styles from './states.module.css'

type EmptyStateProps = {
  /** "No open requests." */
  readonly title: string
  /** What to do next: "F2 records one." */
  readonly todo: string
  /** A button or a link that does it. */
  readonly children?: ReactNode
}

/** A list with nothing in it says what to do next. */
export function EmptyState({ title, todo, children }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      <p>{todo}</p>
      {children}
    </div>
  )
}

/** Shown by CSS only once the wait is over 300 ms, so that a quick answer does not flicker. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p className={styles.loading} role="status">
      Loading {what}
    </p>
  )
}
