/** A set of situations as a reader gets it: how many kinds, described in words, with one example. */
import type { Situation } from '@remit/language/checked/tree.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, type Diagrams, NO, YES } from '../../diagram/diagrams.ts'
import { describe, type Implicant, whereHolds } from '../../diagram/implicants.ts'
import { count, support } from '../../diagram/reach.ts'
import { implicantInWords } from '../../situation/implicant-words.ts'
import { situationInWords } from '../../situation/words.ts'
import { scenarioOf, situationIn } from '../analysis/witness.ts'
import type { Side } from '../diff.ts'
import type { Joined } from './joined.ts'

export type Region = {
  /** Combinations of what the facts that it hangs on can be told apart in. */
  readonly kinds: number
  /** Conditions of which each is enough and, with those left out, one is needed; what concerns most first. */
  readonly conditions: readonly string[]
  /** The same, as cells of the variables of the books. */
  readonly implicants: readonly Implicant[]
  /** Kinds that no condition describes, because there would be too many conditions to read. */
  readonly left: number
  readonly example: Example
}

export type Example = {
  readonly situation: Situation
  readonly words: string
  /** A scenario that each book passes; absent where the language has no words for it. */
  readonly scenarios: { readonly [side in Side]?: string }
}

export type Asking = {
  readonly name: string
  /** Of which the scenarios say what they come to. */
  readonly pairs: readonly Pair[]
  /** How many conditions at most. */
  readonly most: number
}

/** INVARIANT of the caller: `where` holds somewhere in `care`, and says nothing of readings of the law. */
export function regionOf(joined: Joined, where: Diagram, asking: Asking, care = joined.care): Region {
  const { diagrams, shared } = joined
  const shown = diagrams.and(where, care)
  const { implicants, left } = describe(diagrams, shown, { care, most: asking.most, preferred: shared.firstCells })
  const facts = support(diagrams, where)
  return {
    kinds: kindsOf(diagrams, shown, facts),
    conditions: implicants.map((implicant) => implicantInWords(shared.variables, implicant)),
    implicants,
    left: left === NO ? 0 : kindsOf(diagrams, left, facts),
    example: exampleOf(joined, shown, implicants[0] ?? new Map(), asking),
  }
}

/** How many combinations of cells of these variables are among those of a yes-or-no diagram. */
function kindsOf(diagrams: Diagrams, where: Diagram, variables: readonly number[]): number {
  const others = support(diagrams, where).filter((variable) => !variables.includes(variable))
  return count(
    diagrams,
    others.reduceRight((left, variable) => diagrams.exists(left, variable), where),
  )
}

/** A situation that reads the same in both books: it says what they do not presume alike, and nothing that does not matter. */
function exampleOf(joined: Joined, where: Diagram, implicant: Implicant, { name, pairs }: Asking): Example {
  const { diagrams, shared, before, after } = joined
  const whole = situationIn(shared, diagrams.and(where, whereHolds(diagrams, implicant)))
  // The condition is enough whatever else is so: what nobody presumes can stay unknown.
  const situation = new Map(
    [...whole].filter(([id]) => {
      const index = shared.variableOf.get(id)?.index ?? -1
      return implicant.has(index) || before.firstCells[index] !== -1 || after.firstCells[index] !== -1
    }),
  )
  const scenarios = Object.entries({ before, after }).flatMap(([side, compiled]) => {
    const scenario = scenarioOf(compiled, { name, situation, pairs, where: YES })
    return scenario === undefined ? [] : [[side, scenario] as const]
  })
  return {
    situation,
    words: situationInWords({ ...after.book, inputs: shared.variables.map(({ input }) => input) }, situation),
    scenarios: Object.fromEntries(scenarios),
  }
}
