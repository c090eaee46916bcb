/** The one question that matters most to a role now, in words, with why it is asked. */
import type { QuestionView } from '@remit/contract/incident-view.ts'
import { ask } from '@remit/engine/questions/ask.ts'
import { lower } from '@remit/incident/determinations/sentences.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import type { Opened } from '../incidents/write.ts'

/** Acts named in the reason; more would not be read on a phone. */
const REASONS_MAX = 2

export function questionFor({ compiled, determined }: Opened, role: string): QuestionView | undefined {
  const question = ask(compiled, withoutOffered(compiled.book, determined.situation), { role })
  if (question === undefined || question.answers.length === 0) return undefined
  const { input, presumed, answers, decides } = question
  const acts = [...new Set(decides.map(({ act }) => act))]
    .slice(0, REASONS_MAX)
    .map((id) => lower(compiled.book.acts.find((act) => act.id === id)?.text ?? id))
  return {
    input,
    ask: wordsFor(compiled.book, input, question.ask),
    why: `It decides whether you ${acts.join(', or ')}.`,
    answers,
    ...(typeof presumed === 'boolean' || typeof presumed === 'string' ? { presumed } : {}),
  }
}

/** The question of an `includes` fact is one for all its members, so the member that is asked about is named. */
function wordsFor({ inputs }: Book, id: string, ask: string): string {
  const input = inputs.find((input) => input.id === id)
  if (input?.kind !== 'yes-no' || input.of.kind !== 'member') return ask
  return `Do they ask for this: ${lower(input.of.value.text)}?`
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
