/** The words of the generated books: roles, events and the inputs from which each book takes a few. */
import type { Input, Role, Statement } from '@remit/language/checked/tree.ts'
import { INPUT_COUNT } from './plan.ts'

export const HOUR = 3_600_000

/** Generated books have no text. */
export const NOWHERE: Statement['span'] = { file: 'generated', line: 1, column: 1, offset: 0, length: 0 }

/** In order of id; `dhs` is outside. */
export const ROLES: readonly Role[] = [
  { id: 'agency', text: 'The department', outside: false, agency: true },
  { id: 'dhs', text: 'Homeland Security', outside: true, agency: false },
  { id: 'officer', text: 'Officer', outside: false, agency: false },
  { id: 'supervisor', text: 'Supervisor', outside: false, agency: false },
]

/** Whom statements name, the officer more often than others. */
export const NAMED: readonly string[] = ['officer', 'supervisor', 'officer', 'agency', 'officer', 'supervisor', 'dhs']

export const EVENTS: readonly string[] = ['release-due', 'request-received']

/** Thresholds of numbers, and of clocks in hours. */
export const THRESHOLDS: readonly number[] = [5, 10]

const values = ['a', 'b', 'c'].map((id) => ({ id, text: id }))
const plain = { knownTo: ['officer'], alwaysOffered: false, changes: [] }
const fact = { kind: 'fact', text: 'A fact' } as const

/** In order of id. `done` is the act of the input about a done act. */
export function inputsOf(done: string): readonly Input[] {
  const all: readonly Input[] = [
    { ...plain, id: 'age', kind: 'number', unit: 'years', first: 5 },
    {
      ...plain,
      id: 'asks include hold',
      kind: 'yes-no',
      of: { kind: 'member', set: 'asks', value: { id: 'hold', text: 'Hold' } },
    },
    { ...plain, id: 'danger is near', kind: 'yes-no', first: false, of: fact },
    { ...plain, id: 'door is open', kind: 'yes-no', of: fact },
    { ...plain, id: 'requester', kind: 'one-of', values },
    { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: ['hours-held'] },
    { ...plain, id: 'since request-received', kind: 'clock', event: 'request-received', names: ['hours-waiting'] },
    { ...plain, id: 'speed', kind: 'number', unit: 'miles-an-hour' },
    {
      ...plain,
      id: `supervisor has done ${done}`,
      kind: 'yes-no',
      first: false,
      of: { kind: 'done', role: 'supervisor', act: done },
    },
    { ...plain, id: 'warrant', kind: 'one-of', values, first: 'a' },
  ]
  if (all.length !== INPUT_COUNT) throw new Error(`plans choose among ${INPUT_COUNT} inputs, there are ${all.length}`)
  return all
}
