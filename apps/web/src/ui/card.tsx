import type { ReactNode } from 'react'
import styles from './card.module.css'

type CardProps = {
  readonly title?: string
  /** Small, after the title: a count, a source. */
  readonly note?: ReactNode
  /** At the end of the head. */
  readonly aside?: ReactNode
  readonly level?: 2 | 3 | 4
  readonly children: ReactNode
}

/** A panel with a 1 px line. Depth is a line or a surface step; there are no shadows. */
export function Card({ title, note, aside, level = 2, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      {title && <SectionHead title={title} note={note} aside={aside} level={level} />}
      {children}
    </section>
  )
}

type SectionHeadProps = {
  readonly title: string
  readonly note?: ReactNode
  readonly aside?: ReactNode
  readonly level?: 2 | 3 | 4
}

/** The head of a block on the desk: title, a note beside it, and an aside at the end. */
export function SectionHead({ title, note, aside, level = 2 }: SectionHeadProps) {
  const Title = `h${level}` as const
  return (
    <div className={styles.head}>
      <Title className={styles.title}>{title}</Title>
      {note !== undefined && <span>{note}</span>}
      {aside !== undefined && <span className={styles.aside}>{aside}</span>}
    </div>
  )
}
