import type { Result } from '../words/modality.ts'
import { clockSeconds, type Instant } from '../words/times.ts'
import { Badge } from './badge.tsx'
import styles from './direction-card.module.css'
import { FieldButton } from './field-button.tsx'
import { Icon } from './icon.tsx'

type DirectionCardProps = {
  /** What the supervisor says to the officers, one sentence a line: see `sentencesOf`. */
  readonly sentences: readonly string[]
  /** MUST: the orders require this direction. MAY: it is one of those allowed. */
  readonly result: Result
  readonly timeZone: string
  /** The page's heading on a supervisor's phone, where it stands in place of an order; lower among other screens. */
  readonly level?: 1 | 3
} & (
  | {
      readonly form: 'to-give'
      /** "Will go to 2 officers and the dispatcher." */
      readonly willGoTo: string
      readonly onGive: () => void
    }
  | {
      readonly form: 'given'
      readonly recordedAt: Instant
      /** "Shown to 2 officers" and when. */
      readonly shown: readonly { readonly words: string; readonly at: Instant }[]
    }
)

/** The direction that the orders name first. Before the press it says who will get it, after it who has. */
export function DirectionCard(props: DirectionCardProps) {
  const at = (instant: Instant) => clockSeconds(instant, props.timeZone)
  const Words = `h${props.level ?? 3}` as const
  return (
    <section className={styles.card}>
      <div className={styles.head}>
        <Badge result={props.result} size="lg" />
        <span>{props.form === 'given' ? 'You directed the officers:' : 'You direct the officers:'}</span>
      </div>
      <Words className={styles.words}>
        {props.sentences.map((sentence) => (
          <span key={sentence}>{sentence} </span>
        ))}
      </Words>
      {props.form === 'to-give' ? (
        <>
          <FieldButton kind="primary" onPress={props.onGive}>
            Give this direction
          </FieldButton>
          <p className={styles.willGoTo}>{props.willGoTo}</p>
        </>
      ) : (
        <dl className={styles.record}>
          <dt>Recorded</dt>
          <dd>{at(props.recordedAt)}</dd>
          {props.shown.map((row) => (
            <div key={row.words} className={styles.shown}>
              <dt>{row.words}</dt>
              <dd>{at(row.at)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

type OtherChoiceProps = {
  /** "Choose another direction". */
  readonly label: string
  /** "with a reason from a list". */
  readonly detail?: string
  readonly onPress: () => void
}

/** A row that leads on, with an arrow: another direction, "What would change this". */
export function OtherChoice({ label, detail, onPress }: OtherChoiceProps) {
  return (
    <button type="button" className={styles.other} onClick={onPress}>
      <span>
        {label}
        {detail && <small>{detail}</small>}
      </span>
      <Icon name="right" />
    </button>
  )
}
