/** What may happen in an incident of a generated book, around the days on which the clocks of Chicago change. */
import type { Book, Field, Happening, Input, List, SituationValue } from '@remit/language/checked/tree.ts'
import { UNKNOWN } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { pointsOf } from '../complete.ts'
import type { Reported } from '../happenings.ts'
import { at } from './build.ts'
import { EVENTS } from './words.ts'

/** The evenings before the clocks go back (2 November 2025) and forward (8 March 2026), in UTC. */
const EVES: readonly number[] = [Date.UTC(2025, 10, 1), Date.UTC(2026, 2, 7)]
const MINUTE = 60_000

/** An instant of three days, often one on a whole minute, else one of its neighbours. */
export const instants: fc.Arbitrary<number> = fc
  .record({ eve: fc.constantFrom(...EVES), minutes: fc.nat(3 * 24 * 60), ms: fc.integer({ min: -1, max: 1 }) })
  .map(({ eve, minutes, ms }) => eve + minutes * MINUTE + ms)

/** Numbers are taken modulo how many of each the book has. */
export type HappeningPlan = {
  readonly kind: 'value' | 'event' | 'done' | 'entry' | 'complete'
  readonly of: number
  readonly pick: readonly number[]
  readonly ago: number
  readonly atMs: number
  readonly name: number
}

const plan: fc.Arbitrary<HappeningPlan> = fc.record({
  kind: fc.constantFrom('value', 'event', 'event', 'event', 'done', 'entry', 'entry', 'complete'),
  of: fc.nat(11),
  pick: fc.array(fc.nat(11), { minLength: 3, maxLength: 3 }),
  ago: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(300) }),
  atMs: instants,
  name: fc.nat(2),
})

export const happeningPlans: fc.Arbitrary<readonly HappeningPlan[]> = fc.array(plan, { maxLength: 8 })

/** What the plans say of a book; `named`: every report of danger bears a name, so that each end has its own beginning. */
export function happeningsOf(book: Book, plans: readonly HappeningPlan[], named: boolean): readonly Reported[] {
  return plans.flatMap((each): readonly Reported[] => {
    const happening = happeningOf(book, each)
    const of = named || each.name < 2 ? { of: `report-${each.name}` } : {}
    return happening === undefined ? [] : [{ happening, atMs: each.atMs, ...of }]
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
