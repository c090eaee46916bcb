/**
 * Why not: what stands against an answer that one expected.
 *
 * Each statement that would have given it is looked at: its condition fails, an exception lifts it, a higher force beats
 * it, or it applies and is not enough. Beside that stands what decides instead, and what would have to be so.
 */
import type { DocumentId, NormId, Situation, StatementModality } from '@remit/language/checked/tree.ts'
import { known } from '../assert.ts'
import type { Pair } from '../diagram/acts.ts'
import { type Diagram, NO } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import { type Compiled, type CompiledPair, pairIndex } from '../diagram/from-checked.ts'
import type { PairStatement } from '../diagram/pair.ts'
import { isException } from '../diagram/speaks.ts'
import { joined } from '../situation/plain-words.ts'
import type { Answer, Certainty, Result } from './answer.ts'
import { answerPair } from './answer-pair.ts'
import { type Because, because } from './because.ts'
import { type Reason, reasonsOf } from './explain.ts'
import { presumedIn } from './presumed.ts'
import { sayingOf } from './saying.ts'
import { asking, certaintyOf, type View, viewOf } from './view.ts'
import { type Ways, waysInto } from './ways.ts'
import { type OtherAnswer, whatIf } from './what-if.ts'

/** What an order can be expected to say. */
export const EXPECTABLE = ['MUST', 'MUST NOT', 'MAY', 'SHOULD', 'SHOULD NOT'] as const
export type Expectable = (typeof EXPECTABLE)[number]

export type WhyNot = {
  readonly expected: Expectable
  readonly now: Result
  /** Whether it is as expected, settled. Then nothing stands against it. */
  readonly isSo: boolean
  /** What decides instead, sets aside, collides or is in doubt; empty where no order says anything that counts. */
  readonly instead: readonly Reason[]
  /** Each statement that would say so, by force: what becomes of it. Empty: no order ever says so of this role and act. */
  readonly claims: readonly Claim[]
  /** The nearest ways to the answer that one expected; absent: no possible situation gives it. */
  readonly nearest?: OtherAnswer
}

/** One statement that would give the answer, and what becomes of it here. */
export type Claim = {
  readonly statement: string
  readonly norm: NormId
  readonly document: DocumentId
  readonly cite?: string
  /** One sentence. */
  readonly words: string
  readonly certainty: Certainty
} /** Its condition does not hold: because of these facts; and what would have to be so. */ & (
  | { readonly fate: 'does not apply'; readonly because?: Because; readonly needs: Ways }
  | { readonly fate: 'lifted'; readonly by: readonly NormId[] }
  /** What decides instead is of a higher force, or a guarantee leaves it out. */
  | { readonly fate: 'beaten' }
  /** It applies, and its duty is set aside or referred, or what it allows is commanded or advised. */
  | { readonly fate: 'applies' }
)

const SAID_BY: { readonly [modality in Expectable]: readonly StatementModality[] } = {
  MUST: ['must'],
  'MUST NOT': ['must not'],
  MAY: ['may', 'need not'],
  SHOULD: ['should'],
  'SHOULD NOT': ['should not'],
}

/** What stands against an answer. In a situation that is impossible nothing stands against anything but the facts. */
export function whyNot(compiled: Compiled, situation: Situation, pair: Pair, expected: Expectable = 'MUST'): WhyNot {
  const [nearest] = whatIf(compiled, situation, pair, { want: expected }).answers
  const compiledPair = compiled.pairs[pairIndex(compiled, pair.role, pair.act)]
  const silent = { kind: 'settled', modality: 'SILENT' } as const
  if (compiledPair === undefined) return { expected, now: silent, isSo: false, instead: [], claims: [] }
  return asking(compiled, () => {
    const view = viewOf(compiled, encode(compiled, situation))
    const answer = answerPair(view, compiledPair, presumedIn(compiled, situation))
    const now = answer?.result ?? silent
    const isSo = now.kind === 'settled' && now.modality === expected
    return {
      expected,
      now,
      isSo,
      instead: isSo || answer === undefined ? [] : insteadOf(compiled, compiledPair, answer, expected),
      claims: isSo ? [] : claimsOf(view, situation, compiledPair, expected),
      ...(nearest === undefined ? {} : { nearest }),
    }
  })
}

/** Reasons of what is so that are none for what was expected. */
function insteadOf(compiled: Compiled, pair: CompiledPair, answer: Answer, expected: Expectable): readonly Reason[] {
  const own = new Set(
    answer.deciding.filter(({ modality }) => SAID_BY[expected].includes(modality)).map(({ norm }) => norm),
  )
  return reasonsOf(compiled, pair, answer).filter(
    ({ part, source }) =>
      part !== 'defeated' &&
      part !== 'excepted' &&
      part !== 'if broken' &&
      !(part === 'decides' && source !== undefined && own.has(source.norm)),
  )
}

function claimsOf(view: View, situation: Situation, pair: CompiledPair, expected: Expectable): Claim[] {
  const { compiled } = view
  const said = sayingOf(compiled, pair, view.left)
  return pair.statements.flatMap((statement, index) => {
    if (!SAID_BY[expected].includes(statement.modality)) return []
    return fatesOf(view, situation, pair, statement, said.isBeaten(index))
  })
}

/** What becomes of a statement: one thing in a whole situation, each possible one where facts are unknown. */
function fatesOf(
  view: View,
  situation: Situation,
  pair: CompiledPair,
  statement: PairStatement,
  beaten: Diagram,
): Claim[] {
  const { diagrams, applies: byRole, possible } = view.compiled
  const { rule } = statement
  const whole = isException(rule) ? statement.applies : known(byRole, pair.role).conditionOf(rule.id)
  const [holds, applies] = [view.left(whole), view.left(statement.applies)]
  const claims: (Claim | undefined)[] = [
    claimWhere(view, statement, diagrams.not(holds), (certainty) => {
      const [where, otherwise] = [diagrams.and(possible, whole), diagrams.without(possible, whole)]
      const reason = certainty === 'settled' ? because(view, situation, where) : undefined
      const needs = waysInto(view, situation, { where, otherwise })
      return { fate: 'does not apply', ...(reason === undefined ? {} : { because: reason }), needs }
    }),
    claimWhere(view, statement, diagrams.without(holds, applies), () => {
      const liftings = pair.liftings.filter(({ norm }) => norm === rule.id)
      const lifting = liftings.filter(({ where }) => certaintyOf(view, view.left(where)) !== undefined)
      return { fate: 'lifted', by: lifting.map(({ exception }) => exception) }
    }),
    claimWhere(view, statement, diagrams.and(applies, beaten), () => ({ fate: 'beaten' })),
    claimWhere(view, statement, diagrams.without(applies, beaten), () => ({ fate: 'applies' })),
  ]
  return claims.filter((claim) => claim !== undefined)
}

type Fate = Claim extends infer Each
  ? Each extends Claim
    ? Omit<Each, 'statement' | 'norm' | 'document' | 'cite' | 'words' | 'certainty'>
    : never
  : never

function claimWhere(
  view: View,
  { statement, rule }: PairStatement,
  where: Diagram,
  fateWhere: (certainty: Certainty) => Fate,
): Claim | undefined {
  const certainty = where === NO ? undefined : certaintyOf(view, where)
  if (certainty === undefined) return undefined
  const { documents } = view.compiled
  const header = known(documents, rule.document)
  const cite = rule.cite ?? header.cite
  const fate = fateWhere(certainty)
  const of = {
    statement: statement.id,
    norm: rule.id,
    document: rule.document,
    ...(cite === undefined ? {} : { cite }),
  }
  return { ...of, certainty, ...fate, words: `${header.short}, “${statement.words}”: ${wordsOf(view.compiled, fate)}` }
}

function wordsOf({ book }: Compiled, fate: Fate): string {
  switch (fate.fate) {
    case 'does not apply': {
      const facts = fate.because?.facts.map(({ words }) => words) ?? []
      const why = facts.length === 0 ? '' : `, because ${joined(facts, 'and')}`
      const [way] = fate.needs.ways
      return `does not apply${why}${way === undefined ? '; nothing possible makes it apply' : `; it would if ${way.words}`}`
    }
    case 'lifted': {
      const names = new Map(book.exceptions.map(({ id, name }) => [id, name]))
      return `lifted by ${joined(
        fate.by.map((id) => `\`${names.get(id) ?? id}\``),
        'and',
      )}`
    }
    case 'beaten':
      return 'beaten by what decides instead'
    case 'applies':
      return 'applies, and is not what decides'
  }
}
