import styles from './chip.module.css'

/** Time that ran out, counting up: "late 04:12". */
export function LateChip({ elapsed, words = 'late' }: { readonly elapsed: string; readonly words?: string }) {
  return (
    <span className={styles.late}>
      {words} {elapsed}
    </span>
  )
}
