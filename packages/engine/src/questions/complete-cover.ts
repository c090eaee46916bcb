/**
 * Scenarios that exercise what others leave out, as few as possible, each with the text of a `scenario` block.
 *
 * What they expect is what the book says now: it shows what the orders mean, and not that they are right. A person has to
 * confirm each expectation against the law before the block goes into a document.
 */
import type { Situation } from '@remit/language/checked/tree.ts'
import { assert, at } from '../assert.ts'
import type { Pair } from '../diagram/acts.ts'
import { type Diagram, NO, terminalValue } from '../diagram/diagrams.ts'
import type { Compiled, CompiledPair } from '../diagram/from-checked.ts'
import { witness } from '../diagram/reach.ts'
import { scenarioOf, situationIn } from './analysis/witness.ts'
import { exercisedIn } from './cover.ts'
import { type Goal, type Goals, goalsOf } from './covering/goals.ts'
import { EXACT_MAX, fewestGroups, firstGroup } from './covering/packing.ts'
import { whereOutcome } from './expectation.ts'
import { asking } from './view.ts'

/** A scenario to be reviewed. */
export type FurtherScenario = {
  readonly situation: Situation
  /** The pairs of which it says what they come to. */
  readonly pairs: readonly Pair[]
  /** What it exercises, of what was asked for. */
  readonly goals: readonly Goal[]
  /** The block, without its fence; absent where the language has no words for the situation. */
  readonly text?: string
}

export type Completion = {
  /** In the order of the goals. */
  readonly scenarios: readonly FurtherScenario[]
  /**
   * Whether no smaller set would do. It is sought by trying all where there are few goals, greedily where there are many;
   * and a scenario that no words can say is divided.
   */
  readonly exact: boolean
  /** Goals that no possible situation of this book exercises. */
  readonly impossible: readonly Goal[]
}

export type CompletionOptions = {
  /** How many goals one scenario is to exercise at most: what shows little is easier to review. */
  readonly most?: number
}

/** Scenarios of this book that together exercise the goals with these ids, as far as that is possible. */
export function completeCover(
  compiled: Compiled,
  wanted: ReadonlySet<string>,
  { most = Number.POSITIVE_INFINITY }: CompletionOptions = {},
): Completion {
  return asking(compiled, () => {
    const goals = goalsOf(compiled)
    const places = placesOf(compiled, goals, wanted)
    const scenarios: FurtherScenario[] = []
    let isDivided = false
    let left = places
    while (left.length > 0) {
      const now = left
      for (const group of nextGroups(compiled, now, most)) {
        const chosen = group.map((index) => at(now, index))
        const parts = written(compiled, chosen)
        if (parts.length > 1) isDivided = true
        scenarios.push(...parts.map((made) => withBesides(compiled, goals, { made, wanted })))
      }
      const done = new Set(scenarios.flatMap((one) => one.goals.map(({ id }) => id)))
      left = left.filter(({ goal }) => !done.has(goal.id))
    }
    const reached = new Set(places.map(({ goal }) => goal.id))
    const impossible = goals.all.filter(({ id }) => wanted.has(id) && !reached.has(id))
    return { scenarios, exact: places.length <= EXACT_MAX && !isDivided, impossible }
  })
}

/** Of few goals the groups of all of them, of many the next one. */
function nextGroups({ diagrams }: Compiled, places: readonly Place[], most: number): readonly (readonly number[])[] {
  const regions = places.map(({ where }) => where)
  if (places.length <= EXACT_MAX) return fewestGroups(diagrams, regions, most)
  return [firstGroup(diagrams, regions, most)]
}

/** With what it exercises besides what it was made for. */
function withBesides(
  compiled: Compiled,
  goals: Goals,
  { made, wanted }: { readonly made: FurtherScenario; readonly wanted: ReadonlySet<string> },
): FurtherScenario {
  const exercised = new Set(exercisedIn(compiled, goals, made.situation, made.pairs))
  const besides = goals.all.filter(
    (goal) => wanted.has(goal.id) && exercised.has(goal.id) && !made.goals.includes(goal),
  )
  return { ...made, goals: [...made.goals, ...besides] }
}

type Way = { readonly pair: CompiledPair; readonly where: Diagram }
/** A goal, where it is exercised, and by expectations about which pairs. */
type Place = { readonly goal: Goal; readonly where: Diagram; readonly ways: readonly Way[] }

function placesOf(compiled: Compiled, goals: Goals, wanted: ReadonlySet<string>): readonly Place[] {
  const { diagrams, possible } = compiled
  const ways = new Map<string, Way[]>()
  for (const pair of compiled.pairs.toSorted(readFirst(compiled))) {
    for (const { goal, where } of goals.of(pair)) {
      const inPossible = wanted.has(goal.id) ? diagrams.and(where, possible) : NO
      if (inPossible !== NO) ways.set(goal.id, [...(ways.get(goal.id) ?? []), { pair, where: inPossible }])
    }
  }
  return goals.all.flatMap((goal) => {
    const ofGoal = ways.get(goal.id)
    return ofGoal === undefined ? [] : [{ goal, ways: ofGoal, where: diagrams.any(ofGoal.map(({ where }) => where)) }]
  })
}

/** Roles that the agency staffs before those that it does not, in their order: a reviewer knows what they do. */
function readFirst({ book }: Compiled) {
  const { roles } = book.agency
  const rank = ({ role }: Pair) => (roles.includes(role) ? roles.indexOf(role) : roles.length)
  return (a: Pair, b: Pair) => rank(a) - rank(b)
}

/** One scenario for a group, or, where the language has no words for what they share, one for each of its goals. */
function written(compiled: Compiled, group: readonly Place[]): readonly FurtherScenario[] {
  const together = scenarioFor(compiled, group)
  if (together.text !== undefined || group.length === 1) return [together]
  return group.map((place) => scenarioFor(compiled, [place]))
}

function scenarioFor(compiled: Compiled, group: readonly Place[]): FurtherScenario {
  const { diagrams } = compiled
  const pairs = new Set<CompiledPair>()
  let where = diagrams.and(compiled.possible, at(group, 0).where)
  for (const place of group) where = diagrams.and(where, place.where)
  for (const { goal, ways } of group) {
    const fits = (way: Way) => diagrams.and(where, way.where) !== NO
    const way = ways.find((one) => pairs.has(one.pair) && fits(one)) ?? ways.find(fits)
    assert(way !== undefined, `${goal.id} is exercised somewhere in what it shares with others`)
    pairs.add(way.pair)
    where = diagrams.and(where, way.where)
  }
  const expected = [...pairs].map(({ role, act }) => ({ role, act }))
  where = whereAsOrdinarily(compiled, where, [...pairs])
  const situation = situationIn(compiled, where)
  const goals = group.map(({ goal }) => goal)
  const name = goals[0]?.words ?? ''
  const text = scenarioOf(compiled, { name, situation, pairs: expected, where })
  return { situation, pairs: expected, goals, ...(text === undefined ? {} : { text }) }
}

/** The part of a place, not empty, in which each pair comes to what it comes to in the most ordinary situation there. */
function whereAsOrdinarily(compiled: Compiled, where: Diagram, pairs: readonly CompiledPair[]): Diagram {
  const { diagrams, firstCells, outcomes } = compiled
  const cells = witness(diagrams, where, firstCells)
  assert(cells !== undefined, 'goals that share a scenario share a situation')
  const ordinary = cells.map((cell, variable) => Math.max(0, cell, cell < 0 ? (firstCells[variable] ?? 0) : cell))
  return pairs.reduce((part, pair) => {
    const now = outcomes.at(terminalValue(diagrams.walk(pair.outcome, ordinary))).modality
    return diagrams.and(
      part,
      whereOutcome(compiled, pair, ({ modality }) => modality === now),
    )
  }, where)
}
