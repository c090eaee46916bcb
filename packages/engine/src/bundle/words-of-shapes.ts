/** Shapes of what many parts of a book share. */
import type { FieldTest } from '@remit/language/checked/lists.ts'
import type {
  Comparison,
  Condition,
  Interim,
  StatementModality,
  Value,
  Verified,
} from '@remit/language/checked/tree.ts'
import type { Span } from '@remit/language/text/span.ts'
import { amount, constant, fields, flag, list, nested, refer, type Shape, text, variants, word } from './shapes.ts'

/** A bundle does not tell where in a text something stands, as the hash of a book does not. */
export const span = constant<Span>({ file: '', line: 1, column: 1, offset: 0, length: 0 })

export const verified = word<Verified>(['primary', 'secondary', 'recalled', 'assumed'])
export const comparison = word<Comparison>(['at-least', 'at-most', 'less-than', 'more-than'])
export const modality = word<StatementModality>(['must', 'must not', 'may', 'need not', 'should', 'should not'])

export const value: Shape<Value> = fields<Value>({ id: text, text })

/** The inputs of a condition are named in full, because a `*` stands for a role. */
export const condition: Shape<Condition> = nested(() => oneCondition)

const oneCondition: Shape<Condition> = variants<Condition>({
  all: { of: list(condition) },
  any: { of: list(condition) },
  not: { of: condition },
  define: { define: refer('defines') },
  yes: { input: text },
  'one-of': { input: text, values: list(text) },
  compare: { input: text, is: comparison, than: amount },
})

export const interim: Shape<Interim> = variants<Interim>({
  do: { act: refer('acts') },
  'do not': { act: refer('acts') },
  words: { text },
})

export const fieldTest: Shape<FieldTest> = variants<FieldTest>({
  'one-of': { field: text, values: list(text) },
  compare: { field: text, is: comparison, than: amount },
  'yes-no': { field: text, is: flag },
})
