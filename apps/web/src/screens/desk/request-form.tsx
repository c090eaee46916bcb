import type { OpenIncident } from '@remit/contract/commands.ts'
import type { InputView } from '@remit/contract/library-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './desk.module.css'
import type { Drafted } from './drafted.ts'

const CHANNELS: readonly { readonly value: OpenIncident['channel']; readonly text: string }[] = [
  { value: 'radio', text: 'Radio' },
  { value: 'phone', text: 'Phone' },
  { value: 'in-person', text: 'In person' },
  { value: 'fax', text: 'Fax' },
  { value: 'cad', text: 'CAD' },
]

type RequestFormProps = {
  readonly inputs: readonly InputView[]
  readonly positions: readonly Position[]
  readonly onRecord: (request: Drafted) => void
}

/** A new request from pick lists alone: no field takes free text, so no name can get in. Ctrl+Enter records it. */
export function RequestForm({ inputs, positions, onRecord }: RequestFormProps) {
  const officers = positions.filter(({ role }) => role === 'officer')
  const [problem, setProblem] = useState<string>()
  const id = useId()
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const request = requestOf(new FormData(event.currentTarget))
    if (typeof request === 'string') setProblem(request)
    else onRecord(request)
  }
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      noValidate
      aria-describedby={id}
      onKeyDown={(event) => {
        if (event.ctrlKey && event.key === 'Enter') event.currentTarget.requestSubmit()
      }}
    >
      <Fields inputs={inputs} officers={officers} />
      <fieldset>
        <legend>Officers on scene</legend>
        {officers.map(({ id, title }) => (
          <label key={id}>
            <input type="checkbox" name="units" value={id} /> {title}
          </label>
        ))}
      </fieldset>
      <div className={styles.formFoot}>
        <Button kind="primary" type="submit">
          Record the request <Kbd>Ctrl</Kbd>
          <Kbd>Enter</Kbd>
        </Button>
        <span id={id} role="alert">
          {problem}
        </span>
      </div>
    </form>
  )
}

function Fields(props: { readonly inputs: readonly InputView[]; readonly officers: readonly Position[] }) {
  const { inputs, officers } = props
  const id = useId()
  return (
    <>
      <Field label="Who asks">
        <select name="requester" defaultValue="ice-ero" id="desk-form-first">
          <Options inputs={inputs} input="requester" />
        </select>
      </Field>
      <Field label="Known how">
        <select name="requesterIs" defaultValue="asserted">
          <option value="asserted">Asserted</option>
          <option value="verified">Verified</option>
        </select>
      </Field>
      <Field label="Stated purpose">
        <select name="request-purpose" defaultValue="not-known">
          <Options inputs={inputs} input="request-purpose" />
        </select>
      </Field>
      <Field label="Paper shown">
        <select name="warrant" defaultValue="none">
          <Options inputs={inputs} input="warrant" />
        </select>
      </Field>
      <Field label="Channel">
        <select name="channel" defaultValue="radio">
          {CHANNELS.map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </Field>
      <Field label="Beat, four digits">
        <input name="beat" inputMode="numeric" maxLength={4} autoComplete="off" list={`${id}-beats`} />
      </Field>
      <datalist id={`${id}-beats`}>{officers.map(({ beat }) => beat && <option key={beat} value={beat} />)}</datalist>
      <Field label="CAD event number, if there is one">
        <input name="cadEvent" inputMode="numeric" maxLength={11} autoComplete="off" placeholder="19271 14417" />
      </Field>
    </>
  )
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what the caller puts inside
    <label>
      {label}
      {children}
    </label>
  )
}

function Options({ inputs, input }: { readonly inputs: readonly InputView[]; readonly input: string }) {
  return inputs
    .find(({ id }) => id === input)
    ?.values.map(({ value, text }) => (
      <option key={String(value)} value={String(value)}>
        {text}
      </option>
    ))
}

/** The request, or what to mend. */
function requestOf(data: FormData): Drafted | string {
  const text = (name: string) => String(data.get(name) ?? '').trim()
  const beat = text('beat')
  if (!/^\d{3,4}$/.test(beat)) return 'The beat has three or four digits. Nothing was recorded.'
  const digits = text('cadEvent').replaceAll(/\D/g, '')
  if (digits !== '' && digits.length !== 10) return 'A CAD event number has ten digits. Nothing was recorded.'
  const channel = CHANNELS.find(({ value }) => value === text('channel'))?.value ?? 'radio'
  return {
    channel,
    requesterIs: text('requesterIs') === 'verified' ? 'verified' : 'asserted',
    beat: beat.padStart(4, '0'),
    ...(digits ? { cadEvent: `${digits.slice(0, 5)} ${digits.slice(5)}` } : {}),
    values: {
      requester: text('requester'),
      'request-purpose': text('request-purpose'),
      warrant: text('warrant'),
    },
    units: data.getAll('units').map(String),
  }
}
