/** Invariants of generated books: what fast-check draws, and what is built of it. */
import type { Book, Expectation, Invariant } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { at, buildCondition } from './build.ts'
import type { ConditionPlan } from './plan.ts'
import { condition } from './plan.ts'
import { NAMED, NOWHERE } from './words.ts'

/** Numbers are taken modulo how many roles, acts and rules the book has. */
export type InvariantPlan = { readonly when: ConditionPlan; readonly expect: readonly ExpectationPlan[] }
export type ExpectationPlan = {
  readonly kind: Expectation['kind']
  readonly role: number
  readonly act: number
  readonly is: number
  readonly because: number | null
}

const expectation: fc.Arbitrary<ExpectationPlan> = fc.record({
  kind: fc.constantFrom(
    'modality',
    'modality',
    'is',
    'referred',
    'no kind forbidden',
    'nobody must',
    'nobody must withdraw',
  ),
  role: fc.nat(11),
  act: fc.nat(11),
  is: fc.nat(11),
  because: fc.option(fc.nat(11)),
})

/** Every plan of a book's invariants; most hold here and not there. */
export const invariantPlans: fc.Arbitrary<readonly InvariantPlan[]> = fc.array(
  fc.record({ when: condition, expect: fc.array(expectation, { minLength: 1, maxLength: 2 }) }),
  { maxLength: 3 },
)

/** The book with the invariants of these plans and no others. */
export function withInvariants(book: Book, plans: readonly InvariantPlan[]): Book {
  const invariants = plans.map(
    ({ when, expect }, index): Invariant => ({
      id: `vocabulary#invariant-${index}`,
      name: `invariant-${index}`,
      when: buildCondition(when, book),
      expect: expect.map((plan) => buildExpectation(plan, book)),
      span: NOWHERE,
    }),
  )
  return { ...book, invariants }
}

const SAID = ['must', 'must not', 'may', 'need not', 'should', 'should not'] as const

function buildExpectation(plan: ExpectationPlan, { acts, norms, exceptions, inputs }: Book): Expectation {
  const { kind, because } = plan
  const span = NOWHERE
  const act = at(acts, plan.act).id
  // Nobody who is outside has a fact about the actor.
  const named = inputs.some((input) => input.about === 'actor') ? NAMED.filter((role) => role !== 'dhs') : NAMED
  const role = at(named, plan.role)
  switch (kind) {
    case 'modality': {
      const rule = because === null ? [] : [at([...norms, ...exceptions], because).id]
      return { kind, role, act, is: at(SAID, plan.is), because: rule, span }
    }
    case 'is':
      return { kind, role, act, is: at(['set aside', 'silent', 'silent', 'open'] as const, plan.is), span }
    case 'referred':
      return { kind, role, act, span, ...(because === null ? {} : { to: at(NAMED, because) }) }
    case 'no kind forbidden':
    case 'nobody must':
      return { kind, act, span }
    case 'nobody must withdraw':
      return { kind, span }
  }
}
