import type { Condition, Expectation, Input, Invariant } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { NOWHERE } from '@remit/reference/testing/words.ts'
import { expect, test } from 'vitest'
import { assert } from '../../assert.ts'
import { compile } from '../../diagram/from-checked.ts'
import { checkInvariants } from './invariants.ts'

const plain = { knownTo: [], alwaysOffered: false, changes: [] }
const fact = (id: string): Input => ({ ...plain, id, kind: 'yes-no', of: { kind: 'fact', text: id } })
const yes = (input: string): Condition => ({ kind: 'yes', input })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })

const values = ['ice', 'dhs', 'police'].map((id) => ({ id, text: id }))
const INPUTS: readonly Input[] = [
  fact('door is open'),
  fact('gate is open'),
  fact('gate is new'),
  { ...plain, id: 'requester', kind: 'one-of', values },
]

const EXPECTED: Expectation = { kind: 'modality', role: 'officer', act: 'stay', is: 'must', because: [], span: NOWHERE }

/** In how many kinds of situation an invariant holds that officers must stay, where they must when asked by ICE. */
function kindsMeeting(when: Condition): number {
  const invariant: Invariant = { id: 'x#stay', name: 'stay', when, expect: [EXPECTED], span: NOWHERE }
  const asked: Condition = { kind: 'one-of', input: 'requester', values: ['ice'] }
  const compilation = compile(
    book({
      inputs: INPUTS,
      acts: [act('stay'), act('leave')],
      norms: [
        norm('stay', 'memo', ['officer must stay'], { when: asked }),
        norm('leave', 'memo', ['officer must leave'], { when: yes('gate is new') }),
      ],
      nevers: [{ when: all(yes('door is open'), yes('gate is open')), id: 'never', words: 'never', span: NOWHERE }],
      invariants: [invariant],
    }),
  )
  assert(compilation.kind === 'compiled', 'a small book compiles')
  const [checked] = checkInvariants(compilation.compiled)
  return checked?.kinds ?? 0
}

test('the kinds of situation that meet an invariant are those that it and the orders about its acts tell apart', () => {
  // Asked by ICE or not; the door open, the gate open, or neither: never both. Where the gate is shut the door is free.
  expect(kindsMeeting(all())).toBe(3 * 2)
  expect(kindsMeeting(yes('gate is open'))).toBe(1 * 2)
  expect(kindsMeeting({ kind: 'not', of: yes('gate is open') })).toBe(1 * 2)
  // What orders about another act read is told apart where the invariant reads it, and is else no kind of its own.
  expect(kindsMeeting(all(yes('gate is open'), yes('gate is new')))).toBe(1 * 2)
  expect(kindsMeeting({ kind: 'any', of: [yes('gate is open'), yes('gate is new')] })).toBe(4 * 2)
  expect(kindsMeeting(all(yes('gate is open'), yes('door is open')))).toBe(0)
})
