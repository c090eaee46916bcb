/** The one question that matters most to a role now, in words, with why it is asked. */
import type { QuestionView } from '@remit/contract/incident-view.ts'
import { type AskOptions, ask, type Question } from '@remit/engine/questions/ask.ts'
import { lower } from '@remit/incident/determinations/sentences.ts'
import type { Named, Subject } from '@remit/incident/subjects/subject.ts'
import type { Book, Input, Situation } from '@remit/language/checked/tree.ts'
import type { Opened } from '../incidents/write.ts'
import { ofView } from './parts.ts'

/** Acts named in the reason; more would not be read on a phone. */
const REASONS_MAX = 2

/** Of all situations: one that is needed before one that is only offered, and that of the first request and person first. */
export function questionFor(opened: Opened, role: string): QuestionView | undefined {
  const { book } = opened.compiled
  // First what changes an order that is said in a word or directs others: it is what the people on scene wait for.
  // What is urgent has its own button on every screen and waits for no question.
  const saidInAWord = new Set(
    book.acts.filter(({ word, directs, urgent }) => !urgent && (word ?? directs)).map(({ id }) => id),
  )
  const found = asked(opened, { role, acts: saidInAWord }) ?? asked(opened, { role })
  return found && questionView(opened, found.question, found.subject)
}

type Asked = { readonly question: Question; readonly subject: Subject }

function asked({ compiled, determined }: Opened, options: AskOptions): Asked | undefined {
  let offered: Asked | undefined
  for (const { of, situation } of determined.cases) {
    const [subject] = of
    const question = ask(compiled, withoutOffered(compiled.book, situation), options)
    if (question === undefined || subject === undefined) continue
    if (question.presumed === undefined) return { question, subject }
    offered ??= { question, subject }
  }
  return offered
}

function questionView({ compiled, incident }: Opened, question: Question, subject: Subject): QuestionView {
  const { book } = compiled
  const { input: id, presumed, answers, decides, unit } = question
  const input = book.inputs.find((input) => input.id === id)
  const acts = [...new Set(decides.map(({ act }) => act))]
    .slice(0, REASONS_MAX)
    .map((id) => lower(book.acts.find((act) => act.id === id)?.text ?? id))
  const named: Named = {
    ...(input?.about === 'request' && incident.requests.length > 1 ? { request: subject.request } : {}),
    ...(input?.about === 'person' && incident.persons > 1 ? { person: subject.person } : {}),
  }
  const list = listOf(input)
  return {
    ...ofView(named),
    input: id,
    ask: question.ask,
    why: `It decides whether you ${acts.join(', or ')}.`,
    answers,
    ...(unit === undefined ? {} : { unit }),
    ...(typeof presumed === 'boolean' || typeof presumed === 'string' || typeof presumed === 'number'
      ? { presumed }
      : {}),
    ...(list === undefined ? {} : { list }),
  }
}

function listOf(input: Input | undefined): string | undefined {
  return input?.kind === 'yes-no' && input.of.kind === 'some' ? input.of.list : undefined
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
