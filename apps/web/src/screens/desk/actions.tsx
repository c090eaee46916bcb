import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { InputView } from '@remit/contract/library-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { HAPPENINGS, SOMEONE_HURT } from '../../words/acts.ts'
import { lowerFirst } from '../../words/sentences.ts'
import styles from './desk.module.css'
import type { DeskCallbacks } from './desk-callbacks.ts'

type ActionsProps = {
  readonly view: IncidentView | undefined
  /** Positions that can be assigned. */
  readonly positions: readonly Position[]
  readonly inputs: readonly InputView[]
  readonly onReportDanger: () => void
  readonly on: DeskCallbacks
}

/** What a desk records of the selected incident; danger first, and without an incident too. */
export function Actions({ view, positions, inputs, onReportDanger, on }: ActionsProps) {
  return (
    <div className={styles.actions}>
      <button type="button" className={styles.report} onClick={onReportDanger} aria-keyshortcuts="F9">
        Report danger
      </button>
      {view?.state === 'open' && <Recording view={view} positions={positions} inputs={inputs} on={on} />}
    </div>
  )
}

function Recording(props: {
  readonly view: IncidentView
  readonly positions: readonly Position[]
  readonly inputs: readonly InputView[]
  readonly on: DeskCallbacks
}) {
  const { view, positions, inputs, on } = props
  const [closing, setClosing] = useState(false)
  const assigned = new Set(view.units.map(({ id }) => id))
  const free = positions.filter(({ id, role }) => !assigned.has(id) && (role === 'officer' || role === 'supervisor'))
  return (
    <>
      <PickAndRecord
        groups={[
          { name: 'Assign', options: free.map(({ id, title }) => ({ text: title, onRecord: () => on.onAssign(id) })) },
          {
            name: 'It happened',
            options: [
              { text: 'Someone is hurt', onRecord: () => on.onAnswer(SOMEONE_HURT, true) },
              { text: 'Nobody is hurt any more', onRecord: () => on.onAnswer(SOMEONE_HURT, false) },
              ...HAPPENINGS.flatMap((happening) => happeningsOf(happening, view, on)),
            ],
          },
          { name: 'Also concerned', options: furtherOf(view, inputs, on) },
        ]}
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

/** What happens to a person is asked of each, where there are several. */
function happeningsOf({ event, text, ofPerson }: (typeof HAPPENINGS)[number], view: IncidentView, on: DeskCallbacks) {
  if (!ofPerson || view.persons === 1) return [{ text, onRecord: () => on.onHappened(event) }]
  return Array.from({ length: view.persons }, (_, index) => index + 1).map((person) => ({
    text: `Person ${person}: ${lowerFirst(text)}`,
    onRecord: () => on.onHappened(event, { person }),
  }))
}

/** A person more, who is a number; a request more, from whom where the orders ask that of each request. */
function furtherOf(view: IncidentView, inputs: readonly InputView[], on: DeskCallbacks): readonly Recordable[] {
  const requester = inputs.find(({ id, about }) => id === 'requester' && about === 'request')
  const request = `Request ${view.requests.length + 1}`
  return [
    { text: `Person ${view.persons + 1}`, onRecord: on.onAddPerson },
    ...(requester === undefined
      ? [{ text: request, onRecord: () => on.onAddRequest() }]
      : requester.values.map(({ value, text }) => ({
          text: `${request}: ${text}`,
          onRecord: () => on.onAddRequest(String(value)),
        }))),
  ]
}

type Recordable = { readonly text: string; readonly onRecord: () => void }

/** A pick list and its button: nothing is recorded by merely moving through the list with the keyboard. */
function PickAndRecord(props: {
  readonly groups: readonly { readonly name: string; readonly options: readonly Recordable[] }[]
}) {
  const [value, setValue] = useState('')
  const chosen = props.groups
    .flatMap(({ name, options }) => options.map((option) => ({ key: `${name} ${option.text}`, option })))
    .find(({ key }) => key === value)
  return (
    <span className={styles.pick}>
      <select
        aria-label="What to record"
        value={chosen ? value : ''}
        onChange={(event) => setValue(event.target.value)}
      >
        <option value="">Unit, or what happened</option>
        {props.groups.map(({ name, options }) => (
          <optgroup key={name} label={name}>
            {options.map(({ text }) => (
              <option key={text} value={`${name} ${text}`}>
                {text}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <Button
        {...(chosen ? {} : { unavailable: 'Choose in the list what to record.' })}
        onPress={() => {
          chosen?.option.onRecord()
          setValue('')
        }}
      >
        Record
      </Button>
    </span>
  )
}
