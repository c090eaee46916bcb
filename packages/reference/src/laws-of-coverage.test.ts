/** What scenarios exercise, and what further ones would, is what trying every situation finds (decision 6). */
import { completeCover } from '@remit/engine/questions/complete-cover.ts'
import { cover } from '@remit/engine/questions/cover.ts'
import type { Book, Expectation, Scenario, Situation } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Pair } from './speaks.ts'
import { decidedPairs } from './speaks.ts'
import { analysed, compiledOf } from './testing/analysed.ts'
import { exercisedBy, surelyExercised } from './testing/exercised.ts'
import { law } from './testing/law.ts'
import { everySituation } from './testing/shown.ts'
import { draws, partialOf } from './testing/situations.ts'
import { NOWHERE } from './testing/words.ts'

type Told = { readonly situation: Situation; readonly pairs: readonly Pair[] }

/** A scenario that gives a situation and expects something, which need not be so, of some pairs. */
function scenarioFor({ situation, pairs }: Told, index: number): Scenario {
  const expected = pairs.map((pair): Expectation => ({ kind: 'is', ...pair, is: 'silent', span: NOWHERE }))
  return {
    id: `${index}`,
    name: `${index}`,
    document: 'scenarios',
    agency: 'agency',
    on: 0,
    given: [...situation].map(([input, value]) => ({ kind: 'value', input, value })),
    steps: [{ kind: 'expect', expect: expected }],
    span: NOWHERE,
  }
}

/** Every second pair, and every third, so that scenarios differ in what they expect. */
function toldIn(book: Book, drawn: readonly (readonly number[])[]): readonly Told[] {
  return drawn.map((draw, index) => ({
    situation: partialOf(book, draw),
    pairs: decidedPairs(book).filter((_, place) => place % (index + 2) === 0),
  }))
}

function exercisedSomewhere(book: Book): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  for (const [index, total] of everySituation(book).entries()) {
    for (const each of new Set(decidedPairs(book).flatMap((pair) => [...exercisedBy(book, total, pair)])))
      places.set(each, [...(places.get(each) ?? []), index])
  }
  return places
}

law(
  'a goal is covered exactly where the reference says so of a scenario, and impossible where no situation shows it',
  40,
  fc.tuple(analysed, fc.tuple(draws, draws)),
  ([book, drawn]) => {
    const told = toldIn(book, drawn)
    const covered = new Set(
      told.flatMap(({ situation, pairs }) => pairs.flatMap((pair) => [...surelyExercised(book, situation, pair)])),
    )
    const somewhere = exercisedSomewhere(book)
    const goals = cover(compiledOf(book), told.map(scenarioFor))
    for (const { goal, state } of goals)
      expect(state, goal.id).toBe(covered.has(goal.id) ? 'covered' : somewhere.has(goal.id) ? 'missing' : 'impossible')
    const ids = new Set(goals.map(({ goal }) => goal.id))
    expect([...somewhere.keys()].filter((id) => !ids.has(id))).toEqual([])
  },
)

law('further scenarios exercise all that any situation exercises', 40, analysed, (book) => {
  const somewhere = exercisedSomewhere(book)
  const compiled = compiledOf(book)
  const wanted = new Set(cover(compiled, []).map(({ goal }) => goal.id))
  const { scenarios, impossible } = completeCover(compiled, wanted)
  const shown = new Set<string>()
  for (const { situation, pairs, goals } of scenarios) {
    const really = new Set(pairs.flatMap((pair) => [...surelyExercised(book, situation, pair)]))
    for (const { id } of goals) expect([...really], id).toContain(id)
    for (const id of really) shown.add(id)
  }
  expect([...shown].toSorted()).toEqual([...somewhere.keys()].toSorted())
  expect(impossible.map(({ id }) => id).toSorted()).toEqual([...wanted].filter((id) => !somewhere.has(id)).toSorted())
})

/** The fewest of all situations that show each of the goals, by trying sets of one, of two, and so on. */
function fewest(places: readonly (readonly number[])[]): number {
  let reached = new Set([0])
  const all = 2 ** places.length - 1
  const situations = [...new Set(places.flat())].map((situation) =>
    places.reduce((set, each, index) => (each.includes(situation) ? set | (1 << index) : set), 0),
  )
  for (let count = 0; ; count++) {
    if (reached.has(all)) return count
    reached = new Set([...reached].flatMap((set) => situations.map((other) => set | other)))
  }
}

law('where they are called the fewest, no fewer would do', 40, fc.tuple(analysed, fc.nat(99)), ([book, draw]) => {
  const somewhere = [...exercisedSomewhere(book)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const some = somewhere.filter((_, index) => (index * 7 + draw) % somewhere.length < 8)
  const { scenarios, exact } = completeCover(compiledOf(book), new Set(some.map(([id]) => id)))
  if (exact) expect(scenarios.length).toBe(fewest(some.map(([, places]) => places)))
  const small = completeCover(compiledOf(book), new Set(some.map(([id]) => id)), { most: 2 })
  const shown = new Set(small.scenarios.flatMap(({ goals }) => goals.map(({ id }) => id)))
  expect([...shown].toSorted()).toEqual(some.map(([id]) => id))
  if (exact) expect(small.scenarios.length).toBeGreaterThanOrEqual(scenarios.length)
})
