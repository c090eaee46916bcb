/** Generators of parsed trees, for the law that print and parse are inverse. */
import fc, { type Arbitrary } from 'fast-check'
import type { Span } from '../text/span.ts'
import type {
  ConditionBlock,
  ConditionLine,
  Declaration,
  Duration,
  ExpectationDeclaration,
  FactShape,
  FrontMatter,
  HappeningDeclaration,
  NormReference,
  ParsedDocument,
  StatementDeclaration,
  Word,
} from './tree.ts'

const span: Span = { file: '', line: 1, column: 1, offset: 0, length: 0 }
const asWord = (text: string): Word => ({ text, span })

/** Keywords cannot be names; `z` at the end keeps a generated one from being one. */
const name: Arbitrary<Word> = fc
  .array(fc.string({ unit: fc.constantFrom(...'abz019'), minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((parts) => asWord(`n${parts.join('-')}z`))
const value = fc.oneof(
  name,
  fc.constantFrom('none', 'other', 'open', 'and', 'must', 'unless', 'norm', 'is').map(asWord),
)
/** No quotation mark, no line break, and no space at an end: what a block can say. */
const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(
  (text) =>
    text
      .replace(/["\\\p{Cc}\ufffd]/gu, '')
      .replace(/\s+/g, ' ')
      .trim() || 'x',
)
const text = line.map(asWord)
const names = fc.array(name, { minLength: 1, maxLength: 3 })
const someNames = fc.array(name, { maxLength: 2 })
const count = fc.oneof(fc.nat(1_000_000), fc.constantFrom(0.5, 2.25))
const duration: Arbitrary<Duration> = fc.record({ count, unit: name, span: fc.constant(span) })
const negated = fc.boolean()
const placed = fc.constant(span)

const conditionLine: Arbitrary<ConditionLine> = fc.oneof(
  fc.record({ kind: fc.constant('is' as const), subject: name, negated, value, span: placed }),
  fc.record({
    kind: fc.constant('is-one-of' as const),
    subject: name,
    negated,
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
    span: placed,
  }),
  fc.record({ kind: fc.constant('include' as const), subject: name, negated, value, span: placed }),
  fc.record({ kind: fc.constant('done' as const), role: name, negated, act: name, span: placed }),
  fc.record(
    {
      kind: fc.constant('compare' as const),
      subject: name,
      negated,
      is: fc.constantFrom('at-least' as const, 'at-most' as const, 'less-than' as const, 'more-than' as const),
      count,
      unit: name,
      span: placed,
    },
    { requiredKeys: ['kind', 'subject', 'negated', 'is', 'count', 'span'] },
  ),
)
const lines = fc.array(conditionLine, { minLength: 1, maxLength: 3 })
const block: Arbitrary<ConditionBlock> = fc.record({ join: fc.constantFrom('all', 'any'), lines, span: placed })
const reference: Arbitrary<NormReference> = fc.oneof(fc.record({ name }), fc.record({ name, of: text }))
const modality = fc.constantFrom('must', 'must not', 'may', 'need not', 'should', 'should not')

const deadline = fc.oneof(
  fc.record(
    { kind: fc.constant('within' as const), duration, event: name, ifLate: name },
    { requiredKeys: ['kind', 'duration', 'event'] },
  ),
  fc.record({ kind: fc.constant('promptly' as const), ifLate: name }, { requiredKeys: ['kind'] }),
)
const duty: Arbitrary<StatementDeclaration> = fc.record(
  {
    who: names,
    modality,
    one: fc.constant(false),
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
  one: fc.constant(false),
  modality: fc.constantFrom('may', 'need not'),
  acts: names,
  otherThan: someNames,
  guaranteed: fc.constant(true),
  span: placed,
})
const statement = fc.oneof(duty, guarantee)
const body = { name, when: block, unless: block, cite: text }
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
  fc.record({ kind: fc.constant('while' as const), opens: name, closes: name, span: placed }),
)

const happening: Arbitrary<HappeningDeclaration> = fc.oneof(
  fc.record({
    kind: fc.constant('states' as const),
    line: fc.record({
      kind: fc.constantFrom('is' as const, 'include' as const),
      subject: name,
      negated,
      value,
      span: placed,
    }),
    span: placed,
  }),
  fc.record(
    { kind: fc.constant('number' as const), subject: name, count, unit: name, span: placed },
    { requiredKeys: ['kind', 'subject', 'count', 'span'] },
  ),
  fc.record(
    { kind: fc.constant('unknown' as const), subject: name, state: value, span: placed },
    { requiredKeys: ['kind', 'subject', 'span'] },
  ),
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
const expected = fc.array(expectation, { minLength: 1, maxLength: 3 })
const step = fc.oneof(
  fc.record({ kind: fc.constant('expect' as const), expect: expected, span: placed }),
  fc.record({ kind: fc.constant('happens' as const), happening, span: placed }),
  fc.record({ kind: fc.constant('time passes' as const), duration, span: placed }),
)
const day = fc.constantFrom('2019-09-28', '2020-02-29T23:59').map(asWord)

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
)

const paths = fc.array(fc.constantFrom('us/a', 'us/il/b-1').map(asWord), { minLength: 1, maxLength: 2 })
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
    suspended: fc.constant([]),
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
