/** What may happen in an incident of a generated book, around the days on which the clocks of Chicago change. */

import type { Field, List } from '@remit/language/checked/lists.ts'
import type { Book, Happening, Input, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { pointsOf } from '../complete.ts'
import type { Reported } from '../happenings.ts'
import { at, buildBook } from './build.ts'
import type { ListPlan } from './plan.ts'
import { bookPlan, FACT_COUNT } from './plan.ts'
import { printedBook } from './situations.ts'
import { EVENTS } from './words.ts'

/** The evenings before the clocks go back (2 November 2025) and forward (8 March 2026), in UTC. */
const EVES: readonly number[] = [Date.UTC(2025, 10, 1), Date.UTC(2026, 2, 7)]
const MINUTE = 60_000
const THREE_DAYS = 3 * 24 * 60

/** Milliseconds from an eve: often a whole number of minutes, else one beside it. */
const offset: fc.Arbitrary<number> = fc
  .record({ minutes: fc.nat(THREE_DAYS), ms: fc.integer({ min: -1, max: 1 }) })
  .map(({ minutes, ms }) => minutes * MINUTE + ms)

/** An instant of one of the three days. */
export const instants: fc.Arbitrary<number> = fc.tuple(fc.constantFrom(...EVES), offset).map(([eve, ms]) => eve + ms)

/** Books with every fact that there is, and a list: no situation is completed here, so they may have many inputs. */
const richBooks: fc.Arbitrary<Book> = bookPlan.map((plan) => {
  const inputs = Array.from({ length: FACT_COUNT }, (_, index) => index)
  return printedBook(buildBook({ ...plan, inputs, list: plan.list ?? SOME_LIST }))
})
const SOME_LIST: ListPlan = {
  fields: 7,
  somes: [
    [{ field: 0, pick: 3 }],
    [
      { field: 1, pick: 1 },
      { field: 2, pick: 2 },
    ],
  ],
}

/** What was reported of an incident, with an instant at which to ask; `others`: further reports of the same days. */
export type Incident = {
  readonly book: Book
  readonly reports: readonly Reported[]
  readonly others: readonly Reported[]
  readonly now: number
}

/** `named`: every report of danger bears a name, so that each end has its own beginning. */
export function incidentsOf(named: boolean): fc.Arbitrary<Incident> {
  return fc
    .record({
      book: richBooks,
      eve: fc.constantFrom(...EVES),
      plans: happeningPlans,
      others: happeningPlans,
      now: fc.oneof(offset, fc.constant(THREE_DAYS * MINUTE)),
    })
    .map(({ book, eve, plans, others, now }) => ({
      book,
      reports: happeningsOf(book, plans, { eve, named }),
      others: happeningsOf(book, others, { eve, named }),
      now: eve + now,
    }))
}

/** Numbers are taken modulo how many of each the book has. */
type HappeningPlan = {
  readonly kind: 'value' | 'event' | 'done' | 'entry' | 'complete'
  readonly of: number
  readonly pick: readonly number[]
  readonly ago: number
  readonly offset: number
  readonly name: number
}

const plan: fc.Arbitrary<HappeningPlan> = fc.record({
  kind: fc.constantFrom('value', 'event', 'event', 'event', 'done', 'entry', 'entry', 'complete'),
  of: fc.nat(11),
  pick: fc.array(fc.nat(11), { minLength: 3, maxLength: 3 }),
  ago: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(300) }),
  offset,
  name: fc.nat(2),
})

const happeningPlans: fc.Arbitrary<readonly HappeningPlan[]> = fc.array(plan, { maxLength: 10 })

function happeningsOf(
  book: Book,
  plans: readonly HappeningPlan[],
  { eve, named }: { readonly eve: number; readonly named: boolean },
): readonly Reported[] {
  return plans.flatMap((each): readonly Reported[] => {
    const happening = happeningOf(book, each)
    const of = named || each.name < 2 ? { of: `report-${each.name}` } : {}
    return happening === undefined ? [] : [{ happening, atMs: eve + each.offset, ...of }]
  })
}

function happeningOf(book: Book, { kind, of, pick, ago }: HappeningPlan): Happening | undefined {
  const [first = 0, second = 0] = pick
  const agoMs = ago * MINUTE
  switch (kind) {
    case 'value': {
      const input = at(book.inputs, of)
      return { kind, input: input.id, value: statedOf(book, input, first) }
    }
    case 'event':
      return { kind, event: at(EVENTS, of), agoMs }
    case 'done':
      return { kind, role: at(['officer', 'supervisor', 'supervisor'], first), act: at(book.acts, second).id, agoMs }
    case 'entry': {
      const [list] = book.lists
      return list === undefined ? undefined : { kind, list: list.id, values: entryOf(list, pick) }
    }
    case 'complete': {
      const [list] = book.lists
      return list === undefined ? undefined : { kind, list: list.id }
    }
  }
}

function statedOf(book: Book, input: Input, pick: number): SituationValue {
  return pick === 11 ? UNKNOWN : at(pointsOf(book, input), pick)
}

/** A field that is drawn high is not known. */
function entryOf({ fields }: List, pick: readonly number[]): Record<string, boolean | string | number> {
  const known = fields.map((field, index) => ({ field, drawn: at(pick, index) })).filter(({ drawn }) => drawn <= 8)
  return Object.fromEntries(known.map(({ field, drawn }) => [field.id, fieldValueOf(field, drawn)]))
}

function fieldValueOf(field: Field, drawn: number): boolean | string | number {
  switch (field.kind) {
    case 'yes-no':
      return drawn % 2 === 0
    case 'one-of':
      return at(field.values, drawn).id
    case 'number':
      return drawn * 2
  }
}
