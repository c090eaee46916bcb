import type { DutyView, IncidentView } from '@remit/contract/incident-view.ts'
import { SectionHead } from '../../ui/card.tsx'
import { DeadlineCell, type DeadlineCellContent } from '../../ui/deadline-cell.tsx'
import { SettingChip } from '../../ui/setting-chip.tsx'
import { COME_TO_SCENE } from '../../words/acts.ts'
import { keyOf, withOf } from '../../words/of.ts'
import { lowerFirst } from '../../words/sentences.ts'
import { clock, type Instant } from '../../words/times.ts'
import styles from './desk.module.css'

/** Each duty that has a deadline, and what happens when it is over. */
export function Deadlines({ view, now }: { readonly view: IncidentView; readonly now: Instant }) {
  const duties = view.duties.filter(({ state }) => state !== 'met')
  if (duties.length + view.before.length === 0) return null
  const { timeZone } = view.agency
  return (
    <section className={styles.block} aria-label="Deadlines">
      <SectionHead title="Deadlines" />
      <ul className={styles.deadlines}>
        {duties.map((duty) => (
          <li key={`${duty.role} ${keyOf(duty)} ${duty.dueAt}`}>
            <span className={styles.deadline}>
              <DeadlineCell content={deadlineOf(duty, false)} now={now} />
            </span>
            <span>
              {withOf(duty, duty.text)} by {clock(duty.dueAt, timeZone)} {duty.setting && <SettingChip />}{' '}
              <span className={styles.quiet}>
                {[
                  duty.members && `${duty.members.done} of ${duty.members.of} have done it.`,
                  duty.ifLate && `If late, the ${lowerFirst(duty.ifLate)} is called.`,
                ]
                  .filter(Boolean)
                  .join(' ')}
              </span>
            </span>
          </li>
        ))}
        {view.before.map((duty) => (
          <li key={`${duty.role} ${keyOf(duty)} ${duty.beforeText}`}>
            <span className={styles.deadline}>{duty.state === 'broken' ? <b>Not done first</b> : 'First'}</span>
            <span>
              {withOf(duty, duty.text)} before this: {lowerFirst(duty.beforeText)}.{' '}
              <span className={styles.quiet}>
                {duty.ifLate &&
                  (duty.state === 'broken'
                    ? `The ${lowerFirst(duty.ifLate)} was called.`
                    : `If not, the ${lowerFirst(duty.ifLate)} is called.`)}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The cell of one duty; during danger its clock goes on unseen. */
export function deadlineOf(duty: DutyView | undefined, inDanger: boolean): DeadlineCellContent {
  if (!duty) return { kind: 'none' }
  if (inDanger || duty.state === 'set-aside') return { kind: 'set-aside', while: 'while in danger' }
  const what =
    duty.state === 'late' && duty.ifLate
      ? `${lowerFirst(duty.ifLate)} called`
      : duty.act === COME_TO_SCENE
        ? 'to be on scene'
        : lowerFirst(duty.text)
  return { kind: 'due', due: duty.dueAt, what }
}
