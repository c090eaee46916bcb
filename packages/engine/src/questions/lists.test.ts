import type { FieldTest, List } from '@remit/language/checked/lists.ts'
import type { Book, Condition, Input, Scenario, Situation } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { NOWHERE } from '@remit/reference/testing/words.ts'
import { describe, expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { type Compiled, compile } from '../diagram/from-checked.ts'
import { count } from '../diagram/reach.ts'
import { cannotOccur } from './analysis/scenarios.ts'
import { ask } from './ask.ts'
import { decide } from './decide.ts'
import { runScenario } from './scenario.ts'

const CONVICTION: List = {
  id: 'conviction',
  text: 'Conviction',
  about: 'person',
  knownTo: [],
  fields: [
    { id: 'class', text: 'Class', kind: 'one-of', values: ['listed', 'minor'].map((id) => ({ id, text: id })) },
    { id: 'level', text: 'Level', kind: 'one-of', values: ['felony', 'other'].map((id) => ({ id, text: id })) },
    { id: 'years-ago', text: 'Years ago', kind: 'number', unit: 'years' },
  ],
  span: NOWHERE,
}
const LISTED: FieldTest = { field: 'class', kind: 'one-of', values: ['listed'] }
const FELONY: FieldTest = { field: 'level', kind: 'one-of', values: ['felony'] }
const recent = (years: number): FieldTest => ({ field: 'years-ago', kind: 'compare', is: 'at-most', than: years })

function some(words: string, ...tests: FieldTest[]): Input & { readonly kind: 'yes-no' } {
  const id = `some conviction has ${words}`
  const of = { kind: 'some', list: 'conviction', tests } as const
  return { id, kind: 'yes-no', about: 'person', ask: `${id}?`, knownTo: [], alwaysOffered: false, changes: [], of }
}
const yes = (input: Input): Condition => ({ kind: 'yes', input: input.id })

/** A book in which each question decides of an act of its own. */
function compiledOf(inputs: readonly Input[], of: Partial<Book> = {}): Compiled {
  const acts = inputs.map((_, index) => act(`act-${index}`))
  const norms = inputs.map((input, index) =>
    norm(`norm-${index}`, 'memo', [`officer must act-${index}`], { when: yes(input) }),
  )
  const compilation = compile(book({ inputs, lists: [CONVICTION], acts, norms, ...of }))
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return compilation.compiled
}

const isPossible = (compiled: Compiled, situation: Situation) => decide(compiled, situation).kind === 'determination'

describe('answers about a list', () => {
  const listed = some('class listed', LISTED)
  const felony = some('level felony', FELONY)
  const both = some('class listed and level felony', LISTED, FELONY)

  test('are possible where each yes has an entry that fits no no', () => {
    const compiled = compiledOf([listed, felony, both])
    const are = (...values: readonly boolean[]) =>
      isPossible(compiled, new Map([listed, felony, both].map(({ id }, index) => [id, values[index] ?? false])))
    expect(are(true, true, false)).toBe(true)
    expect(are(true, false, true)).toBe(false)
    expect(are(true, true, true)).toBe(true)
    expect(are(false, false, false)).toBe(true)
    // Of eight sets of answers those with the last are impossible without both others.
    expect(count(compiled.diagrams, compiled.possible)).toBe(5)
  })

  test('are impossible together also where any two of them are possible', () => {
    const recently = some('years-ago at most 5', recent(5))
    const long: FieldTest = { field: 'years-ago', kind: 'compare', is: 'more-than', than: 5 }
    const lately = some('class listed and years-ago at most 5', LISTED, recent(5))
    const once = some('class listed and years-ago more than 5', LISTED, long)
    const compiled = compiledOf([listed, recently, lately, once])
    const situation = new Map([
      [listed.id, true],
      [lately.id, false],
      [once.id, false],
    ])
    for (const id of situation.keys()) {
      expect(isPossible(compiled, new Map([...situation].filter(([other]) => other !== id)))).toBe(true)
    }
    expect(decide(compiled, situation)).toEqual({
      kind: 'impossible',
      breaks: ['conviction'],
      words: ['no entries of the list `conviction` give these answers about it'],
    })
  })

  test('follow from one another where a test is narrower', () => {
    const [five, fifteen] = [some('years-ago at most 5', recent(5)), some('years-ago at most 15', recent(15))]
    const found = decide(compiledOf([five, fifteen]), new Map([[five.id, true]]))
    assert(found.kind === 'determination', 'an entry can fit both')
    expect(found.answers.map(({ act, result }) => [act, result])).toEqual([
      ['act-0', { kind: 'settled', modality: 'MUST' }],
      ['act-1', { kind: 'settled', modality: 'MUST' }],
    ])
  })

  test('can be unknown, and one is asked for', () => {
    expect(ask(compiledOf([listed]), new Map())).toMatchObject({ input: listed.id, ask: `${listed.id}?` })
  })

  test('come from the entries of a scenario, step by step', () => {
    const compiled = compiledOf([listed])
    const expected = (is: 'must' | 'open') =>
      is === 'open'
        ? ({ kind: 'is', role: 'officer', act: 'act-0', is, span: NOWHERE } as const)
        : ({ kind: 'modality', role: 'officer', act: 'act-0', is, because: [], span: NOWHERE } as const)
    const scenario: Scenario = {
      id: 's',
      name: 's',
      document: 'memo',
      agency: 'us/il/town/police',
      on: 0,
      given: [{ kind: 'entry', list: 'conviction', values: { class: 'minor' } }],
      steps: [
        { kind: 'expect', expect: [expected('open')] },
        {
          kind: 'happens',
          happening: { kind: 'entry', list: 'conviction', values: { class: 'listed' } },
          span: NOWHERE,
        },
        { kind: 'expect', expect: [expected('must')] },
      ],
      span: NOWHERE,
    }
    expect(runScenario(compiled, scenario)).toMatchObject({ passed: true })
    expect(cannotOccur(compiled, scenario)).toEqual([])
  })

  test('that cannot be together in a scenario are a finding, at the step where they come together', () => {
    const there = { ...NOWHERE, line: 7 }
    const scenario: Scenario = {
      id: 's',
      name: 'two answers',
      document: 'memo',
      agency: 'us/il/town/police',
      on: 0,
      given: [{ kind: 'value', input: both.id, value: true }],
      steps: [{ kind: 'happens', happening: { kind: 'value', input: listed.id, value: false }, span: there }],
      span: NOWHERE,
    }
    expect(cannotOccur(compiledOf([listed, both]), scenario)).toMatchObject([
      {
        code: 'W312',
        message: 'the scenario `two answers` cannot occur',
        labels: [
          {
            span: there,
            text: 'this cannot be together: no entries of the list `conviction` give these answers about it',
          },
        ],
        witness: 'no conviction has class listed, some conviction has class listed and level felony',
      },
    ])
  })
})
