import type { DangerReportView, IncidentView, QuestionView, RoleView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import type { ReactNode } from 'react'
import { ConnectionLine } from '../../ui/connection-line.tsx'
import { DangerBar } from '../../ui/danger-bar.tsx'
import { DemoChip } from '../../ui/demo-chip.tsx'
import { EmptyState, Loading } from '../../ui/empty-state.tsx'
import { EntryForm } from '../../ui/entry-form.tsx'
import { FieldButton } from '../../ui/field-button.tsx'
import { FieldScreen as Layout } from '../../ui/field-screen.tsx'
import { Notice } from '../../ui/notice.tsx'
import { NumberAnswer } from '../../ui/number-answer.tsx'
import { Question } from '../../ui/question.tsx'
import { doneWords, SOMEONE_HURT } from '../../words/acts.ts'
import { beforeActs, firstWords } from '../../words/before.ts'
import type { Connection } from '../../words/connection.ts'
import { contextParts } from '../../words/incident.ts'
import { isOfSame, membersWords, namesOf, sameAs, withOf } from '../../words/of.ts'
import { ownRole } from '../../words/own-role.ts'
import type { NoticeWords } from '../../words/refusals.ts'
import { clock, day, type Instant } from '../../words/times.ts'
import { DangerTop, MyDangerStates, OthersDanger } from './danger.tsx'
import styles from './field.module.css'
import { type FieldCallbacks, SHOWS_ONLY } from './field-callbacks.ts'
import type { MyDanger } from './my-danger.ts'
import { NextDeadline, Order } from './order.tsx'
import { questionNow } from './question-now.ts'
import { Arrival, Directions, directionShown, PageToAccept } from './supervisor.tsx'
import { WhyAndChange } from './why-and-change.tsx'

export type FieldScreenProps = {
  /** `embedded`: one of several screens on a page, as wide as its place, without the parts that a thumb needs. */
  readonly size: 'full' | 'embedded'
  /** Whose phone this is. */
  readonly as: Position
  readonly agency: { readonly demo: boolean; readonly timeZone: string }
  /** Absent: no open incident concerns this position. */
  readonly view: IncidentView | undefined
  /** Nothing is known yet: it is not said that there is no incident. */
  readonly isReading?: boolean
  /** By the incident's clock, ticking; without an incident by the server's. */
  readonly now: Instant
  readonly danger: MyDanger
  /** Shown only when it has news. */
  readonly connection?: Connection
  /** A refusal of the last thing that was sent. */
  readonly refused?: NoticeWords
  /** Other open incidents to turn to. */
  readonly others?: ReactNode
  readonly on?: FieldCallbacks
}

/** One position's phone: the order of the moment, at most one question, and the way to report danger, always. */
export function FieldScreen(props: FieldScreenProps) {
  const { size, as, agency, view, now, danger, connection, on = SHOWS_ONLY } = props
  const embedded = size === 'embedded'
  const level = embedded ? 3 : 1
  const role = ownRole(view, as)
  const others = view?.danger.reports.filter(({ by, endedAt }) => by.id !== as.id && endedAt === undefined) ?? []
  const top = <Top agency={agency} as={as} now={now} embedded={embedded} />
  const isDanger = danger.kind !== 'none' || others.length > 0
  const offline = connection?.kind === 'offline'
  const question = !isDanger && !embedded && view && role ? questionNow(view, role) : undefined
  return (
    <Layout
      embedded={embedded}
      top={isDanger ? undefined : top}
      danger={
        isDanger && (
          <DangerTop
            view={view}
            role={role}
            beat={as.beat ?? view?.request.beat}
            top={top}
            compact={embedded}
            level={level}
            {...(danger.kind === 'none' && others[0]
              ? { reportedBy: `${others[0].by.title} reports: someone is in danger, beat ${view?.request.beat}` }
              : {})}
          />
        )
      }
      net={
        offline && danger.kind !== 'not-sent' && <ConnectionLine connection={connection} timeZone={agency.timeZone} />
      }
      {...(view && !isDanger && !embedded ? { context: contextParts(view) } : {})}
      question={view && question && <FieldQuestion view={view} question={question} on={on} />}
      bar={<Bar danger={danger} now={now} compact={embedded} on={on} />}
    >
      {props.refused && (
        <div className={styles.notice}>
          <Notice kind={props.refused.kind} title={props.refused.title} detail={props.refused.detail} />
        </div>
      )}
      {isDanger && <DangerStatesOf {...props} on={on} role={role} others={others} />}
      {!isDanger && <Rest {...props} on={on} role={role} level={level} offline={offline} />}
      {!embedded && props.others}
    </Layout>
  )
}

/** The own report and those of others, each with its three states. */
function DangerStatesOf(
  props: Omit<FieldScreenProps, 'others'> & {
    readonly on: FieldCallbacks
    readonly role: RoleView | undefined
    readonly others: readonly DangerReportView[]
  },
) {
  const { size, as, agency, view, now, danger, on, role, others } = props
  const embedded = size === 'embedded'
  return (
    <>
      {danger.kind !== 'none' && (
        <MyDangerStates
          danger={danger}
          view={view}
          role={role}
          now={now}
          timeZone={agency.timeZone}
          on={on}
          compact={embedded}
        />
      )}
      {others.map((report) => (
        <OthersDanger
          key={report.report}
          report={report}
          mayAccept={!embedded && as.role !== 'officer'}
          now={now}
          timeZone={agency.timeZone}
          on={on}
        />
      ))}
    </>
  )
}

function Rest(
  props: FieldScreenProps & {
    readonly on: FieldCallbacks
    readonly role: RoleView | undefined
    readonly level: 1 | 3
    readonly offline: boolean
  },
) {
  const { size, as, agency, view, now, connection, on, role, level } = props
  const embedded = size === 'embedded'
  if (!view && props.isReading) return <Loading what="your order" />
  if (!view)
    return (
      <EmptyState
        title="No open incident concerns you."
        todo="When federal agents ask you for help, tell your dispatcher on the radio. Your order then stands here."
      />
    )
  if (!role)
    return <EmptyState title="These orders say nothing to your position." todo="Ask your dispatcher or supervisor." />
  const supervisor = { view, as: as.id, now, on }
  const commands = as.role === 'supervisor'
  const card = commands && directionShown(view) !== undefined
  // While the page rings its own countdown is the one that counts.
  const rings = commands && view.page.state === 'paged' && view.page.position.id === as.id
  return (
    <>
      {!card && <Order view={view} role={role} now={now} compact={embedded} level={level} />}
      {commands && <Directions {...supervisor} level={card ? level : 3} />}
      {!embedded && !rings && (
        <NextDeadline
          view={view}
          role={as.role}
          now={now}
          {...(connection?.kind === 'offline' ? { asOf: clock(connection.since, agency.timeZone) } : {})}
        />
      )}
      {!embedded && commands && <PageToAccept {...supervisor} />}
      {!embedded && commands && <Arrival {...supervisor} />}
      {!embedded && <DoneButton view={view} role={role} as={as} on={on} />}
      {!embedded && <WhyAndChange view={view} role={role} onHurt={() => on.onAnswer(SOMEONE_HURT, true)} />}
    </>
  )
}

/** A duty that is done is said to be done, so that the next one can stand here. */
function DoneButton(props: {
  readonly view: IncidentView
  readonly role: RoleView
  readonly as: Position
  readonly on: FieldCallbacks
}) {
  const { view, role, as, on } = props
  const { headline } = role
  if (headline?.modality !== 'MUST') return null
  const answer = sameAs(role.answers, headline)
  const words = doneWords(headline.act, answer?.text ?? headline.act)
  if (!words) return null
  const first = firstWords(beforeActs(view, headline, as.role, as.id))
  const members = membersWords(answer?.members)
  return (
    <div className={styles.acts}>
      {first && <p className={styles.quietNote}>{first}</p>}
      {members && <p className={styles.quietNote}>{members}.</p>}
      <FieldButton kind="primary" onPress={() => on.onDo(headline.act, undefined, namesOf(headline))}>
        {words}
      </FieldButton>
    </div>
  )
}

/** "Not known" among the answers is what "I don't know" sends; it is not offered twice. */
function FieldQuestion(props: {
  readonly view: IncidentView
  readonly question: QuestionView
  readonly on: FieldCallbacks
}) {
  const { view, question, on } = props
  const of = namesOf(question)
  const list = view.lists.find((list) => list.list === question.list && isOfSame(list, question))
  const unknown = question.answers.find(({ value }) => value === 'not-known')
  return (
    <Question
      question={withOf(question, question.ask)}
      why={question.why}
      answers={question.answers
        .filter((answer) => answer !== unknown)
        .map(({ value, text }) => ({ value, label: text }))}
      onAnswer={(value) => on.onAnswer(question.input, value, of)}
      onDontKnow={() => on.onAnswer(question.input, unknown?.value ?? 'unknown', of)}
      other={
        <>
          {question.unit !== undefined && (
            <NumberAnswer
              unit={question.unit}
              size="field"
              onAnswer={(value) => on.onAnswer(question.input, value, of)}
            />
          )}
          {list && (
            <EntryForm
              list={list}
              size="field"
              onEntry={(values) => on.onEntry(list.list, values, of)}
              onNoOther={() => on.onNoOther(list.list, of)}
            />
          )}
        </>
      }
    />
  )
}

function Top(props: {
  readonly agency: { readonly demo: boolean; readonly timeZone: string }
  readonly as: Position
  readonly now: Instant
  readonly embedded: boolean
}) {
  const { agency, as, now, embedded } = props
  const date = day(now, agency.timeZone)
  return (
    <>
      {embedded ? (
        <span>{as.beat ? `Beat ${as.beat}` : as.title}</span>
      ) : agency.demo ? (
        <DemoChip words={`Simulated, ${date}. ${as.title}`} />
      ) : (
        <span>
          {as.title}, {date}
        </span>
      )}
      <span className="figures">{clock(now, agency.timeZone)}</span>
    </>
  )
}

function Bar(props: {
  readonly danger: MyDanger
  readonly now: Instant
  readonly compact: boolean
  readonly on: FieldCallbacks
}) {
  const { danger, now, compact, on } = props
  switch (danger.kind) {
    case 'none':
      return <DangerBar form="rest" compact={compact} onReport={on.onReportDanger} />
    case 'not-sent':
      return <DangerBar form="not-sent" compact={compact} since={danger.since} now={now} />
    case 'sent':
      return <DangerBar form="reported" compact={compact} since={danger.since} now={now} />
  }
}
