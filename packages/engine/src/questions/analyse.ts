/**
 * Analyses: what a book means where nobody wanted it to, over all possible situations, each shown by one of them.
 *
 * Findings are about what force, exception and date leave unsettled; that norms overlap is no finding.
 */
import type { NormId } from '@remit/language/checked/tree.ts'
import { NO } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { alwaysBeaten } from './analysis/beaten.ts'
import { adviceConflicts, conflicts } from './analysis/conflicts.ts'
import { allKindsForbidden, dutiesOfTwoRoles } from './analysis/duties.ts'
import type { MeaningFinding } from './analysis/findings.ts'
import { deadEnds, gaps, unspokenSeizures } from './analysis/gaps.ts'
import { brokenInvariants } from './analysis/invariants.ts'
import { protectionOfLife, urgentActs } from './analysis/life.ts'
import { withinLimits } from './analysis/limits.ts'
import { unused, withoutEffect } from './analysis/norms.ts'
import type { Study } from './analysis/study.ts'
import { sayingsOf } from './saying.ts'
import { asking } from './view.ts'

/** All findings about the meaning of a book. A book with an error among them is not publishable. */
export function analyse(compiled: Compiled): readonly MeaningFinding[] {
  return asking(compiled, () => {
    if (compiled.possible === NO) return impossible(compiled)
    const study = { ...compiled, sayings: sayingsOf(compiled) }
    const told = new Set<NormId>()
    const questions: readonly (readonly [asked: string, find: () => MeaningFinding[]])[] = [
      ['whether norms contradict each other', () => conflicts(study)],
      ['whether urgent acts are kept free', () => urgentActs(study)],
      ['whether its invariants hold', () => brokenInvariants(compiled)],
      ['whether life is protected', () => protectionOfLife(compiled)],
      ['whether advice goes both ways', () => adviceConflicts(study)],
      ['whether anything is left out', () => gaps(compiled)],
      ['whether seizures are spoken of', () => unspokenSeizures(compiled)],
      ['whether choices are left open', () => deadEnds(compiled)],
      ['whether every norm can apply', () => unused(compiled)],
      ['whether norms are always beaten', () => beatenFindings(study, told)],
      ['whether every norm changes something', () => withoutEffect(study, told)],
      ['whether duties can be done in some way', () => allKindsForbidden(study)],
      ['whether duties of two roles can both be met', () => dutiesOfTwoRoles(study)],
    ]
    return questions.flatMap(([asked, find]) => withinLimits(compiled, asked, find))
  })
}

function beatenFindings(study: Study, told: Set<NormId>): MeaningFinding[] {
  const { findings, rules } = alwaysBeaten(study)
  for (const rule of rules) told.add(rule)
  return [...findings]
}

function impossible({ book }: Compiled): MeaningFinding[] {
  const [first, ...others] = book.nevers.map((never) => ({ span: never.span, text: `never ${never.words}` }))
  if (first === undefined) return []
  const message = 'these `never`s together leave no situation at all'
  return [{ code: 'E302', message, labels: [first, ...others], fix: 'narrow one of them, or leave it out' }]
}
