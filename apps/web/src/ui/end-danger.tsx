import { useState } from 'react'
import styles from './end-danger.module.css'
import { FieldButton } from './field-button.tsx'

type EndDangerProps = {
  /** The order that holds once this danger is over: "No supervisor yet: wait for your supervisor." */
  readonly after: string
  readonly onEnd: () => void
  readonly compact?: boolean
}

/** Ends the danger that this person reported. It asks once more; reporting never asks. */
export function EndDanger({ after, onEnd, compact }: EndDangerProps) {
  const [asking, setAsking] = useState(false)
  return (
    <section className={styles.end} data-compact={compact || undefined}>
      <p className={styles.label}>After the danger</p>
      <p className={styles.after}>{after}</p>
      {asking ? (
        <fieldset className={styles.confirm}>
          <legend>Are you out of danger?</legend>
          <FieldButton onPress={() => setAsking(false)}>No, not yet</FieldButton>
          <FieldButton onPress={onEnd}>Yes, end my report</FieldButton>
        </fieldset>
      ) : (
        <FieldButton onPress={() => setAsking(true)}>I am no longer in danger</FieldButton>
      )}
      <p className={styles.others}>Others who reported keep theirs.</p>
    </section>
  )
}
