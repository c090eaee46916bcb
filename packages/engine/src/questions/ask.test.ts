import type { Condition, Input } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { NOWHERE } from '@remit/reference/testing/words.ts'
import { expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { compile } from '../diagram/from-checked.ts'
import { askAll } from './ask.ts'

const fact = (id: string): Input => ({
  id,
  kind: 'yes-no',
  ask: `${id}?`,
  knownTo: [],
  alwaysOffered: false,
  changes: [],
  of: { kind: 'fact', text: id },
})
const yes = (input: string): Condition => ({ kind: 'yes', input })
const not = (of: Condition): Condition => ({ kind: 'not', of })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })

/** A door never stands open behind a shut gate, and the order about entering reads both. */
function compiled() {
  const compilation = compile(
    book({
      inputs: [fact('gate is open'), fact('door is open')],
      acts: [act('enter'), act('shut')],
      nevers: [
        { when: all(yes('door is open'), not(yes('gate is open'))), id: 'never', words: 'never', span: NOWHERE },
      ],
      norms: [
        norm('enter', 'memo', ['officer must enter'], { when: all(yes('gate is open'), yes('door is open')) }),
        norm('shut', 'memo', ['officer must shut'], { when: all(yes('gate is open'), not(yes('door is open'))) }),
      ],
    }),
  )
  assert(compilation.kind === 'compiled', 'a small book compiles')
  return compilation.compiled
}

test('a fact that an order reads, and that can change nothing in a possible situation, is not asked', () => {
  const asked = askAll(compiled(), new Map(), { acts: new Set(['enter']) })
  expect(asked.map(({ input }) => input)).toEqual(['door is open'])
})

test('a question names the acts that its answer can change in a possible situation, and no others', () => {
  const questions = askAll(compiled(), new Map())
  expect(Object.fromEntries(questions.map(({ input, decides }) => [input, decides.map(({ act }) => act)]))).toEqual({
    'door is open': ['enter', 'shut'],
    'gate is open': ['shut'],
  })
})
