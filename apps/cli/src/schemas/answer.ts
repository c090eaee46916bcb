/** What the orders of a book say of one role and one act: the engine's type `Answer` as JSON. */
import Type from 'typebox'
import { Certainty, closed, Modality, optional, text, Verified } from './shapes.ts'

const Rank = Type.Integer({ minimum: 0, description: 'place among the forces; 0 is the constitution' })

const Statement = closed({
  statement: text('the norm and the number of the statement in it'),
  norm: text('document#name'),
  modality: Type.Enum(['must', 'must not', 'may', 'need not', 'should', 'should not']),
  rank: Rank,
  certainty: Certainty,
})

export const Result = Type.Union([
  closed({ kind: Type.Literal('settled'), modality: Modality }),
  closed({
    kind: Type.Literal('open'),
    possible: Type.Array(Modality, { minItems: 2 }),
    matters: Type.Array(text('a fact on which it hangs'), { minItems: 1 }),
  }),
])

const late = {
  statement: text('the statement that sets it'),
  ifLate: optional(text('whom to tell')),
  certainty: Certainty,
}
const Deadline = Type.Union([
  closed({ kind: Type.Literal('within'), event: text('from when'), ms: Type.Integer({ minimum: 0 }), ...late }),
  closed({ kind: Type.Literal('promptly'), ...late }),
  closed({ kind: Type.Literal('before'), act: text('doing it first is a breach'), ...late }),
])

export const Interim = Type.Union([
  closed({ kind: Type.Enum(['do', 'do not']), act: text('until the answer comes') }),
  closed({ kind: Type.Literal('words'), text: text('until the answer comes') }),
])

const OtherPair = closed({ role: Type.String(), act: Type.String(), certainty: Certainty })

export const Answer = closed(
  {
    role: Type.String(),
    act: Type.String(),
    result: Result,
    one: optional(Type.Literal(true, { description: 'of a duty: it is enough that one member does it' })),
    force: optional(Rank),
    deciding: Type.Array(Statement, { description: 'empty for a seizure that nothing allows' }),
    defeated: Type.Array(Statement, { description: 'say the contrary, and are beaten' }),
    exceptions: Type.Array(closed({ exception: Type.String(), norm: text('which it lifts'), certainty: Certainty })),
    readings: Type.Array(closed({ unsettled: text('a doubt about the law'), certainty: Certainty })),
    presumed: Type.Array(text('a fact that nobody reported, of which another value would change this')),
    deadlines: Type.Array(Deadline),
    citations: Type.Array(
      closed({ norm: Type.String(), document: Type.String(), cite: optional(Type.String()), verified: Verified }),
    ),
    referral: optional(
      closed({
        cause: Type.Enum(['conflict', 'unsettled', 'duties']),
        ask: Type.Array(Type.String()),
        interim: Type.Array(Interim),
      }),
    ),
    setAsideBy: Type.Array(OtherPair),
    collidesWith: Type.Array(OtherPair),
    arises: Type.Enum(['yes', 'no', 'possible'], { description: 'whether the act is worth showing here' }),
  },
  'what the orders say of one role and one act',
)
