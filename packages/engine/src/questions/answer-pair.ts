/** The whole answer about one role and act. */
import { MODALITIES, type Modality } from '@remit/language/checked/outcome.ts'
import { assert, at, known } from '../assert.ts'
import { type Diagram, NO, terminal, terminalValue } from '../diagram/diagrams.ts'
import type { CompiledPair } from '../diagram/from-checked.ts'
import type { Outcome } from '../diagram/outcomes.ts'
import type { PairStatement } from '../diagram/pair.ts'
import { reachable } from '../diagram/reach.ts'
import type { Answer, AnswerStatement, Citation, OtherPair, Result } from './answer.ts'
import { deadlinesOf } from './deadlines.ts'
import { inputsOf, mattering } from './matters.ts'
import { presumedOf } from './presumed.ts'
import { sayingOf } from './saying.ts'
import { certaintyOf, type View } from './view.ts'

/** The answer about a pair, `undefined` if it is SILENT whatever the unknown facts are. */
export function answerPair(view: View, pair: CompiledPair, presumed: readonly boolean[]): Answer | undefined {
  const left = view.left(pair.outcome)
  const reached = reachedOutcomes(view, left)
  const [only, ...others] = reached
  if (only?.modality === 'SILENT' && others.length === 0) return undefined
  const modalities = MODALITIES.filter((modality) => reached.some((outcome) => outcome.modality === modality))

  const said = sayingOf(view.compiled, pair, view.left)
  const deciding = pick(pair.statements, (index) => certaintyOf(view, at(said.decides, index)))
  const defeated = pick(pair.statements, (index) => certaintyOf(view, said.isBeaten(index)))
  const force = modalities.length > 1 ? undefined : (lowestRank(reached) ?? deciding[0]?.rank)
  return {
    role: pair.role,
    act: pair.act,
    result: resultOf(view, left, modalities),
    ...(modalities.length === 1 && only?.modality === 'MUST' && isForOne(pair, deciding) ? { one: true } : {}),
    ...(force === undefined ? {} : { force }),
    deciding,
    defeated,
    exceptions: pair.liftings.flatMap(({ exception, norm, where }) => {
      const certainty = certaintyOf(view, view.left(where))
      return certainty === undefined ? [] : [{ exception, norm, certainty }]
    }),
    readings: pair.readings.flatMap(({ unsettled, live }) => {
      const certainty = certaintyOf(view, view.left(live))
      return certainty === undefined ? [] : [{ unsettled: unsettled.id, certainty }]
    }),
    presumed: presumedOf(view, pair, presumed),
    deadlines: deadlinesOf(view, pair, said),
    citations: citationsOf(view, pair, deciding),
    ...(only?.referral === undefined || others.length > 0 ? {} : { referral: only.referral }),
    setAsideBy: modalities.includes('SET ASIDE') ? setAsideBy(view, pair) : [],
    collidesWith: modalities.includes('REFER') ? collidesWith(view, pair) : [],
    arises: arisesOf(view, pair),
  }
}

/** Whether every statement that decides, or may, binds one member only. */
function isForOne(pair: CompiledPair, deciding: readonly AnswerStatement[]): boolean {
  return deciding.every(({ statement }) =>
    pair.statements.some((one) => one.statement.id === statement && one.statement.one),
  )
}

function reachedOutcomes({ compiled, care }: View, left: Diagram): Outcome[] {
  if (left < 0) return [compiled.outcomes.at(terminalValue(left))]
  return [...reachable(compiled.diagrams, left, care)].map((index) => compiled.outcomes.at(index))
}

function arisesOf(view: View, pair: CompiledPair): Answer['arises'] {
  const certainty = certaintyOf(view, view.left(pair.arises))
  return certainty === 'settled' ? 'yes' : certainty === 'possible' ? 'possible' : 'no'
}

function lowestRank(reached: readonly { readonly rank?: number }[]): number | undefined {
  const ranks = reached.flatMap((outcome) => (outcome.rank === undefined ? [] : [outcome.rank]))
  return ranks.length === 0 ? undefined : Math.max(...ranks)
}

function resultOf(view: View, left: Diagram, modalities: readonly Modality[]): Result {
  const [modality, ...others] = modalities
  if (modality !== undefined && others.length === 0) return { kind: 'settled', modality }
  const places = view.compiled.modalities
  const byModality = view.compiled.diagrams.mapTerminals(left, (outcome) => terminal(places[outcome] ?? 0))
  return { kind: 'open', possible: modalities, matters: inputsOf(view, mattering(view, byModality)) }
}

function pick(
  statements: readonly PairStatement[],
  certaintyAt: (index: number) => AnswerStatement['certainty'] | undefined,
): AnswerStatement[] {
  const picked: AnswerStatement[] = []
  for (const [index, one] of statements.entries()) {
    const certainty = certaintyAt(index)
    if (certainty === undefined) continue
    const { statement, rule, modality, rank } = one
    picked.push({ statement: statement.id, norm: rule.id, modality, rank, certainty })
  }
  return picked
}

function citationsOf(view: View, pair: CompiledPair, deciding: readonly AnswerStatement[]): Citation[] {
  const citations: Citation[] = []
  for (const { norm } of deciding) {
    if (citations.some((citation) => citation.norm === norm)) continue
    const rule = pair.statements.find((one) => one.rule.id === norm)?.rule
    assert(rule !== undefined, `${norm} decides and does not speak about the pair`)
    const { cite: ofDocument, verified } = known(view.compiled.documents, rule.document)
    const cite = rule.cite ?? ofDocument
    const { document } = rule
    citations.push(cite === undefined ? { norm, document, verified } : { norm, document, cite, verified })
  }
  return citations
}

/** The standing duties of higher classes that set this one aside. */
function setAsideBy(view: View, pair: CompiledPair): OtherPair[] {
  const { diagrams, pairs } = view.compiled
  return others(view, pair, (other) => {
    let where = NO
    for (const duty of pair.duties) {
      for (const above of at(pairs, other).duties) {
        if (above.key >= duty.key) continue
        where = diagrams.or(where, diagrams.and(view.left(duty.aside), view.left(above.standing)))
      }
    }
    return where
  })
}

/** Duties of the same class that collide with this one, or of a higher class that are themselves referred. */
function collidesWith(view: View, pair: CompiledPair): OtherPair[] {
  const { diagrams, pairs } = view.compiled
  return others(view, pair, (other) => {
    let where = NO
    for (const duty of pair.duties) {
      for (const against of at(pairs, other).duties) {
        // Two duties of one class that collide are both referred, so what is not referred is no side of this.
        if (against.key > duty.key) continue
        where = diagrams.or(where, diagrams.and(view.left(duty.refer), view.left(against.refer)))
      }
    }
    return where
  })
}

function others(view: View, pair: CompiledPair, where: (other: number) => Diagram): OtherPair[] {
  return pair.collides.flatMap((other) => {
    const certainty = certaintyOf(view, where(other))
    const { role, act } = at(view.compiled.pairs, other)
    return certainty === undefined ? [] : [{ role, act, certainty }]
  })
}
