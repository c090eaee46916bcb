import styles from './chip.module.css'

/** Stands beside each value that is an agency's own choice, not law: "30 minutes", whom to call when late. */
export function SettingChip() {
  return <span className={styles.setting}>agency setting</span>
}
