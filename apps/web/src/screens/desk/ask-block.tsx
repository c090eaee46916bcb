import type { IncidentView, QuestionView, RoleView } from '@remit/contract/incident-view.ts'
import { Button } from '../../ui/button.tsx'
import { SectionHead } from '../../ui/card.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { lowerFirst } from '../../words/sentences.ts'
import styles from './desk.module.css'

/** The one that matters most: a second would push the timeline off the screen. */
const QUESTIONS_MAX = 1

type AskBlockProps = {
  readonly view: IncidentView
  readonly ownRole: string
  readonly onAnswer: (input: string, value: boolean | string) => void
}

/** The question that matters most, with its answers as buttons. Not shown during danger. */
export function AskBlock({ view, ownRole, onAnswer }: AskBlockProps) {
  const questions = view.danger.open ? [] : questionsFor(view, ownRole)
  if (questions.length === 0) return null
  return (
    <section className={styles.block} id="desk-ask" aria-label="Ask" tabIndex={-1}>
      <SectionHead title="Ask" note={<Kbd>F4</Kbd>} />
      {questions.map(({ role, question }) => (
        <fieldset key={question.input} className={styles.question}>
          <legend>
            {role.role === ownRole ? '' : <span className={styles.askWhom}>Ask the {lowerFirst(role.text)}: </span>}
            {question.ask}
          </legend>
          <p>{role.role === ownRole ? question.why : aboutThem(question.why)}</p>
          <div className={styles.answers}>
            {question.answers.map(({ value, text }) => (
              <Button key={text} onPress={() => onAnswer(question.input, value)}>
                {text}
              </Button>
            ))}
            {!question.answers.some(({ value }) => value === 'not-known') && (
              <Button kind="quiet" onPress={() => onAnswer(question.input, 'unknown')}>
                Not known
              </Button>
            )}
          </div>
        </fieldset>
      ))}
    </section>
  )
}

/** What the officer can see comes first while there is something that their order hangs on. */
function questionsFor(
  view: IncidentView,
  ownRole: string,
): readonly { readonly role: RoleView; readonly question: QuestionView }[] {
  const asked = new Set<string>()
  return ['officer', ownRole]
    .flatMap((id) => view.roles.find(({ role }) => role === id) ?? [])
    .flatMap((role) => {
      const { question } = role
      if (!question || asked.has(question.input)) return []
      asked.add(question.input)
      return [{ role, question }]
    })
    .slice(0, QUESTIONS_MAX)
}

/** "It decides whether they wait for their supervisor.": the reason is written for whoever holds the role. */
function aboutThem(why: string): string {
  return why.replaceAll(/\byou\b/g, 'they').replaceAll(/\byour\b/g, 'their')
}
