import { type ReactNode, useId } from 'react'
import { FieldButton } from './field-button.tsx'
import styles from './question.module.css'

export type Answer<Value> = { readonly value: Value; readonly label: string }

type QuestionProps<Value> = {
  readonly question: string
  /** Why it is asked: "Your order changes when one is on scene." */
  readonly why: string
  /** Two to four; two stand side by side. A longer list from the orders stands in two columns. */
  readonly answers: readonly Answer<Value>[]
  readonly onAnswer: (value: Value) => void
  /** "I don't know" is always a good answer; it makes the fact open again. */
  readonly onDontKnow: () => void
  /** Who else can answer, when this person cannot. */
  readonly whoElse?: string
  /** Another way to answer: a number, an entry of a list. */
  readonly other?: ReactNode
}

/** The one question that matters most, at thumb height. */
export function Question<Value>(props: QuestionProps<Value>) {
  const { question, why, answers, onAnswer, onDontKnow, whoElse, other } = props
  const id = useId()
  return (
    <section className={styles.question} aria-labelledby={id}>
      <h2 id={id} className={styles.asked}>
        {question}
      </h2>
      <p className={styles.why}>{why}</p>
      <div
        className={styles.answers}
        data-two={answers.length === 2 || undefined}
        data-many={answers.length > 4 || undefined}
      >
        {answers.map((answer) => (
          <FieldButton key={answer.label} onPress={() => onAnswer(answer.value)}>
            {answer.label}
          </FieldButton>
        ))}
      </div>
      {other}
      <FieldButton kind="quiet" onPress={onDontKnow}>
        I don’t know
      </FieldButton>
      {whoElse && <p className={styles.whoElse}>{whoElse}</p>}
    </section>
  )
}
