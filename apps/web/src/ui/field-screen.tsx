import type { ReactNode } from 'react'
import styles from './field-screen.module.css'

type FieldScreenProps = {
  /** Demo chip and clock. In danger it stands in the red top instead. */
  readonly top?: ReactNode
  /** The connection, only when it has news. */
  readonly net?: ReactNode
  /** `DangerOrder`, edge to edge. */
  readonly danger?: ReactNode
  /** "R-000417", "Beat 0914", "ICE asked for help at 21:38": at most three. */
  readonly context?: readonly string[]
  readonly children: ReactNode
  /** The `Question`, at thumb height; nothing where the answer is settled. */
  readonly question?: ReactNode
  /** The `DangerBar`: always there, at the same place. */
  readonly bar: ReactNode
}

/** A phone's screen. The order of its blocks never changes; only their contents do. */
export function FieldScreen({ top, net, danger, context, children, question, bar }: FieldScreenProps) {
  return (
    <div className={styles.screen}>
      {danger}
      {top && <div className={styles.top}>{top}</div>}
      {net && <div className={styles.net}>{net}</div>}
      <main className={styles.main}>
        {context && (
          <p className={styles.context}>
            {context.map((part, place) => (
              <span key={part} className={place === 0 ? 'mono' : undefined}>
                {part}
              </span>
            ))}
          </p>
        )}
        {children}
      </main>
      {question}
      <div className={styles.bar}>{bar}</div>
    </div>
  )
}

/** The row of links under the order: "Why", "What would change this". */
export function FieldLinks({ children }: { readonly children: ReactNode }) {
  return <nav className={styles.links}>{children}</nav>
}
