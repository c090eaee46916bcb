/** The question as a sentence whose slots are pick lists. Without scripts it is a form that asks the server. */
import { useId } from 'react'
import { paths } from '../../paths.ts'
import styles from './answer.module.css'
import { type Choices, FIRST_DAY, PAPER, WHAT, WHO } from './choices.ts'
import type { AnswerSearch } from './search.ts'
import type { AnswerWords } from './words/words.ts'

/** Pick lists elsewhere on the page belong to the same form. */
export const FORM = 'question'

export type Picking = {
  readonly choices: Choices
  readonly words: AnswerWords
  readonly onPick: (change: Partial<AnswerSearch>) => void
}

type QuestionFormProps = Picking & { readonly today: string; readonly latest: string; readonly lang: string }

export function QuestionForm({ choices, today, latest, lang, words, onPick }: QuestionFormProps) {
  return (
    <form id={FORM} action={paths.answer} className={styles.sentence} onSubmit={(event) => event.preventDefault()}>
      <Pick
        name="who"
        label={words.labels.who}
        value={choices.who}
        options={WHO.map((id) => [id, words.who[id]])}
        onPick={(who) => onPick({ who })}
      />
      {words.joins.with}
      <Pick
        name="what"
        label={words.labels.what}
        value={choices.what}
        options={WHAT.map((id) => [id, words.what[id]])}
        onPick={(what) => onPick({ what })}
      />
      {words.joins.showing}
      <Pick
        name="paper"
        label={words.labels.paper}
        value={choices.paper}
        options={PAPER.map((id) => [id, words.paper[id]])}
        onPick={(paper) => onPick({ paper })}
      />
      {words.joins.on}
      <input
        className={styles.pick}
        type="date"
        name="on"
        aria-label={words.labels.on}
        min={FIRST_DAY}
        max={latest}
        value={choices.on ?? today}
        onChange={({ target }) => target.value && onPick({ on: target.value })}
      />
      <input type="hidden" name="lang" value={lang} />
      <input type="hidden" name="show" value={choices.show} />
      <noscript>
        <button type="submit">{words.ask}</button>
      </noscript>
    </form>
  )
}

type PickProps = {
  readonly name: keyof AnswerSearch
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  /** The language of what can be picked, where it is not the page's. */
  readonly lang?: string
  readonly onPick: (value: string) => void
}

export function Pick({ name, label, value, options, lang, onPick }: PickProps) {
  const id = useId()
  return (
    <>
      <label htmlFor={id} className="spoken">
        {label}
      </label>
      <select
        id={id}
        form={FORM}
        name={name}
        className={styles.pick}
        lang={lang}
        value={value}
        onChange={({ target }) => onPick(target.value)}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </>
  )
}
