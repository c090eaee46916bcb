/**
 * Plans of small books: what fast-check draws and shrinks.
 *
 * A plan refers to roles, acts, inputs and norms by numbers that the builder takes modulo how many there are, so that
 * every plan is a book and every part of it can shrink by itself.
 */
import type { StatementModality } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'

export type AtomPlan = { readonly of: number; readonly pick: number; readonly not: boolean }
export type ConditionPlan = { readonly shape: 'all' | 'any' | 'neither'; readonly atoms: readonly AtomPlan[] }

export type ActPlan = {
  readonly kindOf: readonly number[]
  readonly excludes: readonly number[]
  readonly directs: { readonly role: number; readonly act: number } | null
  readonly urgent: boolean
  readonly withdraws: boolean
  readonly onlyWhereAllowed: boolean
  readonly arisesWhen: ConditionPlan | null
}

export type StatementPlan = {
  readonly roles: readonly number[]
  readonly modality: StatementModality
  readonly acts: readonly number[]
  readonly otherThan: readonly number[]
  readonly guaranteed: boolean
  readonly one: boolean
  readonly deadline: DeadlinePlan | null
}
/** `before` an act, if there is one; else `within` some hours of an event; else, with no hours, `promptly`. */
export type DeadlinePlan = {
  readonly hours: number
  readonly event: number
  readonly ifLate: number
  readonly before: number | null
}

export type RulePlan = {
  readonly rank: number
  readonly when: ConditionPlan
  readonly unless: ConditionPlan | null
  readonly statements: readonly StatementPlan[]
}
export type NormPlan = RulePlan & { readonly lowerMaySayOtherwise: boolean }
export type ExceptionPlan = RulePlan & { readonly to: readonly number[]; readonly forActs: readonly number[] | null }
export type UnsettledPlan = { readonly norms: readonly number[]; readonly ask: number; readonly interim: number }

/** Which fields the list has, a bit for each of those that there are, and for each `some … has` what it tests: `pick` by field. */
export type ListPlan = { readonly fields: number; readonly somes: readonly (readonly TestPlan[])[] }
export type TestPlan = { readonly field: number; readonly pick: number }

export type ChoicePlan = { readonly role: number; readonly acts: readonly number[]; readonly when: ConditionPlan }

export type BookPlan = {
  readonly inputs: readonly number[]
  readonly acts: readonly ActPlan[]
  readonly defines: readonly ConditionPlan[]
  readonly nevers: readonly ConditionPlan[]
  readonly norms: readonly NormPlan[]
  readonly exceptions: readonly ExceptionPlan[]
  readonly unsettled: readonly UnsettledPlan[]
  readonly list: ListPlan | null
  readonly choices: readonly ChoicePlan[]
}

/** How many facts the builder has to choose from; one about the actor is an input for each role. */
export const FACT_COUNT = 13
/** No book has more inputs than this. */
export const INPUTS_MAX = 15

const some = (minLength: number, maxLength: number) => fc.array(fc.nat(11), { minLength, maxLength })
const seldom = (oneIn: number) => fc.nat(oneIn - 1).map((drawn) => drawn === oneIn - 1)
/** Absent, but for one time in so many. */
const maybe = <T>(arbitrary: fc.Arbitrary<T>, oneIn: number) =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })

const atom: fc.Arbitrary<AtomPlan> = fc.record({ of: fc.nat(11), pick: fc.nat(23), not: seldom(4) })
/** Every plan of a condition: of no, one or two atoms. */
export const condition: fc.Arbitrary<ConditionPlan> = fc.record({
  shape: fc.constantFrom('all', 'all', 'any', 'neither'),
  atoms: fc.oneof(fc.constant([]), fc.array(atom, { maxLength: 2 })),
})
/** A condition that says something: the language has no other for a define or for `arises when`. */
const someCondition: fc.Arbitrary<ConditionPlan> = fc.record({
  shape: fc.constantFrom('all', 'all', 'any', 'neither'),
  atoms: fc.array(atom, { minLength: 1, maxLength: 2 }),
})
const never: fc.Arbitrary<ConditionPlan> = fc.record({
  shape: fc.constant('all'),
  atoms: fc.oneof(
    { weight: 3, arbitrary: fc.array(atom, { minLength: 2, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(atom, { minLength: 1, maxLength: 1 }) },
  ),
})

const act: fc.Arbitrary<ActPlan> = fc.record({
  kindOf: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: some(1, 2) }),
  excludes: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(1, 2) }),
  directs: maybe(fc.record({ role: fc.nat(11), act: fc.nat(11) }), 4),
  urgent: seldom(5),
  withdraws: seldom(4),
  onlyWhereAllowed: seldom(8),
  arisesWhen: maybe(someCondition, 3),
})

const MODALITIES: readonly StatementModality[] = [
  ...Array.from({ length: 6 }, () => 'must' as const),
  ...Array.from({ length: 3 }, () => 'must not' as const),
  ...(['may', 'may', 'need not', 'need not', 'should', 'should not', 'should', 'should not'] as const),
]
const statement: fc.Arbitrary<StatementPlan> = fc.record({
  roles: some(1, 2),
  modality: fc.constantFrom(...MODALITIES),
  acts: some(1, 2),
  otherThan: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: some(1, 1) }),
  guaranteed: fc.boolean(),
  one: seldom(4),
  deadline: maybe(
    fc.record({ hours: fc.nat(3), event: fc.nat(1), ifLate: fc.nat(11), before: maybe(fc.nat(11), 5) }),
    2,
  ),
})

const rule = {
  rank: fc.nat(15),
  when: condition,
  unless: maybe(condition, 5),
}
const norm: fc.Arbitrary<NormPlan> = fc.record({
  ...rule,
  statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
  lowerMaySayOtherwise: seldom(4),
})
const exception: fc.Arbitrary<ExceptionPlan> = fc.record({
  ...rule,
  statements: fc.array(statement, { maxLength: 2 }),
  to: some(1, 2),
  forActs: maybe(some(1, 1), 2),
})
const unsettled: fc.Arbitrary<UnsettledPlan> = fc.record({ norms: some(1, 2), ask: fc.nat(11), interim: fc.nat(11) })

const list: fc.Arbitrary<ListPlan> = fc.record({
  fields: fc.constantFrom(1, 3, 5, 7, 2, 4, 6),
  somes: fc.array(fc.array(fc.record({ field: fc.nat(2), pick: fc.nat(11) }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  }),
})
const choice: fc.Arbitrary<ChoicePlan> = fc.record({ role: fc.nat(11), acts: some(1, 2), when: condition })

/** Every plan of a small book; most conditions are short, so that norms meet often. */
export const bookPlan: fc.Arbitrary<BookPlan> = fc.record({
  inputs: fc.subarray(
    Array.from({ length: FACT_COUNT }, (_, index) => index),
    { minLength: 1, maxLength: 4 },
  ),
  acts: fc.array(act, { minLength: 3, maxLength: 5 }),
  defines: fc.array(someCondition, { maxLength: 2 }),
  nevers: fc.oneof(fc.constant([]), fc.array(never, { maxLength: 2 })),
  norms: fc.array(norm, { minLength: 3, maxLength: 7 }),
  exceptions: fc.array(exception, { maxLength: 3 }),
  unsettled: fc.oneof(fc.constant([]), fc.array(unsettled, { maxLength: 2 })),
  list: maybe(list, 4),
  choices: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(choice, { maxLength: 2 }) },
  ),
})

/** A document of norms and exceptions to add to a book: no words, and nothing unsettled, as no order may hold that. */
export const addedPlan: fc.Arbitrary<Pick<BookPlan, 'norms' | 'exceptions'>> = fc.record({
  norms: fc.array(norm, { minLength: 1, maxLength: 3 }),
  exceptions: fc.array(exception, { maxLength: 2 }),
})
