import type { FieldView, ListView } from '@remit/contract/incident-view.ts'
import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from './button.tsx'
import styles from './entry-form.module.css'
import { FieldButton } from './field-button.tsx'

type EntryFormProps = {
  readonly list: ListView
  /** `field`: for a thumb. */
  readonly size: 'desk' | 'field'
  readonly onEntry: (values: Readonly<Record<string, boolean | string | number>>) => void
  readonly onNoOther: () => void
}

/** What is reported of a list, and one entry more: from pick lists and numbers alone, so that no name can get in. */
export function EntryForm({ list, size, onEntry, onNoOther }: EntryFormProps) {
  const [problem, setProblem] = useState<string>()
  const form = useRef<HTMLFormElement>(null)
  const Press = size === 'field' ? FieldButton : Button
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const values = valuesOf(list.fields, new FormData(event.currentTarget))
    if (Object.keys(values).length === 0) {
      setProblem('Say at least one thing of it. Nothing was recorded.')
      return
    }
    setProblem(undefined)
    onEntry(values)
    form.current?.reset()
  }
  return (
    <form ref={form} className={styles.form} data-size={size} onSubmit={submit} noValidate>
      {list.entries.length > 0 && (
        <ul className={styles.entries}>
          {list.entries.map(({ seq, words }) => (
            <li key={seq}>{words}</li>
          ))}
        </ul>
      )}
      {list.fields.map((field) => (
        <FieldInput key={field.field} field={field} />
      ))}
      <div className={styles.presses}>
        <Press type="submit">Add it</Press>
        {list.isComplete ? (
          <span>No other is known of.</span>
        ) : (
          <Press kind="quiet" onPress={onNoOther}>
            No other
          </Press>
        )}
      </div>
      <span role="alert">{problem}</span>
    </form>
  )
}

function FieldInput({ field }: { readonly field: FieldView }) {
  const id = useId()
  const text = field.unit === undefined ? field.text : `${field.text}, ${field.unit}`
  return (
    <>
      <label htmlFor={id}>{text}</label>
      {field.kind === 'number' ? (
        <input id={id} name={field.field} type="number" min={0} max={1_000_000} step="any" inputMode="decimal" />
      ) : (
        <select id={id} name={field.field} defaultValue="">
          <option value="">Not known</option>
          {field.values.map(({ value, text }) => (
            <option key={String(value)} value={String(value)}>
              {text}
            </option>
          ))}
        </select>
      )}
    </>
  )
}

/** What is not known is left out. */
function valuesOf(fields: readonly FieldView[], data: FormData): Record<string, boolean | string | number> {
  return Object.fromEntries(
    fields.flatMap(({ field, kind }) => {
      const text = String(data.get(field) ?? '')
      if (text === '') return []
      return [[field, kind === 'number' ? Number(text) : kind === 'yes-no' ? text === 'true' : text] as const]
    }),
  )
}
