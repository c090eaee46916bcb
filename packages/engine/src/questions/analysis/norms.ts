/** Norms and exceptions that never apply or change nothing, and acts about which the orders say nothing. */
import type { Norm } from '@remit/language/checked/tree.ts'
import { NO } from '../../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../../diagram/from-checked.ts'
import { baseWithout } from '../../diagram/pair.ts'
import { rulesOf } from '../../diagram/speaks.ts'
import { whereOutcome } from '../expectation.ts'
import { UNEQUAL } from '../matters.ts'
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
      labels: [{ span: act.span, text: 'the act is declared here' }],
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

/** Norms that apply, but without which every result would be the same. */
export function withoutEffect(compiled: Compiled): MeaningFinding[] {
  const { book } = compiled
  const named = new Set([
    ...book.exceptions.flatMap((exception) => exception.to),
    ...book.unsettled.flatMap((unsettled) => unsettled.norms),
  ])
  const pairsOf = (norm: Norm) => compiled.pairs.filter((pair) => pair.statements.some(({ rule }) => rule === norm))
  return book.norms.flatMap((norm): MeaningFinding[] => {
    const hasDeadline = norm.statements.some((statement) => statement.deadline !== undefined)
    if (named.has(norm.id) || hasDeadline || !isPossible(compiled, compiled.applies.conditionOf(norm.id))) return []
    const pairs = pairsOf(norm)
    if (pairs.some((pair) => hasEffect(compiled, pair, norm))) return []
    const message = `the norm \`${norm.name}\` changes nothing`
    return [{ code: 'W305', message, labels: [{ span: norm.span, text: 'without it every result would be the same' }] }]
  })
}

function hasEffect(compiled: Compiled, pair: CompiledPair, norm: Norm): boolean {
  const { diagrams, possible } = compiled
  const without = baseWithout(compiled, pair, norm.id)
  return diagrams.and(possible, diagrams.combine(UNEQUAL, pair.base, without)) !== NO
}
