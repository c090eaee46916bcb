import type { Book, Condition, Expectation, Input, Invariant, Situation } from '@remit/language/checked/tree.ts'
import { act, book, norm, statement } from '@remit/reference/testing/small-books.ts'
import { NOWHERE } from '@remit/reference/testing/words.ts'
import { expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { type Compiled, compile } from '../diagram/from-checked.ts'
import { checkInvariant } from './analysis/invariants.ts'
import { ask } from './ask.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'

const trained = (role: string): Input => ({
  id: `training of ${role} is certified`,
  kind: 'yes-no',
  about: 'actor',
  role,
  ask: 'Are you certified?',
  knownTo: [],
  alwaysOffered: false,
  changes: [],
  of: { kind: 'fact', text: 'certified' },
})
const TRAINED: Condition = { kind: 'yes', input: 'training of * is certified' }
const SUPERVISOR_TRAINED: Condition = { kind: 'yes', input: 'training of supervisor is certified' }
const INPUTS = ['agency', 'officer', 'supervisor'].map(trained)

function compiledOf(of: Partial<Book>): Compiled {
  const compilation = compile(book({ inputs: INPUTS, ...of }))
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return compilation.compiled
}

/** What each role and act comes to, where it is settled. */
function resultsIn(of: Partial<Book>, situation: Situation) {
  const found = decide(compiledOf(of), situation)
  assert(found.kind === 'determination', 'the situation is possible')
  return found.answers.map(({ role, act, result }) =>
    result.kind === 'settled' ? `${role} ${act} ${result.modality}` : `${role} ${act} on ${result.matters.join()}`,
  )
}

const OFFICER_ALONE = new Map([
  ['training of officer is certified', true],
  ['training of supervisor is certified', false],
])

test('what is so of the actor is read of the role that is decided', () => {
  const enter = norm('enter', 'memo', ['officer, supervisor must enter'], { when: TRAINED })
  const of = { acts: [act('enter')], norms: [enter] }
  expect(resultsIn(of, OFFICER_ALONE)).toEqual(['officer enter MUST'])
  expect(resultsIn(of, new Map())).toEqual([
    'officer enter on training of officer is certified',
    'supervisor enter on training of supervisor is certified',
  ])
})

test('a define and an exception are read of the role that is decided too', () => {
  const define = { id: 'one is ready', text: 'one is ready', when: TRAINED, span: NOWHERE }
  const enter = norm('enter', 'memo', ['officer, supervisor must enter'])
  const lift = {
    ...norm('lift', 'memo', [], { when: { kind: 'define', define: 'one is ready' } }),
    to: ['enter'],
  }
  expect(
    resultsIn({ acts: [act('enter')], defines: [define], norms: [enter], exceptions: [lift] }, OFFICER_ALONE),
  ).toEqual(['supervisor enter MUST'])
})

test('a role that is named is read whoever is decided', () => {
  const enter = norm('enter', 'memo', ['officer must enter'], { when: SUPERVISOR_TRAINED })
  expect(resultsIn({ acts: [act('enter')], norms: [enter] }, OFFICER_ALONE)).toEqual([])
})

test('a `never` about the actor holds for every role', () => {
  const never = { id: 'never-1', when: TRAINED, words: 'training is certified', span: NOWHERE }
  const found = decide(compiledOf({ nevers: [never] }), OFFICER_ALONE)
  expect(found).toEqual({ kind: 'impossible', breaks: ['never-1'], words: ['never training is certified'] })
})

test('an act arises for the role for which its condition holds', () => {
  const acts = [act('enter', { arisesWhen: TRAINED })]
  const norms = [norm('enter', 'memo', ['officer, supervisor must enter'])]
  const found = decide(compiledOf({ acts, norms }), OFFICER_ALONE)
  assert(found.kind === 'determination', 'the situation is possible')
  expect(found.answers.map(({ role, arises }) => [role, arises])).toEqual([
    ['officer', 'yes'],
    ['supervisor', 'no'],
  ])
})

test('an invariant is read for the role that it names, and for every role where it names none', () => {
  const expecting = (expectation: Expectation): Invariant => ({
    id: 'i',
    name: 'i',
    when: TRAINED,
    expect: [expectation],
    span: NOWHERE,
  })
  const silent = expecting({ kind: 'is', role: 'supervisor', act: 'enter', is: 'silent', span: NOWHERE })
  const nobody = expecting({ kind: 'nobody must', act: 'enter', span: NOWHERE })
  const compiled = compiledOf({
    acts: [act('enter')],
    norms: [norm('enter', 'memo', ['supervisor must enter'], { when: { kind: 'not', of: SUPERVISOR_TRAINED } })],
    invariants: [silent, nobody],
  })
  expect(checkInvariant(compiled, silent)).toEqual({ kind: 'proved' })
  // Another role can be certified while the supervisor, who is not, must enter.
  expect(checkInvariant(compiled, nobody)).toMatchObject({ kind: 'broken' })
})

test('what is so of the actor is asked of that role alone', () => {
  const of = { acts: [act('enter')], norms: [norm('enter', 'memo', ['officer must enter'], { when: TRAINED })] }
  const compiled = compiledOf(of)
  expect(ask(compiled, new Map(), { role: 'officer' })).toMatchObject({
    input: 'training of officer is certified',
    knownTo: ['officer'],
  })
  expect(ask(compiled, new Map(), { role: 'supervisor' })).toBeUndefined()
  const bySupervisor = { ...of, norms: [norm('enter', 'memo', ['officer must enter'], { when: SUPERVISOR_TRAINED })] }
  expect(ask(compiledOf(bySupervisor), new Map(), { role: 'officer' })).toBeUndefined()
})

test('a book that reads nothing of the actor has no more diagrams for having such facts', () => {
  const of = { acts: [act('enter')], norms: [norm('enter', 'memo', ['officer, supervisor must enter'])] }
  expect(compiledOf(of).diagrams.nodes).toBe(compiledOf({ ...of, inputs: [] }).diagrams.nodes)
})

test('one member is enough where every statement that decides says so', () => {
  const one = (id: string) => ({ ...statement('officer must enter', { one: true }), id })
  const all = { ...statement('officer must enter'), id: 'all/1' }
  const answerOf = (...statements: (typeof all)[]) => {
    const found = decide(compiledOf({ acts: [act('enter')], norms: [norm('enter', 'memo', statements)] }), new Map())
    assert(found.kind === 'determination', 'the situation is possible')
    return found.answers[0]?.one
  }
  expect(answerOf(one('a/1'), one('b/1'))).toBe(true)
  expect(answerOf(one('a/1'), all)).toBeUndefined()
})

test('every act that a duty comes before is told, with what the order says of a breach', () => {
  const before = (id: string, act: string) => ({
    ...statement('officer must knock', { deadline: { kind: 'before', act } }),
    id,
  })
  const knock = norm('knock', 'memo', [before('knock/1', 'enter'), before('knock/2', 'search')], {
    ifBroken: 'the evidence is not used',
  })
  const compiled = compiledOf({ acts: [act('enter'), act('knock'), act('search')], norms: [knock] })
  const found = decide(compiled, new Map())
  assert(found.kind === 'determination' && found.answers[0] !== undefined, 'there is an answer')
  expect(found.answers[0].deadlines).toEqual([
    { kind: 'before', act: 'enter', statement: 'knock/1', certainty: 'settled' },
    { kind: 'before', act: 'search', statement: 'knock/2', certainty: 'settled' },
  ])
  expect(explain(compiled, new Map(), found.answers[0]).reasons).toContainEqual(
    expect.objectContaining({
      part: 'if broken',
      words: expect.stringMatching(/: if broken, the evidence is not used$/),
    }),
  )
})
