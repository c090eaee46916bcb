/** Norms and exceptions that never apply or change nothing. */
import type { ActId, Norm, NormId, RoleId, Statement } from '@remit/language/checked/tree.ts'
import { known } from '../../assert.ts'
import { type Diagram, NO } from '../../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../../diagram/from-checked.ts'
import { baseWithout } from '../../diagram/pair.ts'
import { isException, type Rule, rolesOf, rulesOf } from '../../diagram/speaks.ts'
import { UNEQUAL } from '../matters.ts'
import { type MeaningFinding, type Shown, shownIn } from './findings.ts'
import type { Study } from './study.ts'

/** Norms and exceptions that apply in no possible situation. */
export function unused(compiled: Compiled): MeaningFinding[] {
  return rulesOf(compiled.book).flatMap((rule): MeaningFinding[] => {
    if (isPossible(compiled, whereApplies(compiled, rule))) return []
    const isLifting = isException(rule)
    const otherwise = isLifting ? 'no norm that it can lift applies' : 'an exception always lifts it'
    const why = isPossible(compiled, whereHolds(compiled, rule))
      ? otherwise
      : 'no possible situation meets its condition'
    return [
      {
        code: isLifting ? 'W304' : 'W303',
        message: `the ${isLifting ? 'exception' : 'norm'} \`${rule.name}\` never applies`,
        labels: [{ span: rule.span, text: why }],
        fix: isLifting
          ? 'look at its condition and at that of the norm, or take it out'
          : 'look at its condition, or take it out',
      },
    ]
  })
}

/** Where a norm applies to some role and act of which a statement of it speaks, or an exception to some role of it or its norms. */
function whereApplies(compiled: Compiled, rule: Rule): Diagram {
  const { applies, book, diagrams } = compiled
  const where = (roles: readonly RoleId[], acts: readonly ActId[]) =>
    diagrams.any(roles.flatMap((role) => acts.map((act) => known(applies, role).where(rule, act))))
  if (isException(rule)) return where(rolesOf(book, statementsAround(compiled, rule)), [''])
  return diagrams.any(rule.statements.map((statement) => where(rolesOf(book, [statement]), statement.acts)))
}

/** Where its own condition holds for some such role. */
function whereHolds(compiled: Compiled, rule: Rule): Diagram {
  const roles = rolesOf(compiled.book, statementsAround(compiled, rule))
  return compiled.diagrams.any(roles.map((role) => known(compiled.applies, role).conditionOf(rule.id)))
}

/** The statements of a rule, and for an exception those of the norms that it lifts. */
function statementsAround({ book }: Compiled, rule: Rule): readonly Statement[] {
  const norms = isException(rule) ? book.norms.filter((norm) => rule.to.includes(norm.id)) : []
  return [rule, ...norms].flatMap((each) => each.statements)
}

export const isPossible = ({ diagrams, possible }: Compiled, where: number) => diagrams.and(where, possible) !== NO

/**
 * Norms that apply and change nothing: wherever they do, they are beaten (`told` names those of which that is said
 * already), or another norm of their own document says the same of the same act. To restate what another document says is no fault, as a city's ordinance often repeats its
 * state's statute, nor is to name a kind of what is banned in general.
 */
export function withoutEffect(compiled: Study, told: ReadonlySet<NormId>): MeaningFinding[] {
  const { book } = compiled
  const pairsOf = pairsByNorm(compiled)
  const spared = new Set([
    ...told,
    ...book.exceptions.flatMap((exception) => exception.to),
    ...book.unsettled.flatMap((unsettled) => unsettled.norms),
  ])
  return book.norms.flatMap((norm): MeaningFinding[] => {
    const hasDeadline = norm.statements.some((statement) => statement.deadline !== undefined)
    if (spared.has(norm.id) || hasDeadline || !isPossible(compiled, whereHolds(compiled, norm))) return []
    const pairs = pairsOf.get(norm) ?? []
    // A norm that binds only others says what they have to do: it changes nothing here, and is no fault.
    if (pairs.length === 0) return []
    const why = whyNoEffect(compiled, pairs, norm)
    if (why === undefined || pairs.some((pair) => hasEffect(compiled, pair, norm))) return []
    const told = {
      code: 'W305',
      message: `the norm \`${norm.name}\` changes nothing`,
      labels: [{ span: norm.span, text: why }],
      fix: 'take it out, or say what it was meant to change',
    } as const
    return shownIn(compiled, told, whereToSee(compiled, pairs, norm))
  })
}

/** The pairs about which each norm has a statement, in order. */
function pairsByNorm({ pairs }: Compiled): ReadonlyMap<Rule, readonly CompiledPair[]> {
  const found = new Map<Rule, CompiledPair[]>()
  for (const pair of pairs) {
    for (const rule of new Set(pair.statements.map((statement) => statement.rule))) {
      const before = found.get(rule)
      if (before === undefined) found.set(rule, [pair])
      else before.push(pair)
    }
  }
  return found
}

/** Where the norm applies to some pair, and the first of them: what it comes to there is what others say. */
function whereToSee({ diagrams, possible }: Compiled, pairs: readonly CompiledPair[], norm: Norm): Shown {
  const places = pairs.map((pair) => {
    const own = pair.statements.filter(({ rule }) => rule === norm)
    return { pair, where: diagrams.and(possible, diagrams.any(own.map(({ applies }) => applies))) }
  })
  const first = places.find(({ where }) => where !== NO)
  const where = diagrams.any(places.map((place) => place.where))
  return first === undefined ? { where, pairs: [] } : { where, best: first.where, pairs: [first.pair] }
}

function whyNoEffect(compiled: Study, pairs: readonly CompiledPair[], norm: Norm): string | undefined {
  if (pairs.every((pair) => isAlwaysBeaten(compiled, pair, norm)))
    return 'wherever it applies, a higher force says otherwise'
  if (pairs.every((pair) => isRepeated(compiled, pair, norm))) return 'another norm of this document says the same'
  return undefined
}

function isAlwaysBeaten(compiled: Study, pair: CompiledPair, norm: Norm): boolean {
  const { diagrams } = compiled
  const said = compiled.sayings(pair)
  return pair.statements.every(({ rule, applies }, index) => {
    return rule !== norm || !isPossible(compiled, diagrams.without(applies, said.isBeaten(index)))
  })
}

function isRepeated(compiled: Compiled, pair: CompiledPair, norm: Norm): boolean {
  const { diagrams } = compiled
  return pair.statements.every((own) => {
    if (own.rule !== norm) return true
    const others = pair.statements.filter(
      (other) =>
        other.rule !== norm &&
        other.rule.document === norm.document &&
        other.modality === own.modality &&
        other.statement.acts.some((act) => own.statement.acts.includes(act)),
    )
    return !isPossible(compiled, diagrams.without(own.applies, diagrams.any(others.map((other) => other.applies))))
  })
}

function hasEffect(compiled: Compiled, pair: CompiledPair, norm: Norm): boolean {
  const { diagrams, possible } = compiled
  const without = baseWithout(compiled, pair, norm.id)
  return diagrams.and(possible, diagrams.combine(UNEQUAL, pair.base, without)) !== NO
}
