/** What the terminals of a pair's diagram mean; each outcome is stored once. */
import { MODALITIES, type Modality, type Referral } from '@remit/language/checked/outcome.ts'
import type { Rank } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { type Diagram, type Operation, terminal } from './diagrams.ts'

/** `rank` is the force of a MUST; `referral` belongs to REFER. */
export type Outcome = { readonly modality: Modality; readonly rank?: Rank; readonly referral?: Referral }

/** Where readings of the law differ, before it is known which of them are live. Never left in a finished diagram. */
const DIFFER = 0x3fffffff

export class Outcomes {
  readonly #outcomes: Outcome[] = []
  readonly #keys = new Map<string, Diagram>()

  /** The terminal of an outcome. */
  terminalOf(outcome: Outcome): Diagram {
    const key = JSON.stringify([outcome.modality, outcome.rank, outcome.referral])
    const before = this.#keys.get(key)
    if (before !== undefined) return before
    const made = terminal(this.#outcomes.push(outcome) - 1)
    this.#keys.set(key, made)
    return made
  }

  at(index: number): Outcome {
    return at(this.#outcomes, index)
  }

  get all(): readonly Outcome[] {
    return this.#outcomes
  }

  /** For each outcome, its modality's place in `MODALITIES`. */
  modalities(): Uint8Array {
    return Uint8Array.from(this.#outcomes, (outcome) => MODALITIES.indexOf(outcome.modality))
  }

  /** What two readings come to together: one outcome if they agree, of the lowest force for a MUST; else `differs`. */
  readonly agree: Operation = {
    id: 1,
    of: (a, b) => {
      if (a === b) return a
      if (a === DIFFER || b === DIFFER) return DIFFER
      const [first, second] = [this.at(a), this.at(b)]
      if (first.modality !== second.modality) return DIFFER
      return (first.rank ?? 0) >= (second.rank ?? 0) ? a : b
    },
  }

  isDiffer(value: number): boolean {
    return value === DIFFER
  }
}
