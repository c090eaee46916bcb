/**
 * The policy as books. In the first the six outcomes are the six things that a book can say of one act, so that one
 * question gives one of six answers, as in every other engine. In the second each outcome is an act of its own, which an
 * officer must do exactly where the policy comes to it: six questions.
 */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Book, Condition, Input } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import {
  AGENCIES,
  OUTCOMES,
  type Outcome,
  type Policy,
  PURPOSES,
  type Rule,
  STATES,
  type Test,
  YES_NO,
} from './policy.ts'

/** What the first book says of `respond` for each outcome. */
export const SAID: Readonly<Record<Outcome, Modality>> = {
  assist: 'MUST',
  'protect-only': 'SILENT',
  wait: 'SHOULD NOT',
  'advise-and-leave': 'MUST NOT',
  detain: 'SHOULD',
  release: 'MAY',
}

export function bookOfOneAct(policy: Policy): Book {
  const said = (outcome: Outcome) =>
    outcome === 'protect-only' ? [] : [`officer ${SAID[outcome].toLowerCase()} respond`]
  return bookOf(policy, { acts: ['respond'], said })
}

export function bookOfSixActs(policy: Policy): Book {
  return bookOf(policy, { acts: OUTCOMES.toSorted(), said: (outcome) => [`officer must ${outcome}`] })
}

type Words = { readonly acts: readonly string[]; readonly said: (outcome: Outcome) => readonly string[] }

function bookOf(policy: Policy, { acts, said }: Words): Book {
  const rules = [...policy.rules, { id: 'otherwise', outcome: policy.otherwise, tests: [] }]
  const before = new Map<string, Rule[]>()
  const norms = rules.map((rule) => {
    const earlier = rule.tests.length === 0 ? policy.rules : (before.get(countyOf(rule)) ?? [])
    const unless: Condition = { kind: 'any', of: earlier.map(conditionOf) }
    before.set(countyOf(rule), [...earlier, rule])
    return norm(rule.id, 'department order', said(rule.outcome), { when: conditionOf(rule), unless })
  })
  return book({ inputs: inputsOf(policy), acts: acts.map((id) => act(id)), norms })
}

/** Rules of two counties never match together, so that a rule need only come after the earlier ones of its own. */
function countyOf({ tests }: Rule): string {
  return tests.flatMap((test) => (test.kind === 'one-of' && test.fact === 'county' ? test.values : [])).join()
}

function conditionOf({ tests }: Rule): Condition {
  return { kind: 'all', of: tests.map(testOf) }
}

function testOf(test: Test): Condition {
  switch (test.kind) {
    case 'is': {
      const yes: Condition = { kind: 'yes', input: test.fact }
      return test.value ? yes : { kind: 'not', of: yes }
    }
    case 'one-of':
      return { kind: 'one-of', input: test.fact, values: test.values }
    case 'over':
      return { kind: 'compare', input: test.fact, is: 'more-than', than: test.hours }
    case 'up-to':
      return { kind: 'compare', input: test.fact, is: 'at-most', than: test.hours }
  }
}

const PLAIN = { knownTo: [], alwaysOffered: false, changes: [] }

function inputsOf({ counties }: Policy): readonly Input[] {
  const oneOf = (id: string, values: readonly string[]): Input => ({
    ...PLAIN,
    id,
    kind: 'one-of',
    values: values.map((value) => ({ id: value, text: value })),
  })
  return [
    oneOf('agency', AGENCIES),
    oneOf('county', counties),
    oneOf('purpose', PURPOSES),
    oneOf('state', STATES),
    { ...PLAIN, id: 'hoursHeld', kind: 'number' as const, unit: 'hours' },
    ...YES_NO.map((id): Input => ({ ...PLAIN, id, kind: 'yes-no', of: { kind: 'fact', text: id } })),
  ].toSorted((one, other) => (one.id < other.id ? -1 : 1))
}
