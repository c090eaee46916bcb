/** One stateless decision, and the line that it leaves in a decision log. */
import type { DecisionLine } from '@remit/contract/decide.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer, Determination } from '@remit/engine/questions/answer.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { MomentAhead } from '@remit/engine/situation/from-happenings.ts'
import type { Situation } from '@remit/language/checked/tree.ts'
import { canonicalJson, isJson } from '@remit/record/leaves/json.ts'
import { hashOf } from '../orders/books.ts'

export type Asked = {
  readonly situation: Situation
  readonly ahead: readonly MomentAhead[]
  /** For which instant, milliseconds since 1970 UTC. */
  readonly at: number
  readonly role: string | undefined
  readonly acts: readonly string[] | undefined
  readonly by: DecisionLine['by'] | undefined
}

export type Decided = {
  readonly determination: Determination
  /** Of the role and acts asked for; empty where the facts cannot be together. */
  readonly answers: readonly Answer[]
  readonly line: DecisionLine
}

/** Decides by the book in force at the instant; `nowMs` is when. */
export function decisionOf(compiled: Compiled, asked: Asked, nowMs: number): Decided {
  const { situation, ahead, at, role, acts } = asked
  const determination = decide(compiled, situation, ahead)
  const answers =
    determination.kind === 'impossible'
      ? []
      : determination.answers.filter(
          (answer) => (role === undefined || answer.role === role) && (acts === undefined || acts.includes(answer.act)),
        )
  const { agency, hash, language } = compiled.book
  const line: Omit<DecisionLine, 'id'> = {
    log: 'remit-decision/1',
    time: new Date(nowMs).toISOString(),
    agency: agency.id,
    at: new Date(at).toISOString(),
    book: hash,
    language,
    by: asked.by ?? 'other',
    situation: Object.fromEntries([...situation].sort(([one], [other]) => (one < other ? -1 : 1))),
    ...(role === undefined ? {} : { role }),
    ...(acts === undefined ? {} : { acts: acts.toSorted() }),
    ...(determination.kind === 'impossible'
      ? { impossible: [...determination.breaks] }
      : { results: answers.map(resultOf), open: openIn(answers) }),
  }
  return { determination, answers, line: { ...line, id: idOf(line) } }
}

function resultOf({ role, act, result }: Answer) {
  return { role, act, modalities: result.kind === 'settled' ? [result.modality] : [...result.possible] }
}

function openIn(answers: readonly Answer[]): string[] {
  return [...new Set(answers.flatMap(({ result }) => (result.kind === 'open' ? result.matters : [])))].sort()
}

/** The hash of the rest of the line: a changed line shows. */
export function idOf(line: unknown): string {
  if (!isJson(line)) throw new Error('bug: a decision is JSON')
  return hashOf(canonicalJson(line))
}
