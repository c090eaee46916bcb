/**
 * How many questions it takes: in the static order of the diagrams, by the estimate alone, as asked, and at the optimum;
 * and how long one question takes. On the real books, one role at a time, with every fifth fact unknown (the same
 * seeded situations for all). Run: `node bench/engine/ask.ts`. Times are minima: other work on the machine only adds.
 */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { type AskOptions, ask, askAll } from '@remit/engine/questions/ask.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { row, seeded } from '../measure.ts'

const INSTANT = Date.UTC(2026, 5, 1, 12)
const INCIDENTS = 4
const ROLES = ['officer', 'jailer']
const EXACT_STATES = 400

const { library } = await loadOrders(`${import.meta.dirname}/../../orders`)
const sums = { static: 0, estimate: 0, asked: 0, optimum: 0, count: 0 }
for (const { id } of library.agencies) {
  const { book } = bookOf(library, id, INSTANT, hashOf)
  const compilation = book && compile(book)
  if (compilation?.kind !== 'compiled') continue
  for (const role of ROLES) compare(compilation.compiled, role)
  times(id, compilation.compiled)
}
row('games compared', String(sums.count), 'those with an exact optimum')
for (const way of ['static', 'estimate', 'asked', 'optimum'] as const) {
  row(
    `questions, ${way}`,
    (sums[way] / sums.count).toFixed(3),
    `${(sums[way] / sums.optimum).toFixed(4)} of the optimum`,
  )
}

function compare(compiled: Compiled, role: string): void {
  const random = seeded(20260601)
  for (let open = 0; open < 5; open++) {
    const asked = compiled.variables.filter(
      ({ index, input }) => input.kind !== 'clock' && (index % 5 === open || (compiled.firstCells[index] ?? -1) < 0),
    )
    const unknown = new Map<string, SituationValue>(asked.map(({ input }) => [input.id, 'unknown']))
    const [first] = askAll(compiled, unknown, { role, statesMax: EXACT_STATES })
    if (first?.exact !== true || first.presumed !== undefined) continue
    for (let incident = 0; incident < INCIDENTS; incident++) {
      const total = new Map<string, SituationValue>(asked.map(({ input }) => [input.id, drawn(input)]))
      if (decide(compiled, total).kind === 'impossible') continue
      sums.count++
      sums.static += played(unknown, total, (at) => inOrder(compiled, at, role))
      sums.estimate += played(unknown, total, (at) => next(compiled, at, { role, statesMax: 0 }))
      sums.asked += played(unknown, total, (at) => next(compiled, at, { role }))
      sums.optimum += played(unknown, total, (at) => next(compiled, at, { role, statesMax: EXACT_STATES }))
    }
  }

  function drawn(input: Compiled['book']['inputs'][number]): SituationValue {
    if (input.kind === 'one-of') return input.values[Math.floor(random() * input.values.length)]?.id ?? 'unknown'
    return input.kind === 'yes-no' ? random() < 0.5 : Math.floor(random() * 100)
  }
}

function next(compiled: Compiled, situation: Situation, options: AskOptions): string | undefined {
  const question = ask(compiled, situation, options)
  return question?.presumed === undefined ? question?.input : undefined
}

/** The first fact that matters, in the order in which the diagrams test them. */
function inOrder(compiled: Compiled, situation: Situation, role: string): string | undefined {
  const worth = askAll(compiled, situation, { role, statesMax: 0 }).filter(({ presumed }) => presumed === undefined)
  return compiled.variables.find(({ input }) => worth.some((question) => question.input === input.id))?.input.id
}

/** How many questions are asked until none is left, if these are the answers. */
function played(unknown: Situation, total: Situation, choose: (situation: Situation) => string | undefined): number {
  let situation = unknown
  for (let asked = 0; ; asked++) {
    const input = choose(situation)
    if (input === undefined) return asked
    situation = new Map([...situation, [input, total.get(input) ?? 'unknown']])
  }
}

function times(id: string, compiled: Compiled): void {
  const open = new Map<string, SituationValue>(
    compiled.book.inputs.filter(({ kind }) => kind !== 'clock').map((input) => [input.id, 'unknown']),
  )
  const empty = least(() => ask(compiled, new Map(), { role: 'officer' }))
  const all = least(() => ask(compiled, open, { role: 'officer' }))
  row(`${id}, officer`, `${empty.toFixed(2)} ms`, `${all.toFixed(2)} ms with nothing presumed`)
}

function least(work: () => unknown): number {
  const runs = Array.from({ length: 15 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...runs)
}
