/** A set of situations as a reader gets it: how many kinds, described in words, with one example. */
import type { InputId, Situation } from '@remit/language/checked/tree.ts'
import { at } from '../../assert.ts'
import type { Pair } from '../../diagram/acts.ts'
import { type Diagram, type Diagrams, NO, YES } from '../../diagram/diagrams.ts'
import { encode } from '../../diagram/encode.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import { describe, type Implicant, whereHolds } from '../../diagram/implicants.ts'
import { count, support } from '../../diagram/reach.ts'
import { implicantInWords } from '../../situation/implicant-words.ts'
import { situationInWords } from '../../situation/words.ts'
import { scenarioOf, situationIn } from '../analysis/witness.ts'
import type { Side } from '../diff.ts'
import type { Joined } from './joined.ts'

export type Region = {
  /** Combinations of what these facts can be told apart in, among the situations. */
  readonly kinds: number
  /** The facts on which it hangs, in the order of the book's variables. */
  readonly facts: readonly InputId[]
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
  const kinds = projected(diagrams, shown, support(diagrams, where))
  const facts = support(diagrams, kinds)
  return {
    kinds: count(diagrams, kinds),
    facts: facts.map((variable) => at(shared.variables, variable).input.id),
    conditions: implicants.map((implicant) => implicantInWords(shared.variables, implicant)),
    implicants,
    left: left === NO ? 0 : countOver(diagrams, projected(diagrams, left, facts), facts),
    example: exampleOf(joined, { where, shown, implicant: implicants[0] ?? new Map() }, asking),
  }
}

/** The combinations of cells of these variables for which some cells of the others make it yes. */
function projected(diagrams: Diagrams, where: Diagram, variables: readonly number[]): Diagram {
  const others = support(diagrams, where).filter((variable) => !variables.includes(variable))
  return others.reduceRight((left, variable) => diagrams.exists(left, variable), where)
}

/** How many combinations of cells of these variables, which are all on which it depends, make it yes. */
function countOver(diagrams: Diagrams, where: Diagram, variables: readonly number[]): number {
  const own = support(diagrams, where)
  const free = variables.filter((variable) => !own.includes(variable))
  return free.reduce((product, variable) => product * diagrams.width(variable), count(diagrams, where))
}

type Shown = { readonly where: Diagram; readonly shown: Diagram; readonly implicant: Implicant }

/** A situation that reads the same in both books: it says what they do not presume alike, and nothing that does not matter. */
function exampleOf(joined: Joined, { where, shown, implicant }: Shown, { name, pairs }: Asking): Example {
  const { diagrams, shared, before, after } = joined
  const situation = new Map(situationIn(shared, diagrams.and(shown, whereHolds(diagrams, implicant))))
  for (const [id, value] of [...situation]) {
    const index = shared.variableOf.get(id)?.index ?? -1
    const isPresumed = before.firstCells[index] !== -1 || after.firstCells[index] !== -1
    if (implicant.has(index) || isPresumed || !joined.alike.has(index)) continue
    situation.delete(id)
    if (![before, after].every((book) => isWithin(book, situation, where))) situation.set(id, value)
  }
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

/** Whether all that a book holds possible of a situation lies there: the other book may have ruled more out. */
function isWithin(book: Compiled, situation: Situation, where: Diagram): boolean {
  const { diagrams, possible } = book
  return diagrams.restrict(diagrams.without(possible, where), encode(book, situation), diagrams.stamp()) === NO
}
