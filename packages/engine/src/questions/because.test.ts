import type { Input, InputId, Situation } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { type Compiled, compile } from '../diagram/from-checked.ts'
import { answerTo } from './answer-to.ts'
import { explain } from './explain.ts'
import { whatIf } from './what-if.ts'

const PLAIN = { knownTo: [], alwaysOffered: false, changes: [] }

function fact(id: string, of: Partial<Input & { readonly kind: 'yes-no' }> = {}): Input {
  return { ...PLAIN, id, kind: 'yes-no', first: true, of: { kind: 'fact', text: id }, ask: `Is ${id}?`, ...of }
}

/** An officer must wait when one of two facts holds. */
function eitherOf(one: Input, other: Input): Compiled {
  const yes = (input: InputId) => ({ kind: 'yes', input }) as const
  const compilation = compile(
    book({
      inputs: [one, other],
      acts: [act('wait')],
      norms: [norm('n', 'memo', ['officer must wait'], { when: { kind: 'any', of: [yes(one.id), yes(other.id)] } })],
    }),
  )
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return compilation.compiled
}

function reasonIn(compiled: Compiled, situation: Situation): readonly string[] {
  const answer = answerTo(compiled, situation, { role: 'officer', act: 'wait' })
  assert(answer !== undefined, 'the officer has to wait')
  const facts = explain(compiled, situation, answer).because?.facts ?? []
  return facts.map(({ words, how }) => `${words} ${how}`)
}

test('of two reasons of one fact each the reported one is told, whichever the book tests first', () => {
  const compiled = eitherOf(fact('door is open'), fact('gate is open'))
  expect(reasonIn(compiled, new Map([['gate is open', true]]))).toEqual(['gate is open reported'])
  expect(reasonIn(compiled, new Map([['door is open', true]]))).toEqual(['door is open reported'])
  expect(reasonIn(compiled, new Map([['door is open', false]]))).toEqual(['gate is open presumed'])
})

test('of two reasons that rest on as much, the one is told that a person can be asked about', () => {
  const { ask: _, ...unseen } = fact('log is open')
  const both = new Map([
    ['log is open', true],
    ['gate is open', true],
  ])
  expect(reasonIn(eitherOf(unseen, fact('gate is open')), both)).toEqual(['gate is open reported'])
  expect(reasonIn(eitherOf(fact('gate is open'), unseen), both)).toEqual(['gate is open reported'])
})

test('a number is said as far as it may go', () => {
  const age: Input = { ...PLAIN, id: 'age', kind: 'number', unit: 'years' }
  const when = (than: number) => ({ kind: 'compare', input: 'age', is: 'at-least', than }) as const
  const compilation = compile(
    book({
      inputs: [age],
      acts: [act('wait')],
      norms: [14, 18].map((years) =>
        norm(`n-${years}`, years === 14 ? 'memo' : 'ordinance', ['officer must wait'], { when: when(years) }),
      ),
    }),
  )
  assert(compilation.kind === 'compiled', 'a small book compiles')
  expect(reasonIn(compilation.compiled, new Map([['age', 16]]))).toEqual(['age at least 14 years reported'])
})

test('of ways with as many changes those come first that can come about', () => {
  const fixed = fact('badge is shown', { first: false })
  const changing = fact('gate is open', {
    first: false,
    changes: [{ kind: 'becomes', event: 'gate-opened', value: true }],
  })
  for (const compiled of [eitherOf(fixed, changing), eitherOf(changing, fixed)]) {
    const [answer] = whatIf(compiled, new Map(), { role: 'officer', act: 'wait' }).answers
    expect(answer).toMatchObject({ modality: 'MUST', distance: 1, more: false })
    expect(answer?.ways.map(({ words }) => words)).toEqual(['gate is open', 'badge is shown'])
  }
})

test('where the answer is open, what is not known leads to each other answer with nothing changed', () => {
  const unknown: Input = { ...PLAIN, id: 'gate is open', kind: 'yes-no', of: { kind: 'fact', text: '' } }
  const compiled = eitherOf(unknown, fact('badge is shown', { first: false }))
  const { now, answers } = whatIf(compiled, new Map(), { role: 'officer', act: 'wait' })
  expect(now).toEqual(['MUST', 'SILENT'])
  expect(answers.map(({ modality, distance, ways }) => [modality, distance, ways.map(({ words }) => words)])).toEqual([
    ['MUST', 0, ['gate is open']],
    ['SILENT', 0, ['gate is not open']],
  ])
})
