/** What differs between two books, and what past situations come to under them: the JSON of `diff` and `impact`. */
import Type from 'typebox'
import { Interim } from './answer.ts'
import { Book, closed, count, Modality, optional, text, Value } from './shapes.ts'

const Side = Type.Enum(['before', 'after'])
const Roles = { roles: Type.Array(Type.String(), { minItems: 1 }), acts: Type.Array(Type.String(), { minItems: 1 }) }
const Norms = Type.Array(text('document#name'))

const Referral = closed({
  cause: Type.Enum(['conflict', 'unsettled', 'duties']),
  ask: Type.Array(Type.String()),
  interim: Type.Array(Interim),
})
const Said = closed({ modality: Modality, referral: optional(Referral) }, 'what a role and an act come to')

const late = { ifLate: optional(text('whom to tell')) }
const deadlines = [
  closed({ kind: Type.Literal('within'), event: text('from when'), ms: Type.Integer({ minimum: 0 }), ...late }),
  closed({ kind: Type.Literal('promptly'), ...late }),
  closed({ kind: Type.Literal('before'), act: text('doing it first is a breach'), ...late }),
]
const Term = Type.Union([
  ...deadlines,
  closed({ kind: Type.Literal('one') }, 'it is enough that one member does it'),
  closed({ kind: Type.Literal('set aside by'), role: Type.String(), act: Type.String() }, 'a standing duty'),
])

const region = {
  kinds: Type.Number({
    minimum: 1,
    description: 'combinations of what the facts that it hangs on can be told apart in',
  }),
  facts: Type.Array(Type.String(), { description: 'on which it hangs' }),
  conditions: Type.Array(text('enough by itself'), { description: 'together exactly where, but for what is left' }),
  left: Type.Number({ minimum: 0, description: 'kinds that no condition describes: there would be too many' }),
  example: closed({
    situation: Type.Record(Type.String(), Value),
    words: Type.String(),
    scenarios: closed({
      before: optional(text('a scenario to paste that passes there')),
      after: optional(text('a scenario to paste that passes there')),
    }),
  }),
}

const Compared = { before: Book, after: Book }

export const Diff = Type.Union([
  closed({
    ...Compared,
    answers: Type.Array(
      closed({
        ...Roles,
        before: Said,
        after: Said,
        because: closed({ before: Norms, after: Norms }, 'the norms that decide there'),
        ...region,
      }),
      { description: 'another modality or referral' },
    ),
    terms: Type.Array(closed({ ...Roles, gone: Type.Array(Term), come: Type.Array(Term), ...region }), {
      description: 'the same modality on other terms',
    }),
    possible: Type.Array(closed({ side: Side, ...region }), { description: 'situations that only one holds possible' }),
    known: Type.Array(
      closed({
        side: Side,
        sort: Type.Enum(['document', 'role', 'act', 'fact', 'value', 'event', 'list', 'report']),
        id: Type.String(),
        text: Type.String(),
      }),
      { description: 'what only one has a word for' },
    ),
    begins: Type.Array(
      closed({
        input: Type.String(),
        before: optional(Value),
        after: optional(Value),
        changesOtherwise: Type.Boolean({ description: 'by other events' }),
      }),
      { description: 'facts that begin otherwise' },
    ),
    sources: Type.Array(
      closed({ about: Type.Array(closed(Roles), { minItems: 1 }), gone: Norms, come: Norms, ...region }),
      { description: 'the same answer, for which other norms decide' },
    ),
  }),
  closed(
    { ...Compared, declaredOtherwise: Type.Array(Type.String(), { minItems: 1 }) },
    'the two cannot be compared; the exit code is 1',
  ),
])

const Came = closed({
  modalities: Type.Array(Modality, {
    minItems: 1,
    description: 'several where facts are not known',
  }),
  referral: optional(Referral),
  one: optional(Type.Literal(true)),
  deadlines: Type.Array(Type.Union(deadlines)),
  setAsideBy: Type.Array(closed({ role: Type.String(), act: Type.String() })),
})
const Turned = { role: Type.String(), act: Type.String(), before: Came, after: Came }

/** Of a table of past situations. */
export const WrongCells = closed(
  {
    findings: Type.Array(
      closed({
        row: Type.Integer({ minimum: 1, description: 'the heads are row 1' }),
        column: Type.Integer({ minimum: 1 }),
        head: Type.String(),
        message: Type.String(),
        fix: optional(Type.String()),
      }),
      { minItems: 1 },
    ),
  },
  'cells that cannot be read; the exit code is 1',
)

export const Impact = Type.Union([
  closed({
    ...Compared,
    rows: count('situations'),
    kinds: count('different situations'),
    differing: count('situations of which something is answered otherwise'),
    impossible: closed({ before: count('situations that cannot be'), after: count('situations that cannot be') }),
    counts: Type.Array(closed({ ...Turned, rows: count('situations') }), { description: 'most frequent first' }),
    groups: Type.Array(
      closed({
        situation: Type.Record(Type.String(), Value),
        rows: Type.Array(Type.String(), { minItems: 1 }),
        onlyPossible: optional(Side),
        turned: Type.Array(closed(Turned)),
      }),
      { description: 'the situations that differ, most frequent first' },
    ),
  }),
  WrongCells,
])
