/** What a book answers to the page's question, row by row. Pure: the book is asked here, in the page. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer } from '@remit/engine/questions/answer.ts'
import { answersOf, answerTo } from '@remit/engine/questions/answer-to.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { Situation } from '@remit/language/checked/tree.ts'
import type { Result } from '../../words/modality.ts'
import { lowerFirst } from '../../words/sentences.ts'
import type { Choices } from './choices.ts'
import { ACTS, GENERAL_DUTY, POLICY_ACTS, type Row, situationFor } from './situations.ts'

export type Cited = {
  readonly document: string
  readonly cite: string
  readonly force: string
  readonly verified: 'primary' | 'secondary' | 'recalled' | 'assumed'
}

export type Line = {
  readonly result: Result
  readonly act: string
  /** The act in the orders' own words, in lower case. */
  readonly words: string
  readonly citations: readonly Cited[]
  /** REFER: the positions to ask, in the orders' words. */
  readonly ask: readonly string[]
  /** OPEN: the questions on which it depends, in the orders' words. */
  readonly depends: readonly string[]
  /** A seizure that no rule allows, and so is not allowed. */
  readonly isUnallowed: boolean
}

export type RowAnswer =
  | { readonly kind: 'lines'; readonly lines: readonly Line[] }
  /** What was picked cannot be together, in the orders' words. */
  | { readonly kind: 'impossible'; readonly words: readonly string[] }

export type Picked = Pick<Choices, 'who' | 'what' | 'paper'>

/** All that the orders say to one role in its situation: first the act that is asked for, or for supervisors the duties. */
export function rowAnswer(compiled: Compiled, row: Row, picked: Picked): RowAnswer {
  const situation = situationFor(row, picked)
  const own = answersOf(compiled, situation, row)
  if (own === undefined) return { kind: 'impossible', words: whyImpossible(compiled, situation) }
  const lineOf = (act: string) => own.find((answer) => answer.act === act)
  if (row === 'agency') {
    const lines = POLICY_ACTS.flatMap((act) => lineOf(act) ?? []).map((answer) => lineFrom(compiled, answer))
    return { kind: 'lines', lines: lines.toSorted((a, b) => orderOf(a) - orderOf(b)) }
  }
  const asked = row === 'jailer' ? ACTS[picked.what].jailer : ACTS[picked.what].officer
  const first = lineOf(asked)
  const duties = own.filter(({ act, arises, result }) => {
    const isDuty = result.kind === 'settled' && result.modality === 'MUST'
    return isDuty && act !== asked && (arises === 'yes' || act === GENERAL_DUTY)
  })
  const lines = [...(first === undefined ? [] : [first]), ...duties].map((answer) => lineFrom(compiled, answer))
  return { kind: 'lines', lines: row === 'supervisor' ? lines.toSorted((a, b) => dutyFirst(a) - dutyFirst(b)) : lines }
}

function whyImpossible(compiled: Compiled, situation: Situation): readonly string[] {
  const determination = decide(compiled, situation)
  return determination.kind === 'impossible' ? determination.words : []
}

/** Of what an agency may decide, the forbidden and the ordered before the allowed. */
const orderOf = ({ result }: Line) => (result === 'MUST' || result === 'MUST NOT' ? 0 : 1)

/** What a supervisor does with the request comes before everything else that is a duty then. */
const ANSWERING: readonly string[] = ['decline-request', 'direct-to-leave', 'come-to-scene']
function dutyFirst({ act, result }: Line): number {
  const place = ANSWERING.indexOf(act)
  return result === 'MUST' && place >= 0 ? place : ANSWERING.length + (result === 'MUST' ? 1 : 0)
}

/** What one map shows of a state: the act that is asked for, or the general duty where nothing names the act. */
export type StateAnswer = {
  readonly result: Result
  readonly isGeneral: boolean
  readonly line: Line | undefined
}

export function stateAnswer(compiled: Compiled, row: 'officer' | 'jailer', picked: Picked): StateAnswer {
  const situation = situationFor(row, picked)
  const answer = answerTo(compiled, situation, { role: row, act: ACTS[picked.what][row] })
  const line = answer && lineFrom(compiled, answer)
  if (line !== undefined && !line.isUnallowed) return { result: line.result, isGeneral: false, line }
  const general = row === 'officer' ? answerTo(compiled, situation, { role: row, act: GENERAL_DUTY }) : undefined
  if (general === undefined) return { result: 'SILENT', isGeneral: false, line }
  const duty = lineFrom(compiled, general)
  return { result: duty.result, isGeneral: true, line: duty }
}

function lineFrom(compiled: Compiled, answer: Answer): Line {
  const { book } = compiled
  const { result, act, referral, deciding } = answer
  const settled = result.kind === 'settled' ? result.modality : 'OPEN'
  const text = book.acts.find(({ id }) => id === act)?.text ?? act
  const roleText = (role: string) => book.roles.find(({ id }) => id === role)?.text ?? role
  return {
    result: settled,
    act,
    words: lowerFirst(text),
    citations: citedOnce(compiled, answer),
    ask: (referral?.ask ?? []).map(roleText),
    depends:
      result.kind === 'open'
        ? result.matters.flatMap((input) => book.inputs.find(({ id }) => id === input)?.ask ?? [])
        : [],
    isUnallowed: settled === 'MUST NOT' && deciding.length === 0,
  }
}

/** Two norms of one section are cited as one. */
function citedOnce({ documents }: Compiled, { citations }: Answer): readonly Cited[] {
  const cited = citations.flatMap(({ document, cite, verified }): Cited[] => {
    const header = documents.get(document)
    return header === undefined ? [] : [{ document, cite: cite ?? header.short, force: header.force, verified }]
  })
  return [...new Map(cited.map((one) => [`${one.document} ${one.cite}`, one])).values()]
}
