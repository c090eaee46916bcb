import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { type ReactNode, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { SectionHead } from '../../ui/card.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { HAPPENINGS } from '../../words/acts.ts'
import { incidentTitle, pageWords, shortRequester } from '../../words/incident.ts'
import { clockSeconds, type Instant } from '../../words/times.ts'
import { AskBlock } from './ask-block.tsx'
import { DangerBlock } from './danger-block.tsx'
import { Deadlines } from './deadlines.tsx'
import styles from './desk.module.css'
import type { DeskCallbacks } from './desk-callbacks.ts'
import { NowBlock } from './now-block.tsx'

type IncidentPaneProps = {
  readonly view: IncidentView
  readonly now: Instant
  readonly as: Position
  /** Positions that can be assigned. */
  readonly positions: readonly Position[]
  readonly on: DeskCallbacks
  /** A link to the whole timeline. */
  readonly link?: ReactNode
}

/** The selected incident: danger, what each role must do, what to ask, what is due, what happened. */
export function IncidentPane({ view, now, as, positions, on, link }: IncidentPaneProps) {
  const { timeZone } = view.agency
  return (
    <>
      <header className={styles.head}>
        <h1>{incidentTitle(view)}</h1>
        <span className="mono">{view.receipt}</span>
        <p>{requestWords(view)}</p>
      </header>
      <DangerBlock view={view} now={now} on={on} />
      <NowBlock view={view} now={now} ownRole={as.role} onDo={on.onDo} />
      <AskBlock view={view} ownRole={as.role} onAnswer={on.onAnswer} />
      <Deadlines view={view} now={now} />
      {view.state === 'open' && <Actions view={view} positions={positions} on={on} />}
      <section className={styles.block} aria-label="Timeline">
        <SectionHead title="Timeline" note="Newest first. Corrected, never erased." aside={link} />
        <Timeline timeZone={timeZone} entries={timelineEntries(view)} />
      </section>
    </>
  )
}

/** "ICE-ERO, asserted by radio at 21:38:20. Shows I-200. 2 officers on scene. Sergeant 730 accepted 21:41." */
function requestWords(view: IncidentView): string {
  const { request, units, agency, openedAt, page } = view
  const officers = units.length === 0 ? 'No unit assigned' : units.map(({ title }) => title).join(', ')
  return [
    `${shortRequester(request.requester)}, ${request.requesterIs} by ${request.channel} at ${clockSeconds(openedAt, agency.timeZone)}`,
    request.paper && `Shows ${request.paper}`,
    officers,
    pageWords(page, agency.timeZone),
  ]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ')
}

/** What machines note for the record alone stands in the whole timeline, not on the desk. */
export function timelineEntries(view: IncidentView) {
  return view.timeline
    .filter(({ words }) => words !== 'The orders were asked again' && !words.startsWith('Screen showed'))
    .map(({ seq, at, who, words, detail, strong }) => ({
      id: String(seq),
      at,
      who,
      what: words,
      strong,
      ...(detail ? { detail } : {}),
    }))
}

function Actions(props: {
  readonly view: IncidentView
  readonly positions: readonly Position[]
  readonly on: DeskCallbacks
}) {
  const { view, positions, on } = props
  const [closing, setClosing] = useState(false)
  const assigned = new Set(view.units.map(({ id }) => id))
  const free = positions.filter(({ id, role }) => !assigned.has(id) && (role === 'officer' || role === 'supervisor'))
  return (
    <section className={styles.block} aria-label="Record">
      <div className={styles.actions}>
        <PickAndSend
          label="Assign"
          pick="a unit"
          options={free.map(({ id, title }) => ({ value: id, text: title }))}
          onSend={on.onAssign}
        />
        <PickAndSend
          label="Record"
          pick="what happened"
          options={HAPPENINGS.map(({ event, text }) => ({ value: event, text }))}
          onSend={on.onHappened}
        />
        {!closing && (
          <Button
            {...(view.danger.open ? { unavailable: 'A report of danger is open. End it first.' } : {})}
            onPress={() => setClosing(true)}
          >
            Close
          </Button>
        )}
      </div>
      {closing && (
        <fieldset className={styles.confirm}>
          <legend>Close {view.receipt}? Nothing more can be recorded in it, except reviews.</legend>
          <Button onPress={() => setClosing(false)}>Keep it open</Button>
          <Button
            onPress={() => {
              setClosing(false)
              on.onClose()
            }}
          >
            Close it
          </Button>
        </fieldset>
      )}
    </section>
  )
}

/** A pick list and its button: nothing is recorded by merely moving through the list with the keyboard. */
function PickAndSend(props: {
  readonly label: string
  readonly pick: string
  readonly options: readonly { readonly value: string; readonly text: string }[]
  readonly onSend: (value: string) => void
}) {
  const { label, pick, options, onSend } = props
  const [value, setValue] = useState('')
  const chosen = options.some((option) => option.value === value)
  return (
    <span className={styles.pick}>
      <select
        aria-label={`${label} ${pick}`}
        value={chosen ? value : ''}
        onChange={(event) => setValue(event.target.value)}
      >
        <option value="">
          {label} {pick}…
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
      <Button
        {...(chosen ? {} : { unavailable: `Choose ${pick} first.` })}
        onPress={() => {
          onSend(value)
          setValue('')
        }}
      >
        {label}
      </Button>
    </span>
  )
}
