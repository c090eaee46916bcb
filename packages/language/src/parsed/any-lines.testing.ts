/** Generators of conditions, of what happens in a scenario and of what it expects. */
import fc, { type Arbitrary } from 'fast-check'
import {
  asWord,
  count,
  duration,
  fieldValue,
  flag,
  modality,
  name,
  names,
  placed,
  reference,
  subject,
  value,
} from './any-words.testing.ts'
import type {
  ConditionBlock,
  ConditionLine,
  ExpectationDeclaration,
  FieldTest,
  FieldValue,
  HappeningDeclaration,
} from './tree.ts'

const values = fc.array(value, { minLength: 1, maxLength: 3 })
const comparison = fc.constantFrom('at-least' as const, 'at-most' as const, 'less-than' as const, 'more-than' as const)

const is = fc.record(
  { kind: fc.constant('is' as const), ...subject, negated: flag, value, span: placed },
  { requiredKeys: ['kind', 'subject', 'negated', 'value', 'span'] },
)
const isOneOf = fc.record(
  { kind: fc.constant('is-one-of' as const), ...subject, negated: flag, values, span: placed },
  { requiredKeys: ['kind', 'subject', 'negated', 'values', 'span'] },
)
const include = fc.record(
  { kind: fc.constant('include' as const), ...subject, negated: flag, value, span: placed },
  { requiredKeys: ['kind', 'subject', 'negated', 'value', 'span'] },
)
const compare = fc.record(
  { kind: fc.constant('compare' as const), ...subject, negated: flag, is: comparison, count, unit: name, span: placed },
  { requiredKeys: ['kind', 'subject', 'negated', 'is', 'count', 'span'] },
)
const fieldTest: Arbitrary<FieldTest> = fc.oneof(
  fc.record({ kind: fc.constant('is' as const), field: name, value: fieldValue, span: placed }),
  fc.record({
    kind: fc.constant('is-one-of' as const),
    field: name,
    values: fc.array(fieldValue, { minLength: 1, maxLength: 3 }),
    span: placed,
  }),
  fc.record(
    { kind: fc.constant('compare' as const), field: name, is: comparison, count, unit: name, span: placed },
    { requiredKeys: ['kind', 'field', 'is', 'count', 'span'] },
  ),
)
const some = fc.record({
  kind: fc.constant('some' as const),
  list: name,
  negated: flag,
  tests: fc.array(fieldTest, { minLength: 1, maxLength: 4 }),
  span: placed,
})
const done = fc.record({ kind: fc.constant('done' as const), role: name, negated: flag, act: name, span: placed })

const conditionLine: Arbitrary<ConditionLine> = fc.oneof(is, isOneOf, include, compare, some, done)
export const lines = fc.array(conditionLine, { minLength: 1, maxLength: 3 })
export const block: Arbitrary<ConditionBlock> = fc.record({ join: fc.constantFrom('all', 'any'), lines, span: placed })

const fieldGiven: Arbitrary<FieldValue> = fc.oneof(
  fc.record({ kind: fc.constant('is' as const), field: name, value: fieldValue, span: placed }),
  fc.record(
    { kind: fc.constant('number' as const), field: name, count, unit: name, span: placed },
    { requiredKeys: ['kind', 'field', 'count', 'span'] },
  ),
)
export const happening: Arbitrary<HappeningDeclaration> = fc.oneof(
  fc.record({
    kind: fc.constant('states' as const),
    // `is unknown` and a number are happenings of their own, and `has done` too.
    line: fc.oneof(is, isOneOf, include, compare, some),
    span: placed,
  }),
  fc.record(
    { kind: fc.constant('number' as const), ...subject, count, unit: name, span: placed },
    { requiredKeys: ['kind', 'subject', 'count', 'span'] },
  ),
  fc.record(
    { kind: fc.constant('unknown' as const), ...subject, state: value, span: placed },
    { requiredKeys: ['kind', 'subject', 'span'] },
  ),
  fc.record({
    kind: fc.constant('entry' as const),
    list: fc.oneof(name, fc.constant(asWord('arrest'))),
    values: fc.array(fieldGiven, { minLength: 1, maxLength: 4 }),
    span: placed,
  }),
  fc.record({ kind: fc.constant('complete' as const), list: name, span: placed }),
  fc.record(
    { kind: fc.constant('event' as const), event: name, ago: duration, span: placed },
    { requiredKeys: ['kind', 'event', 'span'] },
  ),
  fc.record(
    { kind: fc.constant('done' as const), role: name, act: name, ago: duration, span: placed },
    { requiredKeys: ['kind', 'role', 'act', 'span'] },
  ),
)
const expectation: Arbitrary<ExpectationDeclaration> = fc.oneof(
  fc.record({
    kind: fc.constant('modality' as const),
    who: name,
    is: modality,
    acts: names,
    because: fc.array(reference, { maxLength: 2 }),
    span: placed,
  }),
  fc.record({
    kind: fc.constant('is' as const),
    who: name,
    act: name,
    is: fc.constantFrom('set aside' as const, 'silent' as const, 'open' as const),
    span: placed,
  }),
  fc.record(
    {
      kind: fc.constant('is' as const),
      who: name,
      act: name,
      is: fc.constant('referred' as const),
      to: name,
      span: placed,
    },
    { requiredKeys: ['kind', 'who', 'act', 'is', 'span'] },
  ),
  fc.record({ kind: fc.constantFrom('no kind forbidden' as const, 'nobody must' as const), act: name, span: placed }),
)
export const expected = fc.array(expectation, { minLength: 1, maxLength: 3 })
export const step = fc.oneof(
  fc.record({ kind: fc.constant('expect' as const), expect: expected, span: placed }),
  fc.record({ kind: fc.constant('happens' as const), happening, span: placed }),
  fc.record({ kind: fc.constant('time passes' as const), duration, span: placed }),
)
