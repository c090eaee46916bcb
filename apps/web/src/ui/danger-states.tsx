import type { ReactNode } from 'react'
import { clockSeconds, elapsed, type Instant } from '../words/times.ts'
import styles from './danger-states.module.css'
import { Icon } from './icon.tsx'

/** How far one report has come. The three steps are never confused. */
export type DangerProgress =
  | { readonly kind: 'not-sent'; readonly since: Instant }
  | {
      readonly kind: 'sent'
      readonly sentAt: Instant
      readonly shownAt?: Instant
      /** "3 of 3 screens". */
      readonly shownOn?: string
      /** A named position: "Dispatcher Zone 6". */
      readonly accepted?: { readonly by: string; readonly at: Instant }
    }

type DangerStatesProps = {
  readonly progress: DangerProgress
  readonly now: Instant
  readonly timeZone: string
  /** `phone`: rows under the order. `desk`: three columns in the Danger block. */
  readonly layout?: 'phone' | 'desk'
}

/**
 * Sent, shown, accepted. Only acceptance by a named position gets a tick, because a machine that has a message is no
 * help on its way. Until then it says that nobody has it, and counts.
 */
export function DangerStates({ progress, now, timeZone, layout = 'phone' }: DangerStatesProps) {
  return (
    <ul className={styles[layout]} aria-live="assertive" aria-label="The report of danger">
      {progress.kind === 'not-sent' ? (
        <NotSent since={progress.since} timeZone={timeZone} />
      ) : (
        <Sent progress={progress} now={now} timeZone={timeZone} layout={layout} />
      )}
    </ul>
  )
}

function NotSent({ since, timeZone }: { readonly since: Instant; readonly timeZone: string }) {
  return (
    <li className={styles.row} data-news="true">
      <span className={styles.unsentMark} aria-hidden="true" />
      <span>
        <b className={styles.unsent}>Not sent</b>
      </span>
      <span className={styles.time}>since {clockSeconds(since, timeZone)}</span>
      <small className={styles.whatNow}>
        This phone is offline. Say it on your radio now. The report goes out by itself when it is back.
      </small>
    </li>
  )
}

function Sent(props: {
  readonly progress: Extract<DangerProgress, { kind: 'sent' }>
  readonly now: Instant
  readonly timeZone: string
  readonly layout: 'phone' | 'desk'
}) {
  const { sentAt, shownAt, shownOn, accepted } = props.progress
  const at = (instant: Instant) => clockSeconds(instant, props.timeZone)
  const shown = shownAt === undefined ? '' : at(shownAt)
  return (
    <>
      <Step done mark={<i className={styles.ring} data-filled="true" />} words="Sent" time={at(sentAt)} />
      <Step
        done={shownAt !== undefined}
        mark={<i className={styles.ring} data-filled={shownAt !== undefined} />}
        words={shownAt === undefined ? 'Not shown on the desk yet' : 'Shown on the desk'}
        time={[shown, shownOn].filter(Boolean).join(', ')}
      />
      {accepted ? (
        <Step done news mark={<Icon name="check" />} words={`${accepted.by} has it`} time={at(accepted.at)} />
      ) : (
        <Step
          news
          mark={<i className={styles.ring} />}
          words={props.layout === 'desk' ? 'Not yet accepted' : 'Nobody has it yet'}
          detail={props.layout === 'desk' ? undefined : 'Keep calling on the radio.'}
          time={<span role="timer">{elapsed(props.now - sentAt)}</span>}
        />
      )}
    </>
  )
}

function Step(props: {
  readonly done?: boolean
  /** What the reader waits for: larger than the steps of machines. */
  readonly news?: boolean
  readonly mark: ReactNode
  readonly words: string
  readonly detail?: string | undefined
  readonly time: ReactNode
}) {
  return (
    <li className={styles.row} data-news={props.news || undefined} data-done={props.done || undefined}>
      <span className={styles.mark} aria-hidden="true">
        {props.mark}
      </span>
      <span className={styles.words}>
        {props.words}
        {props.detail && <small>{props.detail}</small>}
      </span>
      <span className={styles.time}>{props.time}</span>
    </li>
  )
}
