import type { Result } from '../words/modality.ts'
import { Badge } from './badge.tsx'
import styles from './order-of-the-moment.module.css'

export type OrderLine = {
  readonly result: Result
  /** Right without its badge: "Do not help with the arrest." */
  readonly sentence: string
}

type OrderOfTheMomentProps = {
  readonly first: OrderLine
  readonly rest?: readonly OrderLine[]
  /** "21:52" while the change is news to this reader. */
  readonly changed?: string
  /** On the cases page a phone is 246 px wide. */
  readonly compact?: boolean
  /** The page's heading on a phone; lower where several screens stand side by side. */
  readonly level?: 1 | 3
}

/** What this person must do now, in one sentence, and what else holds. A change is announced politely. */
export function OrderOfTheMoment({ first, rest = [], changed, compact, level = 1 }: OrderOfTheMomentProps) {
  const First = `h${level}` as const
  const Rest = level === 1 ? 'h2' : 'h4'
  return (
    <section className={styles.order} data-compact={compact || undefined} aria-live="polite">
      {changed && <p className={styles.changed}>new {changed}</p>}
      <Badge result={first.result} size={compact ? 'md' : 'lg'} />
      <First className={styles.first}>{first.sentence}</First>
      {rest.map((line) => (
        <div key={`${line.result} ${line.sentence}`} className={styles.line}>
          <Badge result={line.result} size={compact ? 'md' : 'lg'} />
          <Rest className={styles.rest}>{line.sentence}</Rest>
        </div>
      ))}
    </section>
  )
}

type FormerOrderProps = {
  /** "Until 22:02:10", or "Why". */
  readonly label: string
  readonly sentence: string
  /** "Replaced", "Done". */
  readonly mark?: string
}

/** What was the order before, or why it is the order now, in small print under it. */
export function FormerOrder({ label, sentence, mark }: FormerOrderProps) {
  return (
    <p className={styles.former}>
      <span className={styles.label}>{label}</span>
      {sentence}
      {mark && <span className={styles.mark}>{mark}</span>}
    </p>
  )
}
