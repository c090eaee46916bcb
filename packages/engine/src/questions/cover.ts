/**
 * Which decisions the scenarios of a book exercise, and which they leave out (decision 6, *What a scenario exercises*).
 *
 * An expectation about a role and an act exercises what is so of that pair in the situation in which it stands: the
 * statements that decide, the exceptions that lift and those that do not, the conditions on which a norm turns. What is
 * so only in some completions of a partial situation is not exercised.
 */
import type { Scenario, Situation } from '@remit/language/checked/tree.ts'
import type { Pair } from '../diagram/acts.ts'
import { NO } from '../diagram/diagrams.ts'
import { encode } from '../diagram/encode.ts'
import { type Compiled, pairIndex } from '../diagram/from-checked.ts'
import { type Goal, type Goals, goalsOf, MEASURES, type Measure } from './covering/goals.ts'
import { stagesOf } from './scenario.ts'
import { asking, certaintyOf, viewOf } from './view.ts'

export type GoalState =
  /** Some scenario exercises it. */
  | 'covered'
  /** None does, and some possible situation would. */
  | 'missing'
  /** No possible situation does: it is not counted. */
  | 'impossible'

export type CoveredGoal = { readonly goal: Goal; readonly state: GoalState }

/** What the scenarios, which are those of this book, exercise: one entry for each goal of the book, in order of place. */
export function cover(compiled: Compiled, scenarios: readonly Scenario[]): readonly CoveredGoal[] {
  return asking(compiled, () => {
    const goals = goalsOf(compiled)
    const exercised = new Set(
      scenarios.flatMap((scenario) =>
        stagesOf(compiled.book, scenario).flatMap(({ situation, expect }) => {
          const pairs = expect.flatMap((one) => ('role' in one ? [{ role: one.role, act: one.act }] : []))
          return exercisedIn(compiled, goals, situation, pairs)
        }),
      ),
    )
    const possible = reachableGoals(compiled, goals, exercised)
    const stateOf = ({ id }: Goal): GoalState =>
      exercised.has(id) ? 'covered' : possible.has(id) ? 'missing' : 'impossible'
    return goals.all.map((goal) => ({ goal, state: stateOf(goal) }))
  })
}

/** The ids of the goals that expectations about these pairs exercise in a situation. */
export function exercisedIn(
  compiled: Compiled,
  goals: Goals,
  situation: Situation,
  expected: readonly Pair[],
): readonly string[] {
  if (expected.length === 0) return []
  const view = viewOf(compiled, encode(compiled, situation))
  if (view.care === NO) return []
  return expected.flatMap(({ role, act }) => {
    const pair = compiled.pairs[pairIndex(compiled, role, act)]
    if (pair === undefined) return []
    return goals.of(pair).flatMap(({ goal, where }) => {
      return certaintyOf(view, view.left(where)) === 'settled' ? [goal.id] : []
    })
  })
}

/** Of the goals that are not exercised, those that some possible situation would exercise. */
function reachableGoals(compiled: Compiled, goals: Goals, exercised: ReadonlySet<string>): ReadonlySet<string> {
  const { diagrams, possible, pairs } = compiled
  const found = new Set<string>()
  for (const pair of pairs) {
    for (const { goal, where } of goals.of(pair)) {
      if (exercised.has(goal.id) || found.has(goal.id)) continue
      if (diagrams.and(where, possible) !== NO) found.add(goal.id)
    }
  }
  return found
}

/** What is exercised by the scenarios of several books: covered if in one of them, impossible if in all. */
export function coverTogether(covers: readonly (readonly CoveredGoal[])[]): readonly CoveredGoal[] {
  const states: readonly GoalState[] = ['impossible', 'missing', 'covered']
  const best = new Map<string, CoveredGoal>()
  for (const one of covers.flat()) {
    const before = best.get(one.goal.id)
    if (before === undefined || states.indexOf(before.state) < states.indexOf(one.state)) best.set(one.goal.id, one)
  }
  return [...best.values()].sort(({ goal: a }, { goal: b }) =>
    a.document === b.document ? a.span.offset - b.span.offset : a.document < b.document ? -1 : 1,
  )
}

/** Units of one measure: of how many all that is possible is exercised. What cannot be exercised at all is not in `of`. */
export type Measured = { readonly covered: number; readonly of: number; readonly impossible: number }

/**
 * Counts norms, exceptions and conditions. A norm or an exception counts if all its goals are covered that are possible;
 * a condition has to be seen holding and failing, so that it is impossible where either is.
 */
export function measure(goals: readonly CoveredGoal[]): Readonly<Record<Measure, Measured>> {
  const measured = (which: Measure): Measured => {
    const units = Map.groupBy(
      goals.filter(({ goal }) => goal.measure === which),
      ({ goal }) => goal.unit,
    )
    const counts = { covered: 0, of: 0, impossible: 0 }
    for (const states of units.values()) {
      const isOut = ({ state }: CoveredGoal) => state === 'impossible'
      if (which === 'conditions' ? states.some(isOut) : states.every(isOut)) counts.impossible++
      else {
        counts.of++
        if (states.every((one) => one.state === 'covered' || isOut(one))) counts.covered++
      }
    }
    return counts
  }
  const [norms, exceptions, conditions] = MEASURES
  return { norms: measured(norms), exceptions: measured(exceptions), conditions: measured(conditions) }
}
