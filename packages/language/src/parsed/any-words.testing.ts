/** Generators of what every declaration is made of: words, texts and amounts. */
import fc, { type Arbitrary } from 'fast-check'
import type { Span } from '../text/span.ts'
import type { Duration, NormReference, Word } from './tree.ts'

const span: Span = { file: '', line: 1, column: 1, offset: 0, length: 0 }
export const asWord = (text: string): Word => ({ text, span })

/** Keywords cannot be names; `z` at the end keeps a generated one from being one. */
export const name: Arbitrary<Word> = fc
  .array(fc.string({ unit: fc.constantFrom(...'abz019'), minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 })
  .map((parts) => asWord(`n${parts.join('-')}z`))
export const value = fc.oneof(
  name,
  fc.constantFrom('none', 'other', 'open', 'and', 'must', 'unless', 'norm', 'is').map(asWord),
)
/** The value of a list's field: a name, or one of the words of the language that can stand after one. */
export const fieldValue = fc.oneof(
  name,
  fc.constantFrom('none', 'other', 'open', 'yes', 'no', 'due', 'first').map(asWord),
)
/** No quotation mark, no line break, and no space at an end: what a block can say. */
export const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map(
  (text) =>
    text
      .replace(/["\\\p{Cc}\ufffd]/gu, '')
      .replace(/\s+/g, ' ')
      .trim() || 'x',
)
export const text = line.map(asWord)
export const names = fc.array(name, { minLength: 1, maxLength: 3 })
export const someNames = fc.array(name, { maxLength: 2 })
export const count = fc.oneof(fc.nat(1_000_000), fc.constantFrom(0.5, 2.25))
export const duration: Arbitrary<Duration> = fc.record({ count, unit: name, span: fc.constant(span) })
export const flag = fc.boolean()
export const placed = fc.constant(span)
export const reference: Arbitrary<NormReference> = fc.oneof(fc.record({ name }), fc.record({ name, of: text }))
export const modality = fc.constantFrom('must', 'must not', 'may', 'need not', 'should', 'should not')

/** `SUBJECT`, or `SUBJECT of ROLE`. */
export const subject = { subject: name, of: name }

export const day = fc.constantFrom('2019-09-28', '2020-02-29T23:59').map(asWord)
