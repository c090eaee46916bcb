/** What a book's diagrams are made for and what that costs, so that a limit that is met can name a place. */
import type { Span } from '@remit/language/text/span.ts'
import type { Diagram } from './diagrams.ts'

/** A declaration for which diagrams are made: a norm, an exception, an act, a define, a `never` or a list. */
export type MadeFor = { readonly what: string; readonly name: string; readonly span: Span }

/** An account of one build. */
export class Making {
  readonly #clock: { readonly steps: number }
  readonly #costs = new Map<Span, { readonly madeFor: MadeFor; steps: number }>()
  readonly #made = new Set<Diagram>()

  /** `clock` tells how many steps were taken so far. */
  constructor(clock: { readonly steps: number }) {
    this.#clock = clock
  }

  /** The diagrams that were finished. */
  get made(): Iterable<Diagram> {
    return this.#made
  }

  /** Makes a diagram for a declaration; what it costs is counted even if a limit is met. */
  of(madeFor: MadeFor, make: () => Diagram): Diagram {
    return this.counted(madeFor, () => this.keep(make()))
  }

  /** Notes a diagram that is finished. */
  keep(made: Diagram): Diagram {
    this.#made.add(made)
    return made
  }

  /** Does a part of the work that is owed to a declaration. */
  counted<T>(madeFor: MadeFor, work: () => T): T {
    const before = this.#clock.steps
    try {
      return work()
    } finally {
      const steps = this.#clock.steps - before
      const cost = this.#costs.get(madeFor.span)
      if (cost !== undefined) cost.steps += steps
      else if (steps > 0) this.#costs.set(madeFor.span, { madeFor, steps })
    }
  }

  /** For what most of the work was done; the first of several. */
  get costliest(): MadeFor | undefined {
    let most: { readonly madeFor: MadeFor; readonly steps: number } | undefined
    for (const cost of this.#costs.values()) if (most === undefined || cost.steps > most.steps) most = cost
    return most?.madeFor
  }
}
