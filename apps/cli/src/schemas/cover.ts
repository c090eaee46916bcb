/** The JSON of `remit cover` and `remit drills`. */
import Type from 'typebox'
import { closed, count, Instant, optional, text, Value } from './shapes.ts'

const Measured = closed({
  covered: count('of those that count'),
  of: count('that some possible situation exercises'),
  impossible: count('that none does, and so do not count'),
})
const measures = { norms: Measured, exceptions: Measured, conditions: Measured }
const Goal = closed({
  id: Type.String(),
  measure: Type.Enum(['norms', 'exceptions', 'conditions']),
  document: Type.String(),
  line: Type.Integer({ minimum: 1 }),
  words: Type.String(),
})

export const Cover = closed({
  documents: Type.Array(closed({ document: Type.String(), ...measures })),
  all: closed(measures),
  missing: Type.Array(Goal, { description: 'what no scenario exercises, in order of document and place' }),
  impossible: Type.Array(Goal, { description: 'what no possible situation of any book exercises' }),
  scenarios: optional(
    Type.Array(
      closed({
        agency: Type.String(),
        on: Instant,
        shows: Type.Array(text('the id of what was missing')),
        situation: Type.Record(Type.String(), Value),
        expects: Type.Array(closed({ role: Type.String(), act: Type.String() })),
        block: optional(text('to be reviewed by a person; absent where the language has no words for the situation')),
      }),
      { description: 'with --missing' },
    ),
  ),
})
