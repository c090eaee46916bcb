import type { ActDoneView, Headline, IncidentView, RoleView } from '@remit/contract/incident-view.ts'
import { Countdown } from '../../ui/countdown.tsx'
import { FormerOrder, OrderOfTheMoment } from '../../ui/order-of-the-moment.tsx'
import { SettingChip } from '../../ui/setting-chip.tsx'
import { COME_TO_SCENE } from '../../words/acts.ts'
import { newsOf, pageWords } from '../../words/incident.ts'
import { sameAs, withOf } from '../../words/of.ts'
import { lowerFirst } from '../../words/sentences.ts'
import { clock, clockSeconds, type Instant } from '../../words/times.ts'

export type OrderProps = {
  readonly view: IncidentView
  readonly role: RoleView
  readonly now: Instant
  readonly compact?: boolean
  readonly level: 1 | 3
}

/** What this role must do now. After a direction that differs, the direction stands first and the orders beside it. */
export function Order({ view, role, now, compact, level }: OrderProps) {
  const { headline } = role
  const direction = directionTo(view, role.role)
  const sentence = direction && view.directions.find(({ act }) => act === direction.act)?.sentence
  const differs = direction?.differs === true
  if (!headline) {
    return (
      <>
        {direction && <Directed direction={direction} sentence={sentence} view={view} />}
        <OrderOfTheMoment
          level={level}
          compact={compact === true}
          first={{ result: 'SILENT', sentence: 'These orders ask nothing of you now.' }}
        />
      </>
    )
  }
  const answer = sameAs(role.answers, headline)
  const changed = newsOf(answer?.changedAt, view.openedAt, now, view.agency.timeZone)
  return (
    <>
      {differs && <Directed direction={direction} sentence={sentence} view={view} />}
      <OrderOfTheMoment
        level={level}
        compact={compact === true}
        first={{ result: headline.modality, sentence: headline.sentence }}
        rest={besides(headline.also, compact === true)}
        {...(changed ? { changed } : {})}
      />
      {direction && !differs && (
        <FormerOrder
          label={`Directed by ${direction.by.title}, ${clockSeconds(direction.at, view.agency.timeZone)}`}
          sentence={sentence ?? direction.text}
        />
      )}
    </>
  )
}

/** A second prohibition would push the question off the phone; it stands under "Why" and on the desk. */
function besides(also: Headline['also'], compact: boolean) {
  const [first, second] = also
  const shown = second && !compact && second.modality !== first?.modality ? [first, second] : [first]
  return shown.flatMap((line) => (line ? [{ result: line.modality, sentence: line.sentence }] : []))
}

/** The last direction that was given to this role. */
export function directionTo(view: IncidentView, role: string): ActDoneView | undefined {
  const toRole = new Map(view.directions.map((direction) => [direction.act, direction.toRole]))
  return view.acts.findLast(({ direction, act }) => direction && toRole.get(act) === role)
}

function Directed(props: {
  readonly direction: ActDoneView
  readonly sentence: string | undefined
  readonly view: IncidentView
}) {
  const { direction, sentence, view } = props
  return (
    <FormerOrder
      label={`Directed by ${direction.by.title}, ${clockSeconds(direction.at, view.agency.timeZone)}. The orders say:`}
      sentence={sentence ?? direction.text}
      {...(direction.differs
        ? { mark: `Differs from the orders${direction.reason ? `: ${direction.reason}` : ''}` }
        : {})}
    />
  )
}

/** The next deadline that concerns this role: its own duty, else the supervisor's coming. */
export function NextDeadline(props: {
  readonly view: IncidentView
  readonly role: string
  readonly now: Instant
  readonly asOf?: string
}) {
  const { view, role, now, asOf } = props
  const { timeZone } = view.agency
  const open = view.duties.filter(({ state }) => state === 'running' || state === 'late')
  const duty = open.find((duty) => duty.role === role) ?? open.find(({ act }) => act === COME_TO_SCENE)
  if (!duty) return null
  const coming = duty.act === COME_TO_SCENE
  const late = now > duty.dueAt
  const at = clock(duty.dueAt, timeZone)
  const label = coming ? (duty.role === role ? 'Be on scene by' : 'Supervisor due by') : `${withOf(duty, duty.text)} by`
  return (
    <Countdown
      label={label}
      due={duty.dueAt}
      now={now}
      from={view.openedAt}
      timeZone={timeZone}
      detail={
        <>
          {coming && pageWords(view.page, timeZone)} {duty.setting && <SettingChip />}
        </>
      }
      then={duty.ifLate && nextStep(duty.ifLate, at, late)}
      {...(asOf ? { asOf } : {})}
    />
  )
}

/** Named with its time, before and after: "After 22:08 the watch commander is called." */
function nextStep(ifLate: string, at: string, late: boolean): string {
  const whom = lowerFirst(ifLate)
  return late ? `The ${whom} was called at ${at}.` : `After ${at} the ${whom} is called.`
}
