import type { AnswerView, IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { SectionHead } from '../../ui/card.tsx'
import { RoleBlock, RoleBlocks } from '../../ui/role-block.tsx'
import { RuleLine } from '../../ui/rule-line.tsx'
import { doneWords } from '../../words/acts.ts'
import { beforeActs, firstWords } from '../../words/before.ts'
import { askOf, citationOf, newsOf, resultOf } from '../../words/incident.ts'
import { keyOf, membersWords, type Names, namesOf, withOf } from '../../words/of.ts'
import { lowerFirst } from '../../words/sentences.ts'
import { clock, clockSeconds, day, type Instant } from '../../words/times.ts'
import styles from './desk.module.css'
import { linesOf, rolesShown } from './now-lines.ts'

type NowBlockProps = {
  readonly view: IncidentView
  readonly now: Instant
  /** The role of the position that looks: its own duties can be said to be done here. */
  readonly own: Position
  readonly onDo: (act: string, of: Names) => void
  readonly compact?: boolean
}

/** What each role must, may and must not do now. A change is announced politely. */
export function NowBlock({ view, now, own, onDo, compact }: NowBlockProps) {
  const { timeZone } = view.agency
  const roles = rolesShown(view).map((role) => linesOf(role, view.danger.open))
  return (
    <section className={styles.block} aria-label="Now" aria-live="polite">
      <SectionHead
        title="Now"
        level={compact ? 4 : 2}
        note={compact ? undefined : `Book in force ${day(view.clock.nowMs, timeZone)}, ${view.book.hash.slice(0, 8)}`}
      />
      <RoleBlocks>
        {roles
          .filter(({ shown }) => shown.length > 0)
          .map(({ role, shown, folded }) => (
            <RoleBlock key={role.role} name={role.text}>
              {shown.slice(0, compact ? 2 : undefined).map((answer) => (
                <Line
                  key={keyOf(answer)}
                  answer={answer}
                  view={view}
                  now={now}
                  who={role.text}
                  {...(role.role === own.role && !compact ? { own, onDo } : {})}
                />
              ))}
              {folded.length > 0 && !compact && (
                <details className={styles.folded}>
                  <summary>{folded.length} more</summary>
                  {folded.map((answer) => (
                    <Line key={keyOf(answer)} answer={answer} view={view} now={now} who={role.text} />
                  ))}
                </details>
              )}
            </RoleBlock>
          ))}
      </RoleBlocks>
    </section>
  )
}

function Line(props: {
  readonly answer: AnswerView
  readonly view: IncidentView
  readonly now: Instant
  readonly who: string
  readonly own?: Position
  readonly onDo?: (act: string, of: Names) => void
}) {
  const { answer, view, now, who, own, onDo } = props
  const { timeZone } = view.agency
  const result = resultOf(answer)
  const changed = newsOf(answer.changedAt, view.openedAt, now, timeZone)
  const ask = askOf(answer)
  const cited = citationOf(answer)
  const done = answer.doneAt === undefined ? undefined : `Done ${clockSeconds(answer.doneAt, timeZone)}`
  const citation = [done, cited].filter(Boolean).join(', ')
  const button = onDo && result === 'MUST' && !done ? doneWords(answer.act, answer.text) : undefined
  const first = own && button ? firstWords(beforeActs(view, answer, own.role, own.id)) : undefined
  const members = membersWords(answer.members)
  const note = [first, members && `${members}.`].filter(Boolean).join(' ')
  return (
    <RuleLine
      who={who}
      result={result}
      act={(answer.of === undefined ? lowerFirst(answer.text) : withOf(answer, answer.text)) + (ask ? ':' : '')}
      {...(note ? { note } : {})}
      {...(ask ? { ask } : {})}
      {...(changed ? { changed } : {})}
      {...(result === 'SET ASIDE'
        ? { lapsed: answer.changedAt ? `Set aside ${clock(answer.changedAt, timeZone)}` : 'Set aside' }
        : {})}
      citation={citation}
      {...(button && onDo
        ? {
            cite: (
              <>
                {cited}{' '}
                <button
                  type="button"
                  className={styles.done}
                  aria-label={button}
                  onClick={() => onDo(answer.act, namesOf(answer))}
                >
                  {shortened(button)}
                </button>
              </>
            ),
          }
        : {})}
    />
  )
}

/** "Done" beside the act that stands there already; read aloud it says what. */
function shortened(words: string): string {
  return words.startsWith('Done: ') ? 'Done' : words
}
