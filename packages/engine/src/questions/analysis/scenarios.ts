/** Scenarios that cannot occur (decision 5, reading 18). */
import type { Scenario } from '@remit/language/checked/tree.ts'
import { NO } from '../../diagram/diagrams.ts'
import { encode } from '../../diagram/encode.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import { situationInWords } from '../../situation/words.ts'
import { brokenIn } from '../impossible.ts'
import { stagesOf } from '../scenario.ts'
import { asking, viewOf } from '../view.ts'
import type { MeaningFinding } from './findings.ts'

/**
 * A finding if what a scenario says is impossible together, after what is given or after one of its steps: the first such
 * place. `compiled` is the book of its day.
 */
export function cannotOccur(compiled: Compiled, scenario: Scenario): MeaningFinding[] {
  for (const { situation, span } of stagesOf(compiled.book, scenario)) {
    const words = asking(compiled, () => {
      const view = viewOf(compiled, encode(compiled, situation))
      return view.care === NO ? brokenIn(view).words : undefined
    })
    if (words === undefined) continue
    return [
      {
        code: 'W312',
        message: `the scenario \`${scenario.name}\` cannot occur`,
        labels: [{ span, text: `this cannot be together: ${words.join('; ')}` }],
        fix: 'say something else, or mend the `never` or the list that forbids it',
        witness: situationInWords(compiled.book, situation),
        situation,
      },
    ]
  }
  return []
}
