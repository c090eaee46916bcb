import type { Condition, Situation } from '@remit/language/checked/tree.ts'
import { NOT_STARTED, UNKNOWN } from '@remit/language/checked/tree.ts'
import { describe, expect, test } from 'vitest'
import { determinePartial, pointsOf } from './complete.ts'
import { determine } from './determine.ts'
import { act, book, norm } from './testing/small-books.ts'
import { factsOf, HOUR, NOWHERE } from './testing/words.ts'

const inputs = factsOf('wait').flat()
const named = (id: string) => inputs.filter((input) => input.id === id)

/** The book in which officers must wait under a condition on one input, and what it comes to. */
function waitWhen(when: Condition, input: string, situation: Situation, nevers: readonly Condition[] = []) {
  const of = book({
    acts: [act('wait')],
    inputs: named(input),
    norms: [norm('a', 'memo', ['officer must wait'], { when })],
    nevers: nevers.map((never, index) => ({ id: `never-${index}`, when: never, words: '', span: NOWHERE })),
  })
  const determination = determinePartial(of, situation)
  if (determination.kind === 'impossible') return 'impossible'
  return determination.pairs.get('officer wait')?.possible
}

describe('partial situations', () => {
  const open: Condition = { kind: 'yes', input: 'door is open' }
  const near: Condition = { kind: 'yes', input: 'danger is near' }

  test('an unknown input leaves open what it can change', () => {
    expect(waitWhen(open, 'door is open', new Map())).toEqual(['MUST', 'SILENT'])
    expect(waitWhen(open, 'door is open', new Map([['door is open', true]]))).toEqual(['MUST'])
    expect(waitWhen({ kind: 'all', of: [] }, 'door is open', new Map())).toEqual(['MUST'])
  })

  test('an input that is not reported has its first value, and is unknown to who does not know', () => {
    expect(waitWhen(near, 'danger is near', new Map())).toEqual(['SILENT'])
    expect(waitWhen(near, 'danger is near', new Map([['danger is near', UNKNOWN]]))).toEqual(['MUST', 'SILENT'])
  })

  test('what a never forbids is no completion', () => {
    const notNear: Condition = { kind: 'not', of: near }
    const unknown: Situation = new Map([['danger is near', UNKNOWN]])
    expect(waitWhen(near, 'danger is near', unknown, [notNear])).toEqual(['MUST'])
    expect(waitWhen(near, 'danger is near', unknown, [near, notNear])).toBe('impossible')
  })

  test('the facts that matter are those that alone can change the modality', () => {
    const both: Condition = { kind: 'all', of: [open, near] }
    const of = book({
      acts: [act('wait'), act('leave')],
      inputs: [...named('danger is near'), ...named('door is open'), ...named('speed')],
      norms: [norm('a', 'memo', ['officer must wait'], { when: both }), norm('b', 'memo', ['officer must leave'])],
    })
    const determination = determinePartial(of, new Map([['danger is near', UNKNOWN]]))
    const pairs = determination.kind === 'determined' ? determination.pairs : undefined
    expect(pairs?.get('officer wait')?.matter).toEqual(['danger is near', 'door is open'])
    expect(pairs?.get('officer leave')).toMatchObject({ settled: 'MUST', matter: [] })
  })
})

describe('clocks', () => {
  const held: Condition = { kind: 'compare', input: 'since release-due', is: 'more-than', than: 2 * HOUR }

  test('every comparison with a clock that has not started is false', () => {
    expect(waitWhen(held, 'since release-due', new Map())).toEqual(['SILENT'])
    expect(waitWhen({ kind: 'not', of: held }, 'since release-due', new Map())).toEqual(['MUST'])
    expect(waitWhen(held, 'since release-due', new Map([['since release-due', 2 * HOUR]]))).toEqual(['SILENT'])
    expect(waitWhen(held, 'since release-due', new Map([['since release-due', 2 * HOUR + 1]]))).toEqual(['MUST'])
  })

  test('the points of a clock are before it starts, zero, its thresholds, between them and beyond', () => {
    const of = book({ inputs, norms: [norm('a', 'memo', [], { when: held, unless: { ...held, than: HOUR } })] })
    const [clock] = named('since release-due')
    expect(clock && pointsOf(of, clock)).toEqual([NOT_STARTED, 0, HOUR / 2, HOUR, 1.5 * HOUR, 2 * HOUR, 2 * HOUR + 1])
  })
})

test('a situation that breaks a never is not decided, and the answer names what it breaks', () => {
  const always: Condition = { kind: 'all', of: [] }
  const nevers = [{ id: 'never-0', when: always, words: '', span: NOWHERE }]
  expect(determine(book({ nevers }), new Map())).toEqual({ kind: 'impossible', breaks: ['never-0'] })
})
