/** The one question that matters most to a role now, in words, with why it is asked. */
import type { QuestionView } from '@remit/contract/incident-view.ts'
import { ask } from '@remit/engine/questions/ask.ts'
import { lower } from '@remit/incident/determinations/sentences.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import type { Opened } from '../incidents/write.ts'

/** Acts named in the reason; more would not be read on a phone. */
const REASONS_MAX = 2

export function questionFor({ compiled, determined }: Opened, role: string): QuestionView | undefined {
  const situation = withoutOffered(compiled.book, determined.situation)
  // First what changes an order that is said in a word or directs others: it is what the people on scene wait for.
  // What is urgent has its own button on every screen and waits for no question.
  const saidInAWord = new Set(
    compiled.book.acts.filter(({ word, directs, urgent }) => !urgent && (word ?? directs)).map(({ id }) => id),
  )
  const question = ask(compiled, situation, { role, acts: saidInAWord }) ?? ask(compiled, situation, { role })
  if (question === undefined || question.answers.length === 0) return undefined
  const { input, presumed, answers, decides } = question
  const acts = [...new Set(decides.map(({ act }) => act))]
    .slice(0, REASONS_MAX)
    .map((id) => lower(compiled.book.acts.find((act) => act.id === id)?.text ?? id))
  return {
    input,
    ask: question.ask,
    why: `It decides whether you ${acts.join(', or ')}.`,
    answers,
    ...(typeof presumed === 'boolean' || typeof presumed === 'string' ? { presumed } : {}),
  }
}

/** What is always offered has a button of its own on every screen, so it is no question: its presumed value stands. */
function withoutOffered({ inputs }: Book, situation: Situation): Situation {
  const offered = inputs.flatMap((input) =>
    input.alwaysOffered && input.kind !== 'clock' && input.first !== undefined && !situation.has(input.id)
      ? [[input.id, input.first] as const]
      : [],
  )
  return new Map([...situation, ...offered])
}
