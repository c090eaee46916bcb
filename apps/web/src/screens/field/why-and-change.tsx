import type { AnswerView, FactView, IncidentView, RoleView } from '@remit/contract/incident-view.ts'
import { useState } from 'react'
import { FieldButton } from '../../ui/field-button.tsx'
import { FieldLinks } from '../../ui/field-screen.tsx'
import { ForceLadder } from '../../ui/force-ladder.tsx'
import { Icon } from '../../ui/icon.tsx'
import { SOMEONE_HURT } from '../../words/acts.ts'
import { askOf, resultOf } from '../../words/incident.ts'
import { BADGE_WORD } from '../../words/modality.ts'
import { keyOf, sameAs, withOf } from '../../words/of.ts'
import { lowerFirst, upperFirst } from '../../words/sentences.ts'
import { ladderOf } from '../ladder.ts'
import styles from './field.module.css'

/** The two links under the order, each with its panel: why it is so, and on what it rests. */
export function WhyAndChange(props: {
  readonly view: IncidentView
  readonly role: RoleView
  readonly onHurt: () => void
}) {
  const { view, role, onHurt } = props
  const [open, setOpen] = useState<'why' | 'change'>()
  const answers = shownAnswers(role)
  if (answers.length === 0) return null
  const link = (which: 'why' | 'change', label: string) => (
    <button type="button" aria-expanded={open === which} onClick={() => setOpen(open === which ? undefined : which)}>
      {label} <Icon name={open === which ? 'down' : 'right'} />
    </button>
  )
  return (
    <>
      <FieldLinks>
        {link('why', 'Why')}
        {link('change', 'What would change this')}
      </FieldLinks>
      {open === 'why' && (
        <section className={styles.panel} aria-label="Why">
          {answers.map((answer) => (
            <div key={keyOf(answer)}>
              {answer.because !== undefined && <p>{answer.because}</p>}
              <ForceLadder {...(answer.of === undefined ? {} : { lead: `${answer.of}.` })} steps={ladderOf(answer)} />
            </div>
          ))}
        </section>
      )}
      {open === 'change' && <WhatWouldChange view={view} role={role} answers={answers} onHurt={onHurt} />}
    </>
  )
}

/** The answers that stand on the screen: the order of the moment and what else holds. */
function shownAnswers({ headline, answers }: RoleView): readonly AnswerView[] {
  if (!headline) return []
  return [headline, ...headline.also].flatMap((said) => sameAs(answers, said) ?? [])
}

function WhatWouldChange(props: {
  readonly view: IncidentView
  readonly role: RoleView
  readonly answers: readonly AnswerView[]
  readonly onHurt: () => void
}) {
  const { view, role, answers, onHurt } = props
  const names = [...new Set(answers.flatMap(({ matters, presumed }) => [...matters, ...presumed]))]
  const facts = names.flatMap((name): readonly { readonly name: string; readonly fact: FactView | undefined }[] => {
    const known = view.facts.filter(({ input }) => input.replaceAll('-', ' ') === name)
    return known.length === 0 ? [{ name, fact: undefined }] : known.map((fact) => ({ name, fact }))
  })
  const open = role.answers.filter((answer) => resultOf(answer) === 'OPEN').slice(0, 3)
  return (
    <section className={styles.panel} aria-label="What would change this">
      <p>
        {names.length > 0
          ? 'This rests on the following. If one is otherwise, your order can change.'
          : 'Nothing that can be asked now changes this. Danger always does.'}
      </p>
      <ul className={styles.rests}>
        {answers.flatMap((answer) =>
          (answer.whatIf ?? []).map(({ words, modality }) => (
            <li key={`${keyOf(answer)} ${words}`}>
              <span>{withOf(answer, words)}</span>
              <span>
                {lowerFirst(answer.text)}: {BADGE_WORD[modality]}
              </span>
            </li>
          )),
        )}
        {facts.map(({ name, fact }) => (
          <li key={`${name} ${fact?.of ?? ''}`}>
            <span>{fact === undefined ? upperFirst(name) : withOf(fact, upperFirst(fact.text))}</span>
            <span>{fact ? `${fact.valueText}${fact.how === 'presumed' ? ', presumed' : ''}` : 'not known'}</span>
          </li>
        ))}
        {open.map((answer) => (
          <li key={keyOf(answer)}>
            <span>Not settled: {withOf(answer, lowerFirst(answer.text))}</span>
            <span>{askOf(answer)}</span>
          </li>
        ))}
      </ul>
      {view.facts.some(({ input, value }) => input === SOMEONE_HURT && value !== true) && (
        <FieldButton onPress={onHurt}>Someone is hurt</FieldButton>
      )}
    </section>
  )
}
