import type { IncidentView, QuestionView, RoleView } from '@remit/contract/incident-view.ts'
import { Button } from '../../ui/button.tsx'
import { SectionHead } from '../../ui/card.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { NumberAnswer } from '../../ui/number-answer.tsx'
import { namesOf, withOf } from '../../words/of.ts'
import { lowerFirst } from '../../words/sentences.ts'
import styles from './desk.module.css'
import type { DeskCallbacks } from './desk-callbacks.ts'

/** The one that matters most: a second would push the timeline off the screen. */
const QUESTIONS_MAX = 1

type AskBlockProps = {
  readonly view: IncidentView
  readonly ownRole: string
  readonly on: DeskCallbacks
}

/** The question that matters most, with its answers as buttons. Not shown during danger. */
export function AskBlock({ view, ownRole, on }: AskBlockProps) {
  const questions = view.danger.open ? [] : questionsFor(view, ownRole)
  if (questions.length === 0) return null
  return (
    <section className={styles.block} id="desk-ask" aria-label="Ask" tabIndex={-1}>
      <SectionHead title="Ask" note={<Kbd>F4</Kbd>} />
      {questions.map(({ role, question }) => (
        <fieldset key={question.input} className={styles.question}>
          <legend>
            {role.role === ownRole ? '' : <span className={styles.askWhom}>Ask the {lowerFirst(role.text)}: </span>}
            {withOf(question, question.ask)}
          </legend>
          <p>{role.role === ownRole ? question.why : aboutThem(question.why)}</p>
          <div className={styles.answers}>
            {question.answers.map(({ value, text }) => (
              <Button key={text} onPress={() => on.onAnswer(question.input, value, namesOf(question))}>
                {text}
              </Button>
            ))}
            {question.unit !== undefined && (
              <NumberAnswer
                unit={question.unit}
                size="desk"
                onAnswer={(value) => on.onAnswer(question.input, value, namesOf(question))}
              />
            )}
            {!question.answers.some(({ value }) => value === 'not-known') && (
              <Button kind="quiet" onPress={() => on.onAnswer(question.input, 'unknown', namesOf(question))}>
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
