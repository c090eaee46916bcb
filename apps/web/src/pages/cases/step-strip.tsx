import { classNames } from '../../ui/class-names.ts'
import { clock, clockSeconds, type Instant } from '../../words/times.ts'
import styles from './step-strip.module.css'

export type ShownStep = {
  readonly label: string
  /** Planned; once it was taken, the instant at which it was recorded. */
  readonly at: Instant
  readonly isTaken: boolean
}

type StepStripProps = {
  readonly steps: readonly ShownStep[]
  /** The step whose screens are shown. */
  readonly shown: number
  readonly timeZone: string
  readonly onShow: (step: number) => void
}

/** The steps of a case on one line, with their times. What was taken can be looked at again. */
export function StepStrip({ steps, shown, timeZone, onShow }: StepStripProps) {
  return (
    <ol className={styles.strip} aria-label="Steps">
      {steps.map(({ label, at, isTaken }, place) => {
        const time = isTaken ? clockSeconds(at, timeZone) : clock(at, timeZone)
        const state = place === shown ? styles.shown : isTaken ? styles.taken : styles.planned
        return (
          <li
            key={label}
            className={classNames(styles.step, state)}
            aria-current={place === shown ? 'step' : undefined}
          >
            <i className={styles.dot} aria-hidden="true" />
            {isTaken && place !== shown ? (
              <button type="button" className={styles.look} onClick={() => onShow(place)}>
                <span className="figures">{time}</span>
                <span>{label}</span>
              </button>
            ) : (
              <>
                <span className="figures">{time}</span>
                <span>{label}</span>
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
