/**
 * Analyses: what a book means where nobody wanted it to, over all possible situations, each shown by one of them.
 *
 * Findings are about what force, exception and date leave unsettled; that norms overlap is no finding.
 */
import { NO } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { alwaysBeaten } from './analysis/beaten.ts'
import { adviceConflicts, conflicts } from './analysis/conflicts.ts'
import { allKindsForbidden, dutiesOfTwoRoles } from './analysis/duties.ts'
import type { MeaningFinding } from './analysis/findings.ts'
import { deadEnds, gaps, unspokenSeizures } from './analysis/gaps.ts'
import { brokenInvariants } from './analysis/invariants.ts'
import { protectionOfLife, urgentActs } from './analysis/life.ts'
import { unused, withoutEffect } from './analysis/norms.ts'
import { sayingsOf } from './saying.ts'
import { asking } from './view.ts'

/** All findings about the meaning of a book. A book with an error among them is not publishable. */
export function analyse(compiled: Compiled): readonly MeaningFinding[] {
  return asking(compiled, () => {
    if (compiled.possible === NO) return impossible(compiled)
    const study = { ...compiled, sayings: sayingsOf(compiled) }
    const beaten = alwaysBeaten(study)
    return [
      ...conflicts(study),
      ...urgentActs(study),
      ...brokenInvariants(compiled),
      ...protectionOfLife(compiled),
      ...adviceConflicts(study),
      ...gaps(compiled),
      ...unspokenSeizures(compiled),
      ...deadEnds(compiled),
      ...unused(compiled),
      ...beaten.findings,
      ...withoutEffect(study, beaten.rules),
      ...allKindsForbidden(study),
      ...dutiesOfTwoRoles(study),
    ]
  })
}

function impossible({ book }: Compiled): MeaningFinding[] {
  const [first, ...others] = book.nevers.map((never) => ({ span: never.span, text: `never ${never.words}` }))
  if (first === undefined) return []
  const message = 'these `never`s together leave no situation at all'
  return [{ code: 'E302', message, labels: [first, ...others], fix: 'narrow one of them, or leave it out' }]
}
