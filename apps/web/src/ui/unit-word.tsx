import { Icon } from './icon.tsx'
import styles from './unit-word.module.css'

/** The one word to units: WAIT, LEAVE, ASSIST, …. PROTECT alone is boxed, because it alone means danger. */
export function UnitWord({ word }: { readonly word: string }) {
  if (word !== 'PROTECT') return <span className={styles.word}>{word}</span>
  return (
    <span className={styles.protect}>
      <Icon name="danger" />
      {word}
    </span>
  )
}
