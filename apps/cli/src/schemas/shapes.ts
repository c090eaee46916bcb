/** Shapes that several verbs' JSON shares. */
import { MODALITIES } from '@remit/language/checked/outcome.ts'
import { checkNames } from '@remit/record/proofs/check.ts'
import Type, { type TSchema } from 'typebox'

/** An object with these members and no others. */
export function closed(members: Readonly<Record<string, TSchema>>, description?: string) {
  return Type.Object(members, { additionalProperties: false, ...(description === undefined ? {} : { description }) })
}

/** A text with what it means. */
export const text = (description: string) => Type.String({ description })
export const count = (description: string) => Type.Integer({ minimum: 0, description })
export const optional = Type.Optional

export const Modality = Type.Enum([...MODALITIES])
export const Certainty = Type.Enum(['settled', 'possible'], {
  description: 'whatever the unknown facts are, or only for some of them',
})
export const Verified = Type.Enum(['primary', 'secondary', 'recalled', 'assumed'])
export const CheckName = Type.Enum([...checkNames])
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  description: 'an instant in UTC, as in 2019-09-29T02:50:00.000Z',
})
export const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hexadecimal digits' })
export const Value = Type.Union([Type.Boolean(), Type.String(), Type.Number()], {
  description: 'yes or no, a value of a fact, a number, milliseconds of a clock, `not started` or `unknown`',
})

export const Span = closed({
  file: text('path below the orders'),
  line: Type.Integer({ minimum: 1 }),
  column: Type.Integer({ minimum: 1 }),
  offset: count('in UTF-16 code units of the file'),
  length: count('in UTF-16 code units'),
})

export const Finding = closed({
  code: Type.String({ pattern: '^[EW]\\d{3}$', description: 'E stops a book from being used; W does not' }),
  message: text('one sentence'),
  labels: Type.Array(closed({ span: Span, text: text('why this place') }), { minItems: 1 }),
  fix: optional(text('what to write instead')),
  edit: optional(closed({ span: Span, text: text('what to write in its place') }, 'the fix, where it is one text')),
  witness: optional(text('a situation that shows it, in words')),
  description: optional(
    closed(
      {
        conditions: Type.Array(Type.String(), { minItems: 1, description: 'the widest first' }),
        left: optional(count('kinds of situation that they leave')),
      },
      'all such situations: of the possible ones those in which one of these conditions holds',
    ),
  ),
  book: optional(text('the first book in which it was met, as in `us/il/town/police from 2020-01-01`')),
  situation: optional(Type.Record(Type.String(), Value, { description: 'the same by fact' })),
  scenario: optional(text('the same as a scenario to paste')),
  kinds: optional(Type.Number({ minimum: 0, description: 'how many kinds of situation it concerns' })),
})

export const Book = closed(
  { agency: text('its folder below the orders'), at: Instant, hash: Hash },
  'the book that answers',
)

export const Impossible = closed(
  {
    book: Book,
    impossible: Type.Array(
      closed({ breaks: text('the id of a `never`, or of a list'), words: text('what cannot be, in a sentence') }),
      {
        description: 'what the facts break; the exit code is 1',
      },
    ),
  },
  'the facts cannot be together',
)
