/**
 * How many questions are expected to be left: exactly, by dynamic programming over what is left of the diagrams, where
 * few enough states can be come to; else by one step ahead and an estimate.
 *
 * INVARIANT: used within one `asking`; what it remembers is valid until the diagrams made since are released.
 */
import { type Diagram, NO, YES } from '../../diagram/diagrams.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import { reachable, support } from '../../diagram/reach.ts'
import { mattering } from '../matters.ts'

/** Questions expected until nothing urgent is open, and until nothing is; the first counts before the second. */
export type Expected = { readonly urgent: number; readonly all: number }

/** What is left of the urgent goals and of the others, and of *possible*. */
export type State = {
  readonly urgent: readonly Diagram[]
  readonly other: readonly Diagram[]
  readonly care: Diagram
}

/** Equal as far as sums of fractions can be. */
const EPSILON = 1e-9

export function compareExpected(a: Expected, b: Expected): number {
  if (Math.abs(a.urgent - b.urgent) > EPSILON) return a.urgent - b.urgent
  return Math.abs(a.all - b.all) > EPSILON ? a.all - b.all : 0
}

const NONE: Expected = { urgent: 0, all: 0 }

class TooMany extends Error {}

export class Expecting {
  readonly #compiled: Compiled
  /** For each variable that can be asked its cells' weights. */
  readonly #weights: ReadonlyMap<number, readonly number[]>
  readonly #fixers = new Map<number, (diagram: Diagram) => Diagram>()
  readonly #matters = new Map<string, readonly number[]>()
  readonly #supports = new Map<Diagram, readonly number[]>()
  readonly #exact = new Map<string, Expected>()
  readonly #tested = new Map<Diagram, Float64Array>()

  constructor(compiled: Compiled, weights: ReadonlyMap<number, readonly number[]>) {
    this.#compiled = compiled
    this.#weights = weights
  }

  /** The variables worth asking about in a state: only those of urgent goals while one of these can be asked about. */
  questions({ urgent, other, care }: State): readonly number[] {
    const first = this.#askable(urgent, care)
    return first.length > 0 ? first : this.#askable(other, care)
  }

  /** All variables worth asking about, sooner or later. */
  worth({ urgent, other, care }: State): readonly number[] {
    return this.#askable([...urgent, ...other], care)
  }

  #askable(goals: readonly Diagram[], care: Diagram): readonly number[] {
    const variables = new Set(goals.flatMap((goal) => this.mattering(goal, care)))
    return [...variables].filter((variable) => this.#weights.has(variable)).sort((a, b) => a - b)
  }

  /** The variables that can change a goal. */
  mattering(goal: Diagram, care: Diagram): readonly number[] {
    if (goal < 0) return []
    const read = this.#support(goal)
    if (care === YES || !meet(read, this.#support(care))) return read
    const key = `${goal} ${care}`
    const found = this.#matters.get(key) ?? mattering({ compiled: this.#compiled, care }, goal)
    this.#matters.set(key, found)
    return found
  }

  /** The answers that are possible, with their shares, and what each leaves. */
  answers(state: State, variable: number): { readonly share: number; readonly state: State }[] {
    const weights = this.#weights.get(variable) ?? []
    const possible = weights.flatMap((weight, cell) => {
      const care = this.#fix(variable, cell)(state.care)
      return care === NO || weight === 0 ? [] : [{ weight, state: this.#after(state, variable, cell, care) }]
    })
    const sum = possible.reduce((sum, { weight }) => sum + weight, 0)
    return possible.map(({ weight, state }) => ({ share: weight / sum, state }))
  }

  /** The exact expectation, `undefined` if more than `states` states can be come to. */
  exactly(state: State, states: number): Expected | undefined {
    try {
      return this.#best(state, states)
    } catch (error) {
      if (error instanceof TooMany) return undefined
      throw error
    }
  }

  /** What is expected if this question is asked now, itself counted: at best if `exact`, which `exactly` has to grant; else an estimate. */
  expectedAfter(state: State, variable: number, exact: boolean): Expected {
    return this.after(state, variable, (left) =>
      exact ? this.#best(left, Number.POSITIVE_INFINITY) : this.estimate(left),
    )
  }

  /** What is expected after a question, itself counted, if `of` tells what is expected in each state that it leaves. */
  after(state: State, variable: number, of: (state: State) => Expected): Expected {
    let urgent = this.#askable(state.urgent, state.care).length > 0 ? 1 : 0
    let all = 1
    for (const { share, state: left } of this.answers(state, variable)) {
      const expected = of(left)
      urgent += share * expected.urgent
      all += share * expected.all
    }
    return { urgent, all }
  }

  #best(state: State, states: number): Expected {
    const questions = this.questions(state)
    if (questions.length === 0) return NONE
    const key = keyOf(state)
    const known = this.#exact.get(key)
    if (known !== undefined) return known
    if (this.#exact.size >= states) throw new TooMany()
    let best: Expected | undefined
    for (const variable of questions) {
      const expected = this.after(state, variable, (left) => this.#best(left, states))
      if (best === undefined || compareExpected(expected, best) < 0) best = expected
    }
    const found = best ?? NONE
    this.#exact.set(key, found)
    return found
  }

  /** What would be asked if each goal were walked in the order of the diagrams, and goals shared what they could. */
  estimate({ urgent, other }: State): Expected {
    const first = this.#estimateOf(urgent)
    return { urgent: first, all: this.#estimateOf([...urgent, ...other]) }
  }

  #estimateOf(goals: readonly Diagram[]): number {
    const most = new Float64Array(this.#compiled.variables.length)
    for (const goal of goals) {
      const tested = this.#testedBy(goal)
      for (let v = 0; v < most.length; v++) most[v] = Math.max(most[v] ?? 0, tested[v] ?? 0)
    }
    return most.reduce((sum, each) => sum + each, 0)
  }

  /** For each variable that can be asked how likely a walk of the diagram tests it. */
  #testedBy(diagram: Diagram): Float64Array {
    const known = this.#tested.get(diagram)
    if (known !== undefined) return known
    const tested = new Float64Array(this.#compiled.variables.length)
    if (diagram >= 0) {
      const { diagrams } = this.#compiled
      const variable = diagrams.variableOf(diagram)
      const weights = this.#weights.get(variable)
      const width = diagrams.width(variable)
      const sum = weights?.reduce((sum, weight) => sum + weight, 0) ?? 1
      for (let cell = 0; cell < width; cell++) {
        const below = this.#testedBy(diagrams.target(diagram, cell))
        const share = (weights?.[cell] ?? 1) / sum
        for (let v = 0; v < tested.length; v++) {
          const here = tested[v] ?? 0
          tested[v] = weights === undefined ? Math.max(here, below[v] ?? 0) : here + share * (below[v] ?? 0)
        }
      }
      if (weights !== undefined) tested[variable] = 1
    }
    this.#tested.set(diagram, tested)
    return tested
  }

  #after({ urgent, other }: State, variable: number, cell: number, care: Diagram): State {
    const fix = this.#fix(variable, cell)
    const left = (goals: readonly Diagram[]) => [...new Set(goals.map(fix))].filter((goal) => this.#isOpen(goal, care))
    return { urgent: left(urgent).sort(ascending), other: left(other).sort(ascending), care }
  }

  /** Whether a goal is open and something of it can be asked about. */
  #isOpen(goal: Diagram, care: Diagram): boolean {
    if (goal < 0 || !this.#support(goal).some((variable) => this.#weights.has(variable))) return false
    if (care === YES || !meet(this.#support(goal), this.#support(care))) return true
    return reachable(this.#compiled.diagrams, goal, care).size > 1
  }

  #fix(variable: number, cell: number): (diagram: Diagram) => Diagram {
    const key = variable * 4096 + cell
    const known = this.#fixers.get(key) ?? this.#compiled.diagrams.fixing(variable, cell)
    this.#fixers.set(key, known)
    return known
  }

  #support(diagram: Diagram): readonly number[] {
    const known = this.#supports.get(diagram) ?? support(this.#compiled.diagrams, diagram)
    this.#supports.set(diagram, known)
    return known
  }
}

const ascending = (a: number, b: number) => a - b

const keyOf = ({ urgent, other, care }: State) => `${urgent.join(' ')}|${other.join(' ')}|${care}`

function meet(a: readonly number[], b: readonly number[]): boolean {
  return a.some((each) => b.includes(each))
}
