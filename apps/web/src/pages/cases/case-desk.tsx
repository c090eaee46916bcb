import type { AnswerView, IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { useSend } from '../../api/use-send.ts'
import { useDangerShown } from '../../live/use-shown.ts'
import { AlarmBand } from '../../ui/alarm-band.tsx'
import { Badge } from '../../ui/badge.tsx'
import { UnitWord } from '../../ui/unit-word.tsx'
import { askOf, resultOf, shortRequester } from '../../words/incident.ts'
import { keyOf, sameAs, withOf } from '../../words/of.ts'
import { lowerFirst } from '../../words/sentences.ts'
import { clockSeconds, day, type Instant } from '../../words/times.ts'
import styles from './case-desk.module.css'

type CaseDeskProps = {
  readonly view: IncidentView
  readonly now: Instant
  readonly as: Position
  /** How it was after a step: nothing on it can be pressed. */
  readonly isPast: boolean
}

/** Most lines of the timeline that are shown beside two phones. */
const LINES_MAX = 7
/** With no more lines than these, there is room for further answers above them. */
const LINES_FEW = 3

const NONE: readonly never[] = []

/** The desk's view of one incident, small enough to stand beside two phones. Its dispatcher can accept danger here. */
export function CaseDesk({ view, now, as, isPast }: CaseDeskProps) {
  const { timeZone } = view.agency
  const { send } = useSend(view.agency.id, view.id, as.id)
  useDangerShown(isPast ? NONE : [view], view.agency.id, as.id)
  const open = view.danger.reports.filter(({ endedAt }) => endedAt === undefined)
  const [first] = open
  const notAccepted = open.find(({ accepted }) => accepted === undefined)
  return (
    <div className={styles.desk} inert={isPast}>
      <div className={styles.top}>
        <span>
          {as.title}, {day(now, timeZone)}
        </span>
        <time dateTime={new Date(now).toISOString()}>{clockSeconds(now, timeZone)}</time>
      </div>
      {first && (
        <AlarmBand
          incident={`${view.receipt}, beat ${view.request.beat}`}
          since={first.reportedAt}
          now={now}
          timeZone={timeZone}
          {...(notAccepted === undefined && first.accepted
            ? { accepted: { by: first.accepted.position.title, at: first.accepted.at } }
            : { onAccept: () => notAccepted && send({ kind: 'accept-danger', report: notAccepted.report }) })}
        />
      )}
      <Row view={view} timeZone={timeZone} />
      <Now view={view} />
      <Lines view={view} timeZone={timeZone} />
      <div className={styles.radio}>
        <span>Say on radio, {view.toUnits.radio.split(/\s+/).length} words</span>
        <q>“{view.toUnits.radio}”</q>
      </div>
    </div>
  )
}

function Row({ view, timeZone }: { readonly view: IncidentView; readonly timeZone: string }) {
  const { page, request, toUnits, danger } = view
  // Someone can ask later in an incident that began with nobody asking.
  const asker = view.facts.find(({ input }) => input === 'requester')?.valueText ?? request.requester
  return (
    <table className={styles.row}>
      <thead>
        <tr>
          <th scope="col">Receipt</th>
          <th scope="col">Asks</th>
          <th scope="col">Beat</th>
          <th scope="col">Supervisor</th>
          <th scope="col">To units, danger</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row" className="mono">
            {view.receipt}
          </th>
          <td>{shortRequester(asker)}</td>
          <td className="figures">{request.beat}</td>
          <td>{page.state === 'none' ? 'None paged' : `${numberOf(page.position.title)} ${PAGE_WORDS[page.state]}`}</td>
          <td>
            <UnitWord word={toUnits.word ?? ''} />
            <small>{danger.open ? dangerWords(view, timeZone) : 'No danger reported'}</small>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

const PAGE_WORDS = {
  paged: 'paged',
  accepted: 'accepted',
  'not-reached': 'not reached',
  'on-scene': 'on scene',
  left: 'left',
} as const

/** "730" of "Sergeant 730": the column is narrow. */
function numberOf(title: string): string {
  return title.replace(/^Sergeant /, '')
}

function dangerWords({ danger }: IncidentView, timeZone: string): string {
  const accepted = danger.reports.find(({ endedAt, accepted }) => endedAt === undefined && accepted)?.accepted
  return accepted ? `Accepted ${clockSeconds(accepted.at, timeZone)}` : 'Not yet accepted'
}

/** Roles whose lines fit, with the most that each may have. */
function rolesShown(view: IncidentView): readonly (readonly [role: string, most: number])[] {
  const isRoom = !view.danger.open && eventsShown(view).length <= LINES_FEW
  return [...(view.danger.open ? [['dispatcher', 1] as const] : []), ['supervisor', 1], ['officer', isRoom ? 3 : 2]]
}

function Now({ view }: { readonly view: IncidentView }) {
  return (
    <dl className={styles.now}>
      {rolesShown(view).flatMap(([id, most]) => {
        const role = view.roles.find(({ role }) => role === id)
        const lines = linesOf(view, id).slice(0, most)
        return lines.map((line) => (
          <div key={`${id} ${line.key}`} className={styles.line}>
            <dt>{role?.text}</dt>
            <dd>
              <Badge result={line.result} size="sm" />
              <span>
                {line.words}
                {line.done && <em> done</em>}
                {line.ask && <b>; {line.ask}</b>}
                {line.until && <>; until then: {lowerFirst(line.until)}</>}
              </span>
            </dd>
          </div>
        ))
      })}
    </dl>
  )
}

/** Of what else arises, this is worth a line. */
const FURTHER: ReadonlySet<string> = new Set(['MUST', 'MUST NOT', 'REFER'])

/** Duties that are done, then what the phone of the role shows, in the same order. */
function linesOf(view: IncidentView, role: string) {
  const found = view.roles.find((each) => each.role === role)
  const said = found?.headline === undefined ? [] : [found.headline, ...found.headline.also]
  const answers = found?.answers ?? []
  const shown = said.flatMap((line) => sameAs(answers, line) ?? [])
  const isDone = ({ doneAt, modalities }: AnswerView) => doneAt !== undefined && modalities.includes('MUST')
  const done = view.danger.open ? [] : answers.filter((answer) => isDone(answer) && !shown.includes(answer))
  const further = answers.filter((answer) => FURTHER.has(resultOf(answer)) && !shown.includes(answer))
  return [...new Set([...done, ...shown, ...further])].map((answer) => ({
    key: keyOf(answer),
    result: resultOf(answer),
    words: answer.of === undefined ? lowerFirst(answer.text) : withOf(answer, answer.text),
    done: answer.doneAt !== undefined,
    ask: askOf(answer),
    until: answer.interim.join(', '),
  }))
}

/** Events that a reader of a case looks for; what screens showed and what was asked again stands in the whole timeline. */
function eventsShown(view: IncidentView) {
  return view.timeline.filter(
    ({ words }) => !/^(Screen showed|The orders were asked|Demo:|Shown on)|assigned$/.test(words),
  )
}

/** "Reported: a civil immigration arrest": the question is left out where its answer says what was asked. */
function shortened(words: string): string {
  const [, answer] = /^Reported: .*\? (.+)$/.exec(words) ?? []
  return answer === undefined || /^(yes|no|not known)$/.test(answer) ? words : `Reported: ${lowerFirst(answer)}`
}

function Lines({ view, timeZone }: { readonly view: IncidentView; readonly timeZone: string }) {
  return (
    <div className={styles.timeline}>
      <h4>Timeline</h4>
      <ol reversed>
        {eventsShown(view)
          .slice(0, LINES_MAX)
          .map(({ seq, at, who, words, strong }) => (
            <li key={seq} data-strong={strong || undefined}>
              <time dateTime={new Date(at).toISOString()}>{clockSeconds(at, timeZone)}</time>
              <span>
                {who}: {lowerFirst(shortened(words))}
              </span>
            </li>
          ))}
      </ol>
    </div>
  )
}
