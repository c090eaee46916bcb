import styles from './chip.module.css'

/** On every screen that shows simulated data, in the same place. `words`: "Simulated, 28 Sep 2019". */
export function DemoChip({ words }: { readonly words?: string }) {
  return (
    <span className={styles.demoLine}>
      <span className={styles.demo}>Demo</span>
      {words && <span>{words}</span>}
    </span>
  )
}
