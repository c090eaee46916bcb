import type { ReactNode } from 'react'
import type { Instant } from '../words/times.ts'
import { elapsed } from '../words/times.ts'
import { classNames } from './class-names.ts'
import { DeadlineCell, type DeadlineCellContent } from './deadline-cell.tsx'
import styles from './queue.module.css'
import { UnitWord } from './unit-word.tsx'

const COLUMNS = ['Receipt, CAD event', 'Who asks', 'Stated purpose', 'Beat', 'Elapsed', 'Next deadline', 'Supervisor']

type QueueProps = {
  /** "Open requests": the table's name for screen readers. */
  readonly label: string
  /** `QueueRow`s, in the order danger, late, next deadline. Rows never move under the pointer or the focus. */
  readonly children: ReactNode
}

/** The queue of a desk: two lines a row for up to ten requests. On a narrow screen it scrolls sideways. */
export function Queue({ label, children }: QueueProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroller} aria-label={label} tabIndex={0}>
      <table className={styles.queue}>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {column}
              </th>
            ))}
            <th scope="col">To units, danger</th>
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

type QueueRowProps = {
  /** "R-000417". */
  readonly receipt: string
  /** The CAD event's number. */
  readonly event?: string
  readonly asker: string
  /** "asserted", "verified". */
  readonly askerStanding: string
  readonly purpose: string
  readonly purposeDetail?: string
  /** Four digits. */
  readonly beat: string
  readonly since: Instant
  readonly now: Instant
  readonly deadline: DeadlineCellContent
  /** "910 accepted" and "21:41": see `supervisorWords`. */
  readonly supervisor: string
  readonly supervisorDetail?: string
  /** The present word to units. */
  readonly word: string
  /** "Accepted 21:52:31", "Not yet accepted", "No danger reported": never nothing. */
  readonly danger: string
  readonly selected?: boolean
  /** "moved up": said where the row changed its place; it settles when the pointer leaves. */
  readonly moved?: string
  readonly onSelect: () => void
}

/** One open request. The receipt is the button; the rest of the row can be pressed with a mouse. */
export function QueueRow(props: QueueRowProps) {
  return (
    <tr className={classNames(styles.row, props.selected && styles.selected)} onClick={props.onSelect}>
      <th scope="row" className={styles.name}>
        <button type="button" className={styles.receipt} aria-pressed={props.selected === true}>
          {props.receipt}
        </button>
        <small className="mono">{props.event ?? 'no CAD event'}</small>
      </th>
      <Cell words={props.asker} detail={props.askerStanding} />
      <Cell words={props.purpose} detail={props.purposeDetail} />
      <td className="figures">{props.beat}</td>
      <td className={styles.elapsed}>{elapsed(props.now - props.since)}</td>
      <td>
        <DeadlineCell content={props.deadline} now={props.now} />
      </td>
      <Cell words={props.supervisor} detail={props.supervisorDetail} />
      <td>
        <UnitWord word={props.word} /> {props.moved && <span className={styles.moved}>{props.moved}</span>}
        <small>{props.danger}</small>
      </td>
    </tr>
  )
}

function Cell({ words, detail }: { readonly words: string; readonly detail?: string | undefined }) {
  return (
    <td>
      {words}
      {detail && <small>{detail}</small>}
    </td>
  )
}
