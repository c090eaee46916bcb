/** Findings about meaning: their codes, and how one is made with a situation that shows it. */

import type { InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import type { KnownCode } from '@remit/language/text/codes.ts'
import type { Finding, Label } from '@remit/language/text/finding.ts'
import type { Diagram } from '../../diagram/diagrams.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import { count, witness } from '../../diagram/reach.ts'
import { valueIn } from '../../diagram/variables.ts'
import { situationAsScenario, situationInWords } from '../../situation/words.ts'

/** A finding about meaning: `E3xx` and `W3xx`. */
export type MeaningCode = Extract<KnownCode, `E3${number}` | `W3${number}`>

/** A finding with the situation that shows it, where a single situation can. */
export type MeaningFinding = Finding & {
  readonly code: MeaningCode
  readonly situation?: Situation
  /** The situation as a scenario to paste. */
  readonly scenario?: string
  /** How many kinds of situation it concerns: combinations of what the book's conditions tell apart. */
  readonly kinds?: number
}

/** What a finding says, and where it holds. */
export type Told = {
  readonly code: MeaningCode
  readonly message: string
  readonly labels: readonly [Label, ...Label[]]
  readonly fix?: string
}

/**
 * A finding that is shown by any situation in `where`; none if there is no such possible situation. `besides` says of
 * inputs that no condition reads what the finding is about.
 */
export function shownIn(
  compiled: Compiled,
  where: Diagram,
  told: Told,
  besides: Situation = new Map(),
): MeaningFinding[] {
  const possible = compiled.diagrams.and(where, compiled.possible)
  const read = situationIn(compiled, possible)
  if (read === undefined) return []
  const situation = inOrder([...besides, ...read])
  const words = situationInWords(compiled.book, situation)
  const scenario = situationAsScenario(compiled.book, situation, told.message.replaceAll('"', "'"))
  return [{ ...told, witness: words, situation, scenario, kinds: count(compiled.diagrams, possible) }]
}

/** A situation in which a yes-or-no diagram is yes, in order of id: what has to be said beside the first values. */
export function situationIn(compiled: Compiled, where: Diagram): Situation | undefined {
  const cells = witness(compiled.diagrams, where, compiled.firstCells)
  if (cells === undefined) return undefined
  const said = compiled.variables.flatMap((variable) => {
    const cell = cells[variable.index] ?? -1
    const isSaid = cell >= 0 && cell !== compiled.firstCells[variable.index]
    return isSaid ? [[variable.input.id, valueIn(variable, cell)] as const] : []
  })
  return inOrder(said)
}

function inOrder(said: readonly (readonly [InputId, SituationValue])[]): Situation {
  return new Map(said.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
