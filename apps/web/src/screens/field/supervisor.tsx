import type { DirectionView, IncidentView } from '@remit/contract/incident-view.ts'
import { DIFFERENCE_REASONS } from '@remit/incident/events/event.ts'
import { useState } from 'react'
import { Countdown } from '../../ui/countdown.tsx'
import { DirectionCard, OtherChoice } from '../../ui/direction-card.tsx'
import { FieldButton } from '../../ui/field-button.tsx'
import { ARRIVED } from '../../words/acts.ts'
import { beforeActs, firstWords } from '../../words/before.ts'
import { sentencesOf } from '../../words/sentences.ts'
import type { Instant } from '../../words/times.ts'
import styles from './field.module.css'
import type { FieldCallbacks } from './field-callbacks.ts'
import { directionTo } from './order.tsx'

type SupervisorProps = {
  readonly view: IncidentView
  readonly as: string
  readonly now: Instant
  readonly on: FieldCallbacks
}

/** Accepting the page, while it still rings for this position. */
export function PageToAccept({ view, as, now, on }: SupervisorProps) {
  const { page } = view
  if (page.state !== 'paged' || page.position.id !== as) return null
  return (
    <div className={styles.acts}>
      {page.answerBy !== undefined && (
        <Countdown
          label="Answer by"
          due={page.answerBy}
          from={page.at}
          now={now}
          timeZone={view.agency.timeZone}
          detail="After that the next supervisor is paged."
        />
      )}
      <FieldButton kind="primary" onPress={() => on.onAcceptPage(page.page)}>
        Accept the page
      </FieldButton>
    </div>
  )
}

/** Arriving is said by who arrives: it changes everybody's order. */
export function Arrival({ view, as, on }: SupervisorProps) {
  const { page } = view
  if (page.state === 'on-scene') return null
  const isToAcceptFirst = page.state === 'paged' && page.position.id === as
  return (
    <div className={styles.acts}>
      <FieldButton kind={isToAcceptFirst ? 'plain' : 'primary'} onPress={() => on.onHappened(ARRIVED)}>
        I’m on scene
      </FieldButton>
    </div>
  )
}

/** The direction that is ordered, first; others with a reason. After one was given: who has seen it. */
export function Directions({ view, as, on, level }: SupervisorProps & { readonly level: 1 | 3 }) {
  const given = directionTo(view, 'officer')
  const ordered = view.directions.find(({ modality }) => modality === 'MUST')
  const first = ordered ?? view.directions.find(({ modality }) => modality === 'MAY')
  const others = view.directions.filter((direction) => direction !== first)
  const { timeZone } = view.agency
  const before = first && firstWords(beforeActs(view, first, 'supervisor', as))
  if (view.page.state !== 'on-scene' || view.danger.open) return null
  if (given)
    return (
      <div className={styles.card}>
        <DirectionCard
          form="given"
          level={level}
          result={given.determined === 'open' ? 'OPEN' : given.determined}
          sentences={sentencesOf(view.directions.find(({ act }) => act === given.act)?.sentence ?? given.text)}
          recordedAt={given.at}
          shown={shownTo(view, given.at)}
          timeZone={timeZone}
        />
        {given.differs && given.reason && <p className={styles.quietNote}>Differs from the orders: {given.reason}</p>}
      </div>
    )
  return (
    <>
      {first && (
        <div className={styles.card}>
          {before && <p className={styles.quietNote}>{before}</p>}
          <DirectionCard
            form="to-give"
            level={level}
            result={first.modality === 'open' ? 'OPEN' : first.modality}
            sentences={sentencesOf(first.sentence)}
            willGoTo={willGoTo(view)}
            onGive={() => on.onDo(first.act)}
            timeZone={timeZone}
          />
        </div>
      )}
      {others.length > 0 && <OtherDirections directions={others} on={on} isFirst={first === undefined} />}
    </>
  )
}

function OtherDirections(props: {
  readonly directions: readonly DirectionView[]
  readonly on: FieldCallbacks
  readonly isFirst: boolean
}) {
  const { directions, on, isFirst } = props
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<DirectionView>()
  if (!open)
    return (
      <OtherChoice
        label={isFirst ? 'Choose a direction' : 'Choose another direction'}
        detail="with a reason from a list"
        onPress={() => setOpen(true)}
      />
    )
  if (!chosen)
    return (
      <fieldset className={styles.reasons}>
        <legend>Which direction do you give?</legend>
        {directions.map((direction) => (
          <FieldButton key={direction.act} onPress={() => setChosen(direction)}>
            {direction.sentence}
          </FieldButton>
        ))}
        <FieldButton kind="quiet" onPress={() => setOpen(false)}>
          Back
        </FieldButton>
      </fieldset>
    )
  return (
    <fieldset className={styles.reasons}>
      <legend>It differs from the orders. Why? It is recorded, not blocked.</legend>
      {Object.entries(DIFFERENCE_REASONS).map(([reason, words]) => (
        <FieldButton key={reason} onPress={() => on.onDo(chosen.act, reason)}>
          {words}
        </FieldButton>
      ))}
      <FieldButton kind="quiet" onPress={() => setChosen(undefined)}>
        Back
      </FieldButton>
    </fieldset>
  )
}

/** The sentence on the card: of the direction that was given, else of the one that is ordered. */
export function directionShown(view: IncidentView): string | undefined {
  if (view.page.state !== 'on-scene' || view.danger.open) return undefined
  const given = directionTo(view, 'officer')
  const shown = given
    ? view.directions.find(({ act }) => act === given.act)
    : view.directions.find(({ modality }) => modality === 'MUST')
  return shown?.sentence
}

/** "Will go to 2 officers and the dispatcher." */
export function willGoTo({ units }: Pick<IncidentView, 'units'>): string {
  const officers = units.filter(({ role }) => role === 'officer').length
  if (officers === 0) return 'Will go to the dispatcher.'
  return `Will go to ${officers} ${officers === 1 ? 'officer' : 'officers'} and the dispatcher.`
}

/** Which phones have shown a sentence since, as they recorded it themselves. */
function shownTo(view: IncidentView, since: Instant): readonly { readonly words: string; readonly at: Instant }[] {
  const units = new Set(view.units.map(({ title }) => title))
  const lines = view.timeline.filter(({ at, words }) => at >= since && words.startsWith('Screen showed'))
  const at = (isOne: (who: string) => boolean) => lines.filter(({ who }) => isOne(who)).map((line) => line.at)
  const phones = new Set(lines.map(({ who }) => who).filter((who) => units.has(who))).size
  const onPhones = at((who) => units.has(who))
  const onDesk = at((who) => who.startsWith('Dispatcher'))
  return [
    ...(phones > 0
      ? [{ words: `Shown to ${phones} ${phones === 1 ? 'officer' : 'officers'}`, at: Math.max(...onPhones) }]
      : []),
    ...(onDesk.length > 0 ? [{ words: 'Shown on the desk', at: Math.min(...onDesk) }] : []),
  ]
}
