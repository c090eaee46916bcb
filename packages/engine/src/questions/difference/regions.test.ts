import type { Condition, Input } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { expect, test } from 'vitest'
import { assert } from '../../assert.ts'
import { diff } from '../diff.ts'

const fact = (id: string): Input => ({
  id,
  kind: 'yes-no',
  knownTo: [],
  alwaysOffered: false,
  changes: [],
  of: { kind: 'fact', text: id },
})
const yes = (input: string): Condition => ({ kind: 'yes', input })
const not = (of: Condition): Condition => ({ kind: 'not', of })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })

/** Without a norm, and with one by which officers must stay at night with the door open and by day with the gate open. */
function changed(most: number) {
  const orders = {
    inputs: ['it is night', 'door is open', 'gate is open'].map(fact),
    acts: [act('stay')],
  }
  const of: readonly Condition[] = [
    all(yes('it is night'), yes('door is open')),
    all(not(yes('it is night')), yes('gate is open')),
  ]
  const after = book({ ...orders, norms: [norm('stay', 'memo', ['officer must stay'], { when: { kind: 'any', of } })] })
  const difference = diff(book(orders), after, { most })
  assert(difference.kind === 'difference', 'two small books can be compared')
  const [answer] = difference.answers
  assert(answer !== undefined && difference.answers.length === 1, 'one answer differs')
  return answer
}

test('what a short description leaves out is counted over every fact on which the change hangs', () => {
  const whole = changed(2)
  expect([whole.kinds, whole.conditions.length, whole.left]).toEqual([4, 2, 0])
  // What is left no longer hangs on what stands open at the other time of day, of which there are two kinds all the same.
  const short = changed(1)
  expect([short.kinds, short.conditions.length, short.left]).toEqual([4, 1, 2])
})
