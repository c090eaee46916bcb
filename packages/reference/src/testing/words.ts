/** The words of the generated books: roles, events and the inputs from which each book takes a few. */

import type { Field, FieldTest, List } from '@remit/language/checked/lists.ts'
import type { Change, Comparison, Input, Role, RoleId, Statement } from '@remit/language/checked/tree.ts'
import type { ListPlan } from './plan.ts'
import { FACT_COUNT } from './plan.ts'

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

export const EVENTS: readonly string[] = ['danger-ended', 'danger-reported', 'release-due', 'request-received']
/** The events of clocks and deadlines. */
export const TIMED: readonly string[] = ['release-due', 'request-received']

/** Thresholds of numbers, and of clocks in hours. */
export const THRESHOLDS: readonly number[] = [5, 10]

/** What of an input a condition can name: an id, or for a fact about the actor one for whoever is decided. */
export type Named = DistributiveOmit<Input, 'role'>
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never

const values = ['alpha', 'bravo', 'charlie'].map((id) => ({ id, text: id }))
const plain = { knownTo: ['officer'], alwaysOffered: false, changes: [] }
const fact = { kind: 'fact', text: 'A fact' } as const

/** The roles for which a fact about the actor has an input. */
const ACTORS: readonly RoleId[] = ROLES.filter((role) => !role.outside).map((role) => role.id)

/** Each fact with its inputs. `done` is the act of the input about a done act. */
export function factsOf(done: string): readonly (readonly Input[])[] {
  const facts: readonly (Input | readonly Input[])[] = [
    { ...plain, id: 'age', kind: 'number', unit: 'years', first: 5, about: 'person' },
    {
      ...plain,
      id: 'asks include hold',
      kind: 'yes-no',
      of: { kind: 'member', set: 'asks', value: { id: 'hold', text: 'Hold' } },
    },
    { ...plain, id: 'curfew is past', kind: 'yes-no', first: false, of: fact, changes: [CURFEW] },
    { ...plain, id: 'danger is near', kind: 'yes-no', first: false, of: fact, changes: [DANGER] },
    { ...plain, id: 'door is open', kind: 'yes-no', of: fact },
    { ...plain, id: 'requester', kind: 'one-of', values, about: 'request' },
    ACTORS.map((role): Input => {
      return { ...plain, id: `shift of ${role}`, kind: 'one-of', values: values.slice(0, 2), about: 'actor', role }
    }),
    { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: ['hours-held'] },
    { ...plain, id: 'since request-received', kind: 'clock', event: 'request-received', names: ['hours-waiting'] },
    { ...plain, id: 'speed', kind: 'number', unit: 'miles' },
    {
      ...plain,
      id: `supervisor has done ${done}`,
      kind: 'yes-no',
      first: false,
      of: { kind: 'done', role: 'supervisor', act: done },
    },
    ACTORS.map((role): Input => {
      return { ...plain, id: `training of ${role} is certified`, kind: 'yes-no', of: fact, about: 'actor', role }
    }),
    { ...plain, id: 'warrant', kind: 'one-of', values, first: 'alpha', changes: WARRANT },
  ]
  if (facts.length !== FACT_COUNT) throw new Error(`plans choose among ${FACT_COUNT} facts, there are ${facts.length}`)
  return facts.map((each) => ('id' in each ? [each] : each))
}

const CURFEW: Change = { kind: 'moment', event: 'release-due', minutes: 23 * 60 + 59, days: 0 }
const DANGER: Change = { kind: 'while', opens: 'danger-reported', closes: 'danger-ended' }
const WARRANT: readonly Change[] = [
  { kind: 'becomes', event: 'request-received', value: 'bravo' },
  { kind: 'becomes', event: 'release-due', value: 'charlie' },
]

/** What conditions can name of these inputs: a fact about the actor is that of whoever is decided, or the supervisor's. */
export function namedOf(inputs: readonly Input[]): readonly Named[] {
  return inputs.flatMap((input): readonly Named[] => {
    if (input.role === undefined || input.role === 'supervisor') return [input]
    return input.role === ACTORS[0] ? [{ ...input, id: input.id.replace(input.role, '*') }] : []
  })
}

/** The fields that a list may have, in order of name. */
export const FIELDS: readonly Field[] = [
  { id: 'class', text: 'Class', kind: 'one-of', values },
  { id: 'elapsed', text: 'How long ago', kind: 'number', unit: 'years' },
  { id: 'juvenile', text: 'Juvenile', kind: 'yes-no' },
]

/** The list of a plan, and the inputs that ask of it, in order of id. */
export function listOf({ fields, somes }: ListPlan): { readonly list: List; readonly inputs: readonly Input[] } {
  const own = FIELDS.filter((_, index) => fields & (1 << index))
  const list: List = {
    id: 'conviction',
    text: 'Conviction',
    about: 'person',
    knownTo: ['officer'],
    fields: own,
    span: NOWHERE,
  }
  const inputs = somes.map((plans): Input => {
    const picks = new Map(plans.map(({ field, pick }) => [field % own.length, pick]))
    const tests = own.flatMap((field, index) => {
      const pick = picks.get(index)
      return pick === undefined ? [] : [testOf(field, pick)]
    })
    const id = `some conviction has ${testsInWords(tests)}`
    return { ...plain, id, kind: 'yes-no', about: 'person', of: { kind: 'some', list: list.id, tests } }
  })
  const once = new Map(inputs.map((input) => [input.id, input]))
  return { list, inputs: [...once.values()].toSorted((one, other) => (one.id < other.id ? -1 : 1)) }
}

const COMPARISONS: readonly Comparison[] = ['at-least', 'at-most', 'less-than', 'more-than']

function testOf(field: Field, pick: number): FieldTest {
  switch (field.kind) {
    case 'one-of': {
      const all = field.values.map((value) => value.id)
      return {
        field: field.id,
        kind: 'one-of',
        values: pick < 8 ? [all[pick % 3] ?? 'alpha'] : all.toSpliced(pick % 3, 1),
      }
    }
    case 'yes-no':
      return { field: field.id, kind: 'yes-no', is: pick % 2 === 0 }
    case 'number': {
      const is = COMPARISONS[pick % 4] ?? 'at-least'
      return { field: field.id, kind: 'compare', is, than: THRESHOLDS[Math.floor(pick / 4) % 2] ?? 5 }
    }
  }
}

function wordsOf(test: FieldTest): string {
  switch (test.kind) {
    case 'one-of':
      return test.values.length === 1
        ? `${test.field} ${test.values[0]}`
        : `${test.field} one of ${test.values.join(', ')}`
    case 'yes-no':
      return `${test.field} ${test.is ? 'yes' : 'no'}`
    case 'compare':
      return `${test.field} ${test.is.replace('-', ' ')} ${test.than}`
  }
}

/** `A`, `A and B`, `A, B and C`; after `one of A, B` a comma would go on with its values, so `and` follows. */
function testsInWords(tests: readonly FieldTest[]): string {
  const isList = (test: FieldTest | undefined) => test?.kind === 'one-of' && test.values.length > 1
  const parts = tests.map((test, index) => {
    if (index === 0) return wordsOf(test)
    return `${index === tests.length - 1 || isList(tests[index - 1]) ? ' and' : ','} ${wordsOf(test)}`
  })
  return parts.join('')
}
