/** Answers with everything that *Why* shows: what decides, what was defeated or lifted, on what it rests. */
import type { AnswerView, Headline, WhyLine } from '@remit/contract/incident-view.ts'
import type { Answer, AnswerStatement } from '@remit/engine/questions/answer.ts'
import { explain } from '@remit/engine/questions/explain.ts'
import { whatIf } from '@remit/engine/questions/what-if.ts'
import { caseOf } from '@remit/incident/determinations/cases.ts'
import type { ActAnswer } from '@remit/incident/determinations/merged.ts'
import { modalitiesOf } from '@remit/incident/determinations/modalities.ts'
import { isWorthShowing, type Moment } from '@remit/incident/determinations/moment.ts'
import { lower, sentenceFor } from '@remit/incident/determinations/sentences.ts'
import { doneBy, doneSince, standsSince } from '@remit/incident/determinations/standing.ts'
import { dutiesOf } from '@remit/incident/duties/from-determinations.ts'
import type { Exception, Interim, Norm } from '@remit/language/checked/tree.ts'
import type { Opened } from '../incidents/write.ts'
import { type Context, documentLine, ofView } from './parts.ts'

export function headlineFrom(context: Context, opened: Opened, { headline, also }: Moment): Headline {
  const due = dueOf(context, opened, headline.answer)
  return {
    modality: headline.modality,
    act: headline.act.id,
    urgent: headline.act.urgent,
    sentence: headline.sentence,
    also: also.map(({ modality, act, sentence, answer }) => ({
      modality,
      act: act.id,
      sentence,
      ...ofView(answer.named),
    })),
    ...ofView(headline.answer.named),
    ...due,
  }
}

/** The answers of a role. Those that are said at its `moment` tell also why in one sentence, and what would change them. */
export function answerViews(
  context: Context,
  opened: Opened,
  { role, moment }: { readonly role: string; readonly moment: Moment | undefined },
): readonly AnswerView[] {
  const said = new Set(moment === undefined ? [] : [moment.headline, ...moment.also].map(({ answer }) => answer))
  return opened.determined.answers
    .filter((answer) => answer.role === role && isWorthShowing(answer, context.acts))
    .map((answer) => ({
      ...answerView(context, opened, answer),
      ...(said.has(answer) ? reasonOf(opened, answer) : {}),
    }))
}

/** Changes that are told of one answer. */
const CHANGES_MAX = 4

function reasonOf({ compiled, determined }: Opened, answer: ActAnswer): Pick<AnswerView, 'because' | 'whatIf'> {
  const { situation } = caseOf(determined.cases, answer.subject)
  const { because } = explain(compiled, situation, answer)
  const changes = whatIf(compiled, situation, answer).answers.flatMap(({ modality, distance, ways }) => {
    const canHappen = ways.filter(({ facts }) => distance === 1 && facts.every(({ canChange }) => canChange))
    return canHappen.map(({ words }) => ({ words: `If ${words}`, modality }))
  })
  return { ...(because === undefined ? {} : { because: because.words }), whatIf: changes.slice(0, CHANGES_MAX) }
}

function answerView(context: Context, opened: Opened, answer: ActAnswer): AnswerView {
  const { role, act, result } = answer
  const actText = (id: string) => context.acts.get(id)?.text ?? id
  const doneAt = doneSince(opened.incident, answer, context.acts)
  const changedAt = standsSince(opened.incident, answer)
  const isDuty = result.kind === 'settled' && result.modality === 'MUST'
  const members = isDuty ? doneBy(opened.incident, answer, context.acts) : undefined
  return {
    ...ofView(answer.named),
    role,
    act,
    text: actText(act),
    settled: result.kind === 'settled',
    modalities: modalitiesOf(answer),
    ...(doneAt === undefined ? {} : { doneAt }),
    ...(members === undefined ? {} : { members }),
    ...(changedAt === undefined ? {} : { changedAt }),
    matters: result.kind === 'open' ? result.matters.map(wordsOfInput) : [],
    presumed: answer.presumed.map(wordsOfInput),
    setAsideBy: answer.setAsideBy.map((pair) => actText(pair.act)),
    ask: (answer.referral?.ask ?? []).map(context.roleText),
    interim: (answer.referral?.interim ?? []).map((interim) => interimWords(context, interim)),
    ...dueOf(context, opened, answer),
    why: whyOf(context, answer),
  }
}

function dueOf(
  context: Context,
  opened: Opened,
  answer: ActAnswer,
): { readonly dueAt?: number; readonly ifLate?: string } {
  const { compiled, incident, nowMs } = opened
  const [duty] = dutiesOf(compiled.book, incident, [answer], nowMs)
    .filter(({ state }) => state !== 'met')
    .sort((one, other) => one.due - other.due)
  if (duty === undefined) return {}
  return { dueAt: duty.due, ...(duty.ifLate === undefined ? {} : { ifLate: context.roleText(duty.ifLate) }) }
}

function whyOf(context: Context, answer: Answer): readonly WhyLine[] {
  const lines = (part: WhyLine['part'], statements: readonly AnswerStatement[]) =>
    statements.map((statement) => whyLine(context, statement.certainty === 'possible' ? 'possible' : part, statement))
  return [
    ...lines('decides', answer.deciding),
    ...lines('defeated', answer.defeated),
    ...answer.exceptions.map(({ norm }) => liftedLine(context, norm)),
  ]
}

function whyLine(context: Context, part: WhyLine['part'], { statement, norm, modality }: AnswerStatement): WhyLine {
  const found = normOf(context, norm)
  const words = found?.statements.find(({ id }) => id === statement)?.words ?? ''
  const ifBroken = found?.ifBroken
  return { part, modality, words, ...(ifBroken === undefined ? {} : { ifBroken }), ...sourceOf(context, norm, found) }
}

function liftedLine(context: Context, norm: string): WhyLine {
  return {
    part: 'lifted',
    modality: '',
    words: 'lifted by an exception',
    ...sourceOf(context, norm, normOf(context, norm)),
  }
}

function normOf({ book }: Context, id: string): Norm | Exception | undefined {
  return book.norms.find((norm) => norm.id === id) ?? book.exceptions.find((exception) => exception.id === id)
}

function sourceOf({ book, agency }: Context, id: string, found: Norm | Exception | undefined) {
  const document = book.documents.find((document) => document.id === (found?.document ?? id.split('#')[0]))
  const cite = found?.cite ?? document?.cite
  return {
    norm: (id.split('#')[1] ?? id).replaceAll('-', ' '),
    document: document === undefined ? { id, short: id, force: '', verified: '' } : documentLine(document),
    ...(cite === undefined ? {} : { cite }),
    setting: agency.demo && id.startsWith(`${agency.id}/`),
  }
}

function interimWords({ acts }: Context, interim: Interim): string {
  if (interim.kind === 'words') return interim.text
  const act = acts.get(interim.act)
  if (act === undefined) return interim.act
  return interim.kind === 'do' ? sentenceFor(act, 'MUST') : `Do not ${lower(act.text)}.`
}

export function wordsOfInput(id: string): string {
  return id.replaceAll('-', ' ')
}
