import { type FormEvent, useId } from 'react'
import { Button } from './button.tsx'
import styles from './entry-form.module.css'
import { FieldButton } from './field-button.tsx'

type NumberAnswerProps = {
  readonly unit: string
  /** `field`: for a thumb. */
  readonly size: 'desk' | 'field'
  readonly onAnswer: (value: number) => void
}

/** A number as an answer, never negative; nothing else can be typed. */
export function NumberAnswer({ unit, size, onAnswer }: NumberAnswerProps) {
  const id = useId()
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const text = String(new FormData(event.currentTarget).get('number') ?? '')
    if (text !== '') onAnswer(Number(text))
  }
  return (
    <form className={styles.form} data-size={size} onSubmit={submit}>
      <label htmlFor={id}>{unit.slice(0, 1).toUpperCase() + unit.slice(1)}</label>
      <input id={id} name="number" type="number" min={0} max={1_000_000} step="any" inputMode="decimal" required />
      {size === 'field' ? <FieldButton type="submit">Answer</FieldButton> : <Button type="submit">Answer</Button>}
    </form>
  )
}
