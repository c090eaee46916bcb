/** The JSON that each verb writes to standard output with `--json`, as JSON Schema. `remit help VERB --json` prints it. */
import Type, { type TSchema } from 'typebox'
import type { Verb } from '../usage.ts'
import { Answer, Result } from './answer.ts'
import { Cover } from './cover.ts'
import { Diff, Impact } from './difference.ts'
import { Drills } from './drills.ts'
import { Paper } from './paper.ts'
import {
  Book,
  Certainty,
  CheckName,
  closed,
  count,
  Finding,
  Hash,
  Impossible,
  Instant,
  Modality,
  optional,
  text,
  Value,
  Verified,
} from './shapes.ts'

const Check = closed({
  documents: count('documents asked for, agencies included'),
  books: count('different books that the agencies ever had or will have'),
  errors: count('findings with an E code'),
  warnings: count('findings with a W code'),
  findings: Type.Array(Finding, { description: 'in order of file and place' }),
})

const Test = closed({
  passed: count('scenarios that passed'),
  failed: count('scenarios that failed or could not run, and documents that could not be read whole'),
  scenarios: Type.Array(
    closed({
      name: Type.String(),
      document: Type.String(),
      agency: optional(text('absent, as the next two, where the scenario could not be read or has no book')),
      on: optional(Instant),
      bookHash: optional(Hash),
      passed: Type.Boolean(),
      failures: Type.Array(closed({ line: Type.Integer({ minimum: 1 }), found: text('what was found instead') })),
    }),
  ),
  findings: Type.Array(Finding, { description: 'why documents or scenarios could not be read' }),
})

const Fmt = closed({
  documents: count('documents asked for'),
  changed: Type.Array(text('path below the orders'), { description: 'with --check: those that would be' }),
  leftAlone: Type.Array(closed({ file: Type.String(), line: Type.Integer({ minimum: 1 }), reason: Type.String() }), {
    description: 'blocks and files that cannot be read',
  }),
})

const New = closed({ file: text('path below the orders'), path: text('where it was written') })

const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const Stretch = { from: Instant, through: Instant }
const Reports = closed({
  agency: Type.String(),
  reports: Type.Array(
    closed({
      name: Type.String(),
      document: Type.String(),
      by: Type.String(),
      to: Type.Array(Type.String()),
      period: closed({ from: Day, through: Day }),
      parts: Type.Array(closed(Stretch), {
        minItems: 1,
        description: 'of the period, in which the document was in force',
      }),
      due: optional(Type.Union([closed({ day: Day }), closed({ words: Type.String() })])),
      alsoWhenNone: Type.Boolean(),
      fields: Type.Array(Type.String()),
      cite: optional(Type.String()),
    }),
    { description: 'in order of time' },
  ),
})

const Pair = closed({ role: Type.String(), act: Type.String() })

const questionFields = {
  input: text('the fact'),
  ask: text('the question in words'),
  member: optional(closed({ set: Type.String(), value: Type.String() }, 'of a member of a set')),
  help: optional(Type.String()),
  knownTo: Type.Array(Type.String()),
  answers: Type.Array(closed({ value: Type.Union([Type.Boolean(), Type.String()]), text: Type.String() })),
  unit: optional(text('of a number')),
  decides: Type.Array(Pair, { description: 'what the answer can change' }),
  presumed: optional(Value),
}
const Question = closed(questionFields, 'the fact that matters next')

const Decide = Type.Union([
  closed({
    book: Book,
    answers: Type.Array(Answer, { description: 'for each role and act that is not silent' }),
    nextChangeMs: optional(Type.Number({ minimum: 0, description: 'until time alone changes an answer' })),
    question: optional(Question),
  }),
  Impossible,
])

const Bundle = Type.Union([
  closed({
    file: text('where it was written'),
    book: Book,
    bundle: Hash,
    bytes: count('bytes of the file'),
  }),
  Decide,
])

const Compile = closed({
  file: text('where the module was written'),
  types: text('where its types were written'),
  book: Book,
  functions: count('roles and acts'),
  bytes: count('bytes of the module'),
})

const left = (description: string) => Type.Number({ minimum: 0, description })
const RankedQuestion = closed({
  ...questionFields,
  expected: closed({ urgent: left('questions until nothing urgent is open'), all: left('questions until nothing is') }),
  exact: Type.Boolean({ description: 'the optimum, not an estimate' }),
})

const Ask = Type.Union([
  closed({ book: Book, question: optional(Question) }),
  closed({ book: Book, questions: Type.Array(RankedQuestion, { description: 'with --all: best first' }) }),
  Impossible,
])

const Reason = closed({
  words: Type.String(),
  part: Type.Enum([
    'decides',
    'defeated',
    'excepted',
    'set aside',
    'collides',
    'unsettled',
    'nothing allows',
    'if broken',
  ]),
  certainty: Certainty,
  source: optional(
    closed({ norm: Type.String(), document: Type.String(), cite: optional(Type.String()), verified: Verified }),
  ),
})

const Change = closed({ input: Type.String(), value: Value, modalities: Type.Array(Modality, { minItems: 1 }) })

const Because = {
  facts: Type.Array(closed({ input: Type.String(), words: Type.String(), how: Type.Enum(['reported', 'presumed']) }), {
    description: 'the fewest that are enough, whatever else is so',
  }),
  smallest: Type.Boolean({ description: 'whether fewer are known not to be enough' }),
}

const Explain = Type.Union([
  closed({
    book: Book,
    answer: Answer,
    because: optional(closed({ ...Because, words: text('one sentence') }, 'of a settled answer')),
    reasons: Type.Array(Reason),
    changes: Type.Array(Change, { description: 'one fact changed, all else as it is' }),
  }),
  closed({ book: Book }, 'the orders say nothing of it'),
  Impossible,
])

const Way = closed({
  facts: Type.Array(
    closed({
      input: Type.String(),
      now: Value,
      how: Type.Enum(['reported', 'presumed', 'unknown']),
      values: Type.Array(Value, { minItems: 1, description: 'any of these will do' }),
      words: Type.String(),
      canChange: Type.Boolean({ description: 'whether an event, an act or time can make it so' }),
    }),
  ),
  certainty: Certainty,
  words: Type.String(),
  situation: Type.Record(Type.String(), Value),
})
const ways = {
  ways: Type.Array(Way, { description: 'nearest first' }),
  more: Type.Boolean({ description: 'whether there are other ways' }),
}
const distance = Type.Integer({ minimum: 0, description: 'facts that have to change; 0: what is not known decides' })
const OtherAnswer = closed({ modality: Modality, distance, ...ways })

const WhatIf = Type.Union([
  closed({ book: Book, now: Type.Array(Modality), answers: Type.Array(OtherAnswer, { description: 'nearest first' }) }),
  Impossible,
])

const ofClaim = {
  statement: Type.String(),
  norm: Type.String(),
  document: Type.String(),
  cite: optional(Type.String()),
  words: Type.String(),
  certainty: Certainty,
}
const Claim = Type.Union([
  closed({
    fate: Type.Literal('does not apply'),
    ...ofClaim,
    because: optional(closed(Because)),
    needs: closed({ distance: optional(distance), ...ways }, 'what would make it apply'),
  }),
  closed({ fate: Type.Literal('lifted'), ...ofClaim, by: Type.Array(text('an exception')) }),
  closed({ fate: Type.Enum(['beaten', 'applies']), ...ofClaim }),
])

const WhyNot = Type.Union([
  closed({
    book: Book,
    expected: Modality,
    now: Result,
    isSo: Type.Boolean({ description: 'whether it is settled, and as expected' }),
    instead: Type.Array(Reason, { description: 'what decides otherwise' }),
    claims: Type.Array(Claim, { description: 'each statement that would say so' }),
    nearest: optional(OtherAnswer),
  }),
  Impossible,
])

const Analyse = closed({
  books: Type.Array(
    closed({
      book: Book,
      from: Instant,
      through: optional(Instant),
      findings: Type.Array(Finding),
      invariants: Type.Array(
        closed({
          name: Type.String(),
          holds: Type.Boolean(),
          kinds: Type.Number({ minimum: 0, description: 'kinds of situation that meet its condition' }),
          witness: optional(text('a situation in which it does not hold')),
        }),
      ),
    }),
  ),
  unusable: Type.Array(closed({ from: Instant, why: Type.String() }), {
    description: 'books with an error of their text, or too large to compile',
  }),
})

const Place = Type.Union([
  closed({ kind: Type.Literal('file') }),
  closed({ kind: Type.Literal('leaf'), position: Type.Integer(), index: Type.Integer() }),
  closed({ kind: Type.Literal('field'), position: Type.Integer(), index: Type.Integer(), field: Type.String() }),
])
const Problem = closed({ code: Type.String(), place: Place, message: Type.String(), fix: Type.String() })

const OneCheck = Type.Union([
  closed({ name: CheckName, outcome: Type.Literal('passed') }),
  closed({ name: CheckName, outcome: Type.Literal('failed'), problems: Type.Array(Problem, { minItems: 1 }) }),
  closed({ name: CheckName, outcome: Type.Literal('not-reached'), after: CheckName }),
])

const Again = closed({
  seq: Type.Integer({ minimum: 1 }),
  outcome: Type.Enum([
    'follows',
    'withheld',
    'not-an-incident',
    'book-of-another-agency',
    'book-not-here',
    'book-not-in-force',
    'facts-differ',
    'result-differs',
  ]),
  why: optional(Type.String()),
})

const judged = {
  verified: Type.Boolean({ description: 'all checks passed and every determination follows' }),
  keyFrom: Type.Enum(['file', 'option'], { description: 'whether the key was given, or is the one in the file' }),
  checks: Type.Array(OneCheck),
  determinations: Type.Array(Again),
}

const Event = closed({
  index: count('in the log'),
  kind: Type.String(),
  fields: Type.Record(Type.String(), Type.Unknown()),
  withheld: Type.Array(text('a field whose value is not disclosed')),
})

const DecisionLog = closed({
  kind: Type.Literal('decision-log'),
  verified: Type.Boolean({ description: 'every line is as it was written and follows again' }),
  lines: Type.Array(
    closed({
      line: Type.Integer({ minimum: 1 }),
      outcome: Type.Enum([
        'follows',
        'not-a-decision',
        'changed',
        'book-not-here',
        'facts-not-in-book',
        'result-differs',
      ]),
      why: optional(Type.String()),
    }),
  ),
})

const Verify = Type.Union([
  DecisionLog,
  closed({ kind: Type.Literal('refused'), ...judged }),
  closed({
    kind: Type.Literal('verified'),
    ...judged,
    agency: Type.String(),
    stream: Type.String(),
    checkpoint: closed({
      origin: Type.String(),
      size: count('leaves of the log'),
      root: text('base 64'),
      extensions: Type.Array(Type.String()),
    }),
    events: Type.Array(Event),
  }),
])

export const SCHEMAS: { readonly [verb in Verb]: TSchema } = {
  check: Check,
  test: Test,
  cover: Cover,
  fmt: Fmt,
  new: New,
  reports: Reports,
  decide: Decide,
  ask: Ask,
  explain: Explain,
  analyse: Analyse,
  'what-if': WhatIf,
  'why-not': WhyNot,
  compile: Compile,
  bundle: Bundle,
  diff: Diff,
  impact: Impact,
  drills: Drills,
  paper: Paper,
  serve: closed({ url: text('where to open the pages') }),
  verify: Verify,
}
