/** Generators of parsed trees, for the law that print and parse are inverse. */
import fc, { type Arbitrary } from 'fast-check'
import { block, expected, happening, lines, step } from './any-lines.testing.ts'
import {
  asWord,
  day,
  duration,
  fieldValue,
  flag,
  line,
  modality,
  name,
  names,
  placed,
  reference,
  someNames,
  text,
  value,
} from './any-words.testing.ts'
import type {
  Declaration,
  DueDeclaration,
  FactShape,
  FieldDeclaration,
  FrontMatter,
  ParsedDocument,
  StatementDeclaration,
  Suspension,
} from './tree.ts'

const deadline = fc.oneof(
  fc.record(
    { kind: fc.constant('within' as const), duration, event: name, ifLate: name },
    { requiredKeys: ['kind', 'duration', 'event'] },
  ),
  fc.record({ kind: fc.constant('promptly' as const), ifLate: name }, { requiredKeys: ['kind'] }),
  fc.record({ kind: fc.constant('before' as const), act: name, ifLate: name }, { requiredKeys: ['kind', 'act'] }),
)
const duty: Arbitrary<StatementDeclaration> = fc.record(
  {
    who: names,
    modality,
    one: flag,
    acts: names,
    otherThan: someNames,
    guaranteed: fc.constant(false),
    deadline,
    span: placed,
  },
  { requiredKeys: ['who', 'one', 'modality', 'acts', 'otherThan', 'guaranteed', 'span'] },
)
const guarantee: Arbitrary<StatementDeclaration> = fc.record({
  who: names,
  one: flag,
  modality: fc.constantFrom('may', 'need not'),
  acts: names,
  otherThan: someNames,
  guaranteed: fc.constant(true),
  span: placed,
})
/** `nobody may ACT` and the like. */
const denial: Arbitrary<StatementDeclaration> = fc.record(
  {
    who: fc.constant([]),
    one: fc.constant(false),
    modality: fc.constantFrom('must not', 'should not', 'need not'),
    acts: names,
    otherThan: someNames,
    guaranteed: fc.constant(false),
    deadline,
    span: placed,
  },
  { requiredKeys: ['who', 'one', 'modality', 'acts', 'otherThan', 'guaranteed', 'span'] },
)
const statement = fc.oneof(duty, guarantee, denial)
const body = { name, when: block, unless: block, cite: text, ifBroken: text }
const bodyNeeds = ['name'] as const

const values = fc.array(fc.record({ name: value, text }, { requiredKeys: ['name'] }), { minLength: 1, maxLength: 3 })
const shape: Arbitrary<FactShape> = fc.oneof(
  fc.record({ kind: fc.constant('yes-no' as const), state: value }),
  fc.record({ kind: fc.constantFrom('one-of' as const, 'some-of' as const), values }),
  fc.record({ kind: fc.constant('number' as const), unit: name }),
  fc.record({ kind: fc.constant('clock' as const), unit: name, event: name }),
)
const change = fc.oneof(
  fc.record({
    kind: fc.constant('becomes' as const),
    value: fc.oneof(name, fc.constantFrom('yes', 'no', 'none').map(asWord)),
    event: name,
    span: placed,
  }),
  fc.record({
    kind: fc.constant('moment' as const),
    value: fc.constantFrom('yes', 'no').map(asWord),
    time: fc.constantFrom('23:59', '00:00', '12:00').map(asWord),
    day: fc.constantFrom('of' as const, 'after' as const),
    event: name,
    span: placed,
  }),
  fc.record({ kind: fc.constant('while' as const), opens: name, closes: name, span: placed }),
)

const field: Arbitrary<FieldDeclaration> = fc.record(
  {
    name,
    text,
    shape: fc.oneof(
      fc.record({
        kind: fc.constant('one-of' as const),
        values: fc.array(fc.record({ name: fieldValue, text }, { requiredKeys: ['name'] }), {
          minLength: 1,
          maxLength: 3,
        }),
      }),
      fc.record({ kind: fc.constant('number' as const), unit: name }),
      fc.record({ kind: fc.constant('yes-no' as const) }),
    ),
  },
  { requiredKeys: ['name', 'shape'] },
)
const due: Arbitrary<DueDeclaration> = fc.oneof(
  fc.record({ kind: fc.constant('within' as const), duration }),
  fc.record({ kind: fc.constant('day' as const), day: fc.integer({ min: 1, max: 31 }), month: name, span: placed }),
  fc.record({ kind: fc.constant('words' as const), text }),
)

const declaration: Arbitrary<Declaration> = fc.oneof(
  fc.record(
    { kind: fc.constant('role' as const), span: placed, name, text, outside: fc.boolean() },
    { requiredKeys: ['kind', 'span', 'name', 'outside'] },
  ),
  fc.record({ kind: fc.constant('group' as const), span: placed, name, members: names }),
  fc.record(
    { kind: fc.constant('event' as const), span: placed, name, text },
    { requiredKeys: ['kind', 'span', 'name'] },
  ),
  fc.record(
    {
      kind: fc.constant('fact' as const),
      span: placed,
      subject: name,
      shape,
      first: fc.oneof(value, fc.constant(asWord('3'))),
      ask: text,
      help: text,
      knownTo: someNames,
      alwaysOffered: fc.boolean(),
      about: name,
      changes: fc.array(change, { maxLength: 2 }),
    },
    { requiredKeys: ['kind', 'span', 'subject', 'shape', 'knownTo', 'alwaysOffered', 'changes'] },
  ),
  fc.record({ kind: fc.constant('define' as const), span: placed, subject: name, state: value, when: block }),
  fc.record({ kind: fc.constant('never' as const), span: placed, conditions: lines }),
  fc.record(
    {
      kind: fc.constant('act' as const),
      span: placed,
      name,
      text,
      order: text,
      word: fc.constantFrom('WAIT', 'LEAVE').map(asWord),
      kindOf: someNames,
      excludes: someNames,
      directs: fc.record({ role: name, act: name }),
      urgent: fc.boolean(),
      withdraws: fc.boolean(),
      onlyWhereAllowed: fc.boolean(),
      arises: block,
    },
    { requiredKeys: ['kind', 'span', 'name', 'kindOf', 'excludes', 'urgent', 'withdraws', 'onlyWhereAllowed'] },
  ),
  fc.record(
    {
      kind: fc.constant('norm' as const),
      span: placed,
      ...body,
      statements: fc.array(statement, { minLength: 1, maxLength: 3 }),
      lowerMaySayOtherwise: fc.boolean(),
    },
    { requiredKeys: ['kind', 'span', ...bodyNeeds, 'statements', 'lowerMaySayOtherwise'] },
  ),
  fc.record(
    {
      kind: fc.constant('exception' as const),
      span: placed,
      ...body,
      statements: fc.array(statement, { maxLength: 2 }),
      to: fc.array(reference, { minLength: 1, maxLength: 2 }),
      forActs: someNames,
    },
    { requiredKeys: ['kind', 'span', ...bodyNeeds, 'statements', 'to', 'forActs'] },
  ),
  fc.record(
    {
      kind: fc.constant('unsettled' as const),
      span: placed,
      norm: reference,
      against: reference,
      ask: name,
      interim: fc.oneof(
        fc.record({ kind: fc.constantFrom('do' as const, 'do not' as const), act: name }),
        fc.record({ kind: fc.constant('words' as const), text }),
      ),
    },
    { requiredKeys: ['kind', 'span', 'norm', 'ask', 'interim'] },
  ),
  fc.record(
    { kind: fc.constant('invariant' as const), span: placed, name, when: block, expect: expected },
    { requiredKeys: ['kind', 'span', 'name', 'expect'] },
  ),
  fc.record(
    {
      kind: fc.constant('scenario' as const),
      span: placed,
      title: text,
      on: day,
      place: fc.constant(asWord('us/il/town/police')),
      given: fc.array(happening, { maxLength: 3 }),
      steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'span', 'title', 'given', 'steps'] },
  ),
  fc.record(
    {
      kind: fc.constant('list' as const),
      span: placed,
      name,
      text,
      about: name,
      ask: text,
      help: text,
      knownTo: someNames,
      fields: fc.array(field, { maxLength: 3 }),
    },
    { requiredKeys: ['kind', 'span', 'name', 'knownTo', 'fields'] },
  ),
  fc.record(
    { kind: fc.constant('choice' as const), span: placed, role: name, acts: names, when: block },
    { requiredKeys: ['kind', 'span', 'role', 'acts'] },
  ),
  fc.record(
    {
      kind: fc.constant('report' as const),
      span: placed,
      name,
      by: name,
      to: names,
      every: name,
      due,
      alsoWhenNone: flag,
      fields: fc.array(text, { maxLength: 3 }),
      cite: text,
    },
    { requiredKeys: ['kind', 'span', 'name', 'by', 'to', 'every', 'alsoWhenNone', 'fields'] },
  ),
)

const paths = fc.array(fc.constantFrom('us/a', 'us/il/b-1').map(asWord), { minLength: 1, maxLength: 2 })
const suspension: Arbitrary<Suspension> = fc.record(
  { from: day, through: day, by: line, span: placed },
  { requiredKeys: ['from', 'by', 'span'] },
)
const frontMatter: Arbitrary<FrontMatter> = fc.record(
  {
    title: line,
    short: line,
    issuer: line,
    force: fc.constantFrom('memo', "elected officer's policy", 'true', '1').map(asWord),
    from: day,
    through: day,
    source: line,
    verified: fc.constantFrom('primary', 'secondary', 'recalled', 'assumed'),
    cite: line,
    supersedes: fc.oneof(fc.constant([]), paths),
    suspended: fc.array(suspension, { maxLength: 2 }),
    published: day,
    appliedBy: line,
    binds: paths,
    appliesIn: fc.constant([asWord('TX'), asWord('LA')]),
    span: placed,
  },
  {
    requiredKeys: [
      'title',
      'short',
      'issuer',
      'force',
      'from',
      'source',
      'verified',
      'supersedes',
      'suspended',
      'span',
    ],
  },
)

/** Any document that a person could have written, without prose. */
export const anyDocument: Arbitrary<ParsedDocument> = fc.record({
  id: fc.constant('us/any'),
  frontMatter,
  declarations: fc.array(declaration, { maxLength: 4 }),
  text: fc.constant(''),
})
