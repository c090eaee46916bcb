import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { HAPPENINGS } from '../../words/acts.ts'
import styles from './desk.module.css'
import type { DeskCallbacks } from './desk-callbacks.ts'

type ActionsProps = {
  readonly view: IncidentView | undefined
  /** Positions that can be assigned. */
  readonly positions: readonly Position[]
  readonly onReportDanger: () => void
  readonly on: DeskCallbacks
}

/** What a desk records of the selected incident; danger first, and without an incident too. */
export function Actions({ view, positions, onReportDanger, on }: ActionsProps) {
  return (
    <div className={styles.actions}>
      <button type="button" className={styles.report} onClick={onReportDanger} aria-keyshortcuts="F9">
        Report danger
      </button>
      {view?.state === 'open' && <Recording view={view} positions={positions} on={on} />}
    </div>
  )
}

function Recording(props: {
  readonly view: IncidentView
  readonly positions: readonly Position[]
  readonly on: DeskCallbacks
}) {
  const { view, positions, on } = props
  const [closing, setClosing] = useState(false)
  const assigned = new Set(view.units.map(({ id }) => id))
  const free = positions.filter(({ id, role }) => !assigned.has(id) && (role === 'officer' || role === 'supervisor'))
  return (
    <>
      <PickAndSend
        label="Assign"
        pick="unit"
        options={free.map(({ id, title }) => ({ value: id, text: title }))}
        onSend={on.onAssign}
      />
      <PickAndSend
        label="Record"
        pick="event"
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
    </>
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
        {...(chosen ? {} : { unavailable: `Choose the ${pick} first.` })}
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
