/** Explains one answer: because of which facts, what decides, what was beaten, lifted or set aside, and what would change it. */
import { MODALITIES, type Modality } from '@remit/language/checked/outcome.ts'
import type { DocumentId, InputId, NormId, Situation, SituationValue, Verified } from '@remit/language/checked/tree.ts'
import { assert, at, known } from '../assert.ts'
import { encode } from '../diagram/encode.ts'
import { type Compiled, type CompiledPair, pairIndex } from '../diagram/from-checked.ts'
import { support } from '../diagram/reach.ts'
import type { Rule } from '../diagram/speaks.ts'
import { valueIn } from '../diagram/variables.ts'
import type { Answer, AnswerStatement, Certainty, OtherPair } from './answer.ts'
import { type Because, because } from './because.ts'
import { whereOutcome } from './expectation.ts'
import { modalitiesIn } from './presumed.ts'
import { sentenceOf } from './sentence.ts'
import { asking, type View, viewOf } from './view.ts'

export type Explanation = {
  /** The fewest facts that are enough for a settled answer, and the sentence that says so; absent while it is open. */
  readonly because?: Because & { readonly words: string }
  /** What decides first, with its sanctions, then what was beaten, lifted, and what sets it aside. */
  readonly reasons: readonly Reason[]
  /** One fact changed, all else as it is. */
  readonly changes: readonly WouldChange[]
}

export type Reason = {
  /** One sentence. */
  readonly words: string
  readonly part:
    | 'decides'
    | 'defeated'
    | 'excepted'
    | 'set aside'
    | 'collides'
    | 'unsettled'
    | 'nothing allows'
    | 'if broken'
  readonly certainty: Certainty
  /** The norm that the sentence is about, with how it is cited. */
  readonly source?: {
    readonly norm: NormId
    readonly document: DocumentId
    readonly cite?: string
    readonly verified: Verified
  }
}

/** With this value of an input the pair could come to these modalities instead. */
export type WouldChange = {
  readonly input: InputId
  readonly value: SituationValue
  readonly modalities: readonly Modality[]
}

/** Why an answer of `decide` is what it is. `situation` is the one in which it was given. */
export function explain(compiled: Compiled, situation: Situation, answer: Answer): Explanation {
  const pair = compiled.pairs[pairIndex(compiled, answer.role, answer.act)]
  assert(pair !== undefined, `${answer.role} ${answer.act} is no pair of this book`)
  return asking(compiled, () => {
    const view = viewOf(compiled, encode(compiled, situation))
    const { result } = answer
    return {
      ...(result.kind === 'open' ? {} : { because: becauseOf(view, situation, answer, result.modality) }),
      reasons: reasonsOf(compiled, pair, answer),
      changes: changesOf(view, pair),
    }
  })
}

function becauseOf(
  view: View,
  situation: Situation,
  answer: Answer,
  modality: Modality,
): Because & { readonly words: string } {
  const { compiled } = view
  const pair = at(compiled.pairs, pairIndex(compiled, answer.role, answer.act))
  const isOther = whereOutcome(compiled, pair, (outcome) => outcome.modality !== modality)
  const reason = because(view, situation, compiled.diagrams.and(compiled.possible, isOther))
  return { ...reason, words: sentenceOf(compiled, reason, answer, modality) }
}

/** Every part of an answer's reasons, without the facts. */
export function reasonsOf(compiled: Compiled, pair: CompiledPair, answer: Answer): readonly Reason[] {
  return [...sources(compiled, pair, answer), ...others(compiled, pair, answer)]
}

function sources(compiled: Compiled, pair: CompiledPair, answer: Answer): Reason[] {
  const rules = new Map<NormId, Rule>(pair.statements.map(({ rule }) => [rule.id, rule]))
  const texts = new Map(pair.statements.map(({ statement }) => [statement.id, statement.words]))
  const ofStatement = (part: 'decides' | 'defeated') => (one: AnswerStatement) => {
    const rule = known(rules, one.norm)
    const words = `${shortOf(compiled, rule.document)}: ${known(texts, one.statement)}`
    return { words, part, certainty: one.certainty, source: sourceOf(compiled, rule) }
  }
  return [
    ...answer.deciding.map(ofStatement('decides')),
    ...sanctions(compiled, rules, answer),
    ...answer.defeated.map(ofStatement('defeated')),
    ...answer.exceptions.map(({ exception, norm, certainty }): Reason => {
      const lifting = known(exceptionsOf(compiled), exception)
      const words = `${shortOf(compiled, lifting.document)}: \`${lifting.name}\` lifts \`${known(rules, norm).name}\``
      return { words, part: 'excepted', certainty, source: sourceOf(compiled, lifting) }
    }),
  ]
}

/** What a norm that decides says of whoever breaks it, once for each norm. */
function sanctions(compiled: Compiled, rules: ReadonlyMap<NormId, Rule>, { deciding }: Answer): Reason[] {
  return [...new Set(deciding.map(({ norm }) => norm))].flatMap((norm): Reason[] => {
    const rule = known(rules, norm)
    if (rule.ifBroken === undefined) return []
    const isSettled = deciding.some((one) => one.norm === norm && one.certainty === 'settled')
    const words = `${shortOf(compiled, rule.document)}: if broken, ${rule.ifBroken}`
    return [
      { words, part: 'if broken', certainty: isSettled ? 'settled' : 'possible', source: sourceOf(compiled, rule) },
    ]
  })
}

function others(compiled: Compiled, pair: CompiledPair, answer: Answer): Reason[] {
  const because = (part: 'set aside' | 'collides', words: string) => (other: OtherPair) => ({
    words: `${words} \`${other.role}\` must \`${other.act}\``,
    part,
    certainty: other.certainty,
  })
  const isUnallowed =
    answer.result.kind === 'settled' && answer.result.modality === 'MUST NOT' && answer.deciding.length === 0
  return [
    ...answer.setAsideBy.map(because('set aside', 'set aside while')),
    ...answer.collidesWith.map(because('collides', 'cannot be met together with this:')),
    ...answer.readings.map(({ unsettled, certainty }): Reason => {
      const doubt = compiled.book.unsettled.find((one) => one.id === unsettled)
      const words = `whether the law is so is unsettled: ask \`${doubt?.ask ?? compiled.book.agency.referTo}\``
      return { words, part: 'unsettled', certainty }
    }),
    ...(isUnallowed
      ? [{ words: `nothing allows \`${pair.act}\` here`, part: 'nothing allows', certainty: 'settled' } as const]
      : []),
  ]
}

function exceptionsOf({ book }: Compiled): ReadonlyMap<NormId, Rule> {
  return new Map(book.exceptions.map((exception) => [exception.id, exception]))
}

function shortOf({ documents }: Compiled, document: DocumentId): string {
  return known(documents, document).short
}

function sourceOf({ documents }: Compiled, rule: Rule) {
  const header = known(documents, rule.document)
  const cite = rule.cite ?? header.cite
  return { norm: rule.id, document: rule.document, ...(cite === undefined ? {} : { cite }), verified: header.verified }
}

/** Each other value of each fact on which the pair depends, where it gives another result and is possible. */
function changesOf(view: View, pair: CompiledPair): WouldChange[] {
  const { compiled, cells } = view
  const now = modalitiesIn(view, pair)
  const { diagrams, possible } = compiled
  // What bears on what is possible alone can rule out, or let in, what is not known.
  const read = new Set([...support(diagrams, pair.outcome), ...support(diagrams, possible)])
  return [...read]
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const variable = at(compiled.variables, index)
      return Array.from({ length: compiled.diagrams.width(index) }, (_, cell) => cell).flatMap((cell) => {
        if (cell === cells[index]) return []
        const other = cells.slice()
        other[index] = cell
        const then = modalitiesIn(viewOf(compiled, other), pair)
        if (then.size === 0 || (then.size === now.size && [...then].every((one) => now.has(one)))) return []
        const modalities = MODALITIES.filter((_, place) => then.has(place))
        return [{ input: variable.input.id, value: valueIn(variable, cell), modalities }]
      })
    })
}
