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
  /** A link beside the context that corrects what it says: "Change". */
  readonly change?: ReactNode
  readonly children: ReactNode
  /** The `Question`, at thumb height; nothing where the answer is settled. */
  readonly question?: ReactNode
  /** The `DangerBar`: always there, at the same place. */
  readonly bar: ReactNode
  /** Where several screens stand on one page: a page has one main part. */
  readonly embedded?: boolean
}

/** A phone's screen. The order of its blocks never changes; only their contents do. */
export function FieldScreen(props: FieldScreenProps) {
  const { top, net, danger, context, change, children, question, bar, embedded } = props
  // All of it is the page's main part: in danger the order stands above, and the bar below, what else there is.
  const Screen = embedded ? 'div' : 'main'
  return (
    <Screen className={styles.screen} data-embedded={embedded || undefined}>
      {danger}
      {top && <div className={styles.top}>{top}</div>}
      {net && <div className={styles.net}>{net}</div>}
      <div className={styles.main}>
        {context && (
          <div className={change ? styles.found : undefined}>
            <p className={styles.context}>
              {context.map((part, place) => (
                <span key={part} className={place === 0 ? 'mono' : undefined}>
                  {part}
                </span>
              ))}
            </p>
            {change}
          </div>
        )}
        {children}
      </div>
      {question}
      <div className={styles.bar}>{bar}</div>
    </Screen>
  )
}

/** The row of links under the order: "Why", "What would change this". */
export function FieldLinks({ children }: { readonly children: ReactNode }) {
  return <nav className={styles.links}>{children}</nav>
}
