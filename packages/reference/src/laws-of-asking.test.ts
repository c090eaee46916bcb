/** What the engine asks, against every question tried after every answer. */

import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { type AskOptions, ask, askAll } from '@remit/engine/questions/ask.ts'
import type { Likelihood } from '@remit/engine/questions/asking/likelihood.ts'
import type { Book, Input, InputId, Situation } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ExpectedQuestions, QuestionPlan } from './asking.ts'
import { determine } from './determine.ts'
import { someInputsOf } from './lists.ts'
import { decidedPairs } from './speaks.ts'
import { situationsIn } from './testing/analysed.ts'
import { law, patienceMs } from './testing/law.ts'
import { runs } from './testing/runs.ts'
import { type Case, cases } from './testing/situations.ts'

const SITUATIONS_MAX = 100
/** No bound on the states that the exact optimum may look at, and no state at all. */
const EXACT = Number.MAX_SAFE_INTEGER
const ESTIMATED = 0

type Game = Case & {
  readonly compiled: Compiled
  readonly options: AskOptions
  readonly plan: QuestionPlan
  readonly askable: readonly InputId[]
}

type Drawn = { readonly each: Case; readonly role: number; readonly act: number; readonly counts: readonly number[] }

/** A book in which most inputs can be asked about, asked for all, for one role, or for one act of one role. */
const games: fc.Arbitrary<Game> = fc
  .record({ each: cases, role: fc.nat(5), act: fc.nat(5), counts: fc.array(fc.nat(9), { minLength: 6, maxLength: 6 }) })
  .filter(({ each }) => situationsIn(each.book) <= SITUATIONS_MAX)
  // Which sets of answers about a list are possible is another matter.
  .filter(({ each }) => each.book.lists.every(({ id }) => someInputsOf(each.book, id).length < 2))
  .map(gameOf)

function gameOf({ each, role, act, counts }: Drawn): Game {
  const book = { ...each.book, inputs: each.book.inputs.map(withQuestion) }
  const decided = decidedPairs(book)
  const chosen = decided[role % Math.max(1, decided.length)]
  const isOfRole = role > 2 && chosen !== undefined
  const isOfAct = isOfRole && act > 2
  const partial = new Map([...each.partial].filter(([, value]) => value !== UNKNOWN))
  const likelihood = role % 2 === 0 ? {} : likelihoodOf(book, counts)
  const options: AskOptions = {
    ...(isOfRole ? { role: chosen.role } : {}),
    ...(isOfAct ? { acts: new Set([chosen.act]) } : {}),
    likelihood,
  }
  const pairs = decided.filter(
    (pair) => (!isOfRole || pair.role === chosen.role) && (!isOfAct || pair.act === chosen.act),
  )
  const askable = book.inputs
    .filter(({ ask, role: of }) => ask !== undefined && (!isOfRole || of === undefined || of === chosen.role))
    .map(({ id }) => id)
  const weight = (input: InputId, value: unknown) => 1 + (likelihood[input]?.[spelled(value)] ?? 0)
  const plan = new QuestionPlan({ book, pairs, askable, weight })
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  return { ...each, book, partial, compiled: compilation.compiled, options, plan, askable }
}

/**
 * Nobody is asked about numbers, whose values are cut differently here, nor about clocks and done acts. Nothing is
 * presumed of what is asked: it is unknown until it is told.
 */
function withQuestion(input: Input): Input {
  if (input.kind !== 'one-of' && (input.kind !== 'yes-no' || input.of.kind === 'done')) return input
  const { first: _, ...unknown } = input
  return { ...unknown, ask: `Which ${input.id}?`, knownTo: [] }
}

const spelled = (value: unknown) => (value === true ? 'yes' : value === false ? 'no' : String(value))

function likelihoodOf({ inputs }: Book, counts: readonly number[]): Likelihood {
  return Object.fromEntries(
    inputs.map((input, index) => {
      const values = input.kind === 'one-of' ? input.values.map(({ id }) => id) : ['yes', 'no']
      return [input.id, Object.fromEntries(values.map((value, place) => [value, counts[(index + place) % 6] ?? 0]))]
    }),
  )
}

const rounded = ({ urgent, all }: ExpectedQuestions) => ({ urgent: urgent.toFixed(6), all: all.toFixed(6) })

const needed = (game: Game, situation: Situation, statesMax: number) =>
  askAll(game.compiled, situation, { ...game.options, statesMax }).filter(({ presumed }) => presumed === undefined)

/** Whether somewhere on the way facts are so linked that none can change alone. */
function isLinkedSomewhere({ plan, askable }: Game, situation: Situation): boolean {
  const rows = plan.rows(situation)
  if (plan.isLinked(rows)) return true
  return askable
    .filter((input) => !situation.has(input))
    .some((input) =>
      [...new Set(rows.map(({ total }) => total.get(input)))].some(
        (value) => value !== undefined && plan.isLinked(rows.filter(({ total }) => total.get(input) === value)),
      ),
    )
}

law('the exact number of questions expected is that of the best plan there is', 100, games, (game) => {
  if (isLinkedSomewhere(game, game.partial)) return
  const rows = game.plan.rows(game.partial)
  const asked = needed(game, game.partial, EXACT)
  const { inputs } = game.plan.questions(rows)
  const first = asked.slice(0, inputs.length)
  expect(first.map(({ input }) => input).toSorted()).toEqual(inputs.toSorted())
  expect(first.map(({ input, expected }) => [input, rounded(expected)])).toEqual(
    first.map(({ input }) => [input, rounded(game.plan.after(rows, input))]),
  )
  if (first[0] !== undefined) expect(rounded(first[0].expected)).toEqual(rounded(game.plan.expected(rows)))
})

law('asking to the end, nothing is asked that cannot matter, and all is settled that can be', 100, games, (game) => {
  const { book, total, plan, compiled, options, askable } = game
  if (determine(book, new Map([...total, ...game.partial])).kind === 'impossible') return
  let situation: Situation = game.partial
  for (let count = 0; count <= askable.length; count++) {
    const rows = plan.rows(situation)
    const question = ask(compiled, situation, { ...options, statesMax: count % 2 === 0 ? ESTIMATED : EXACT })
    const { inputs } = plan.questions(rows)
    if (question === undefined || question.presumed !== undefined) {
      expect(inputs).toEqual([])
      return
    }
    expect(askable).toContain(question.input)
    expect(situation.has(question.input)).toBe(false)
    if (!plan.isLinked(rows)) expect(inputs).toContain(question.input)
    situation = new Map([...situation, [question.input, total.get(question.input) ?? UNKNOWN]])
  }
  expect.unreachable('more was asked than can be')
})

type Rows = ReturnType<QuestionPlan['rows']>

/** What is expected if the first question of the estimate is always asked. */
function followed(game: Game, situation: Situation, rows: Rows): ExpectedQuestions {
  const [question] = needed(game, situation, ESTIMATED)
  if (question === undefined) return { urgent: 0, all: 0 }
  const values = [...new Set(rows.map(({ total }) => total.get(question.input)))].filter((value) => value !== undefined)
  const weights = values.map((value) => 1 + (game.options.likelihood?.[question.input]?.[spelled(value)] ?? 0))
  const sum = weights.reduce((sum, weight) => sum + weight, 0)
  let urgent = game.plan.questions(rows).urgent ? 1 : 0
  let all = 1
  for (const [index, value] of values.entries()) {
    const still = rows.filter(({ total }) => total.get(question.input) === value)
    const left = followed(game, new Map([...situation, [question.input, value]]), still)
    urgent += (left.urgent * (weights[index] ?? 0)) / sum
    all += (left.all * (weights[index] ?? 0)) / sum
  }
  return { urgent, all }
}

test('the estimate asks on average at most a twentieth more than the best plan', { timeout: patienceMs() }, () => {
  const { numRuns, seed } = runs(120)
  const sums = { best: { urgent: 0, all: 0 }, estimated: { urgent: 0, all: 0 } }
  let compared = 0
  for (const game of fc.sample(games, { numRuns, seed })) {
    if (isLinkedSomewhere(game, new Map())) continue
    const rows = game.plan.rows(new Map())
    const best = game.plan.expected(rows)
    if (best.all < 2) continue
    compared++
    const estimated = followed(game, new Map(), rows)
    for (const of of ['urgent', 'all'] as const) {
      sums.best[of] += best[of]
      sums.estimated[of] += estimated[of]
    }
  }
  expect(compared).toBeGreaterThan(5)
  expect(sums.estimated.all / sums.best.all).toBeLessThanOrEqual(1.05)
  expect(sums.estimated.urgent / sums.best.urgent).toBeLessThanOrEqual(1.05)
})
