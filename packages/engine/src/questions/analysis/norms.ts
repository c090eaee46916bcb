/** Norms and exceptions that never apply or change nothing, and acts about which the orders say nothing. */
import type { Norm } from '@remit/language/checked/tree.ts'
import { NO } from '../../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../../diagram/from-checked.ts'
import { baseWithout } from '../../diagram/pair.ts'
import { rulesOf } from '../../diagram/speaks.ts'
import { whereOutcome } from '../expectation.ts'
import { UNEQUAL } from '../matters.ts'
import { sayingOf } from '../saying.ts'
import { type MeaningFinding, shownIn } from './findings.ts'

/** An act that says when it arises, where it does and the orders say nothing of it to any role. */
export function gaps(compiled: Compiled): MeaningFinding[] {
  const { book, conditions, diagrams, pairs } = compiled
  return book.acts.flatMap((act) => {
    if (act.arisesWhen === undefined) return []
    const silent = pairs
      .filter((pair) => pair.act === act.id)
      .map((pair) => whereOutcome(compiled, pair, ({ modality }) => modality === 'SILENT'))
    const where = silent.reduce((all, one) => diagrams.and(all, one), conditions.compile(act.arisesWhen))
    return shownIn(compiled, where, {
      code: 'W302',
      message: `\`${act.id}\` arises and the orders say nothing of it`,
      labels: [{ span: act.span, text: 'its declaration says when it arises' }],
      fix: 'say in a norm what holds then: `must`, `must not`, `may` or `need not`',
    })
  })
}

/** Norms and exceptions that apply in no possible situation. */
export function unused(compiled: Compiled): MeaningFinding[] {
  return rulesOf(compiled.book).flatMap((rule): MeaningFinding[] => {
    if ('to' in rule) {
      if (isPossible(compiled, compiled.applies.where(rule, ''))) return []
      const message = `the exception \`${rule.name}\` never applies`
      return [
        {
          code: 'W304',
          message,
          labels: [{ span: rule.span, text: whyNever(compiled, rule.id, 'no norm that it can lift applies') }],
          fix: 'look at its condition and at that of the norm, or take it out',
        },
      ]
    }
    const everywhere = compiled.diagrams.any(
      rule.statements.flatMap((statement) => statement.acts.map((act) => compiled.applies.where(rule, act))),
    )
    if (isPossible(compiled, everywhere)) return []
    const message = `the norm \`${rule.name}\` never applies`
    return [
      {
        code: 'W303',
        message,
        labels: [{ span: rule.span, text: whyNever(compiled, rule.id, 'an exception always lifts it') }],
        fix: 'look at its condition, or take it out',
      },
    ]
  })
}

function whyNever(compiled: Compiled, rule: string, otherwise: string): string {
  return isPossible(compiled, compiled.applies.conditionOf(rule))
    ? otherwise
    : 'no possible situation meets its condition'
}

const isPossible = ({ diagrams, possible }: Compiled, where: number) => diagrams.and(where, possible) !== NO

/**
 * Norms that apply and change nothing: wherever they do, they are beaten, or another norm of their own document says the
 * same of the same act. To restate what another document says is no fault, as a city's ordinance often repeats its
 * state's statute, nor is to name a kind of what is banned in general.
 */
export function withoutEffect(compiled: Compiled): MeaningFinding[] {
  const { book } = compiled
  const named = new Set([
    ...book.exceptions.flatMap((exception) => exception.to),
    ...book.unsettled.flatMap((unsettled) => unsettled.norms),
  ])
  return book.norms.flatMap((norm): MeaningFinding[] => {
    const hasDeadline = norm.statements.some((statement) => statement.deadline !== undefined)
    if (named.has(norm.id) || hasDeadline || !isPossible(compiled, compiled.applies.conditionOf(norm.id))) return []
    const pairs = compiled.pairs.filter((pair) => pair.statements.some(({ rule }) => rule === norm))
    const why = whyNoEffect(compiled, pairs, norm)
    if (why === undefined || pairs.some((pair) => hasEffect(compiled, pair, norm))) return []
    return [
      {
        code: 'W305',
        message: `the norm \`${norm.name}\` changes nothing`,
        labels: [{ span: norm.span, text: why }],
        fix: 'take it out, or say what it was meant to change',
      },
    ]
  })
}

function whyNoEffect(compiled: Compiled, pairs: readonly CompiledPair[], norm: Norm): string | undefined {
  if (pairs.every((pair) => isAlwaysBeaten(compiled, pair, norm)))
    return 'wherever it applies, a higher force says otherwise'
  if (pairs.every((pair) => isRepeated(compiled, pair, norm))) return 'another norm of this document says the same'
  return undefined
}

function isAlwaysBeaten(compiled: Compiled, pair: CompiledPair, norm: Norm): boolean {
  const { diagrams } = compiled
  const said = sayingOf(compiled, pair, (diagram) => diagram)
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
