/** Tests and values of the fields of a list's entries. */
import type * as ast from '../generated/ast.ts'
import type { FieldTest, FieldValue } from '../tree.ts'
import { amountOf, comparison } from './amounts.ts'
import { found, type Reader, spanFrom, spanOf, word, words } from './reader.ts'
import type { Tested } from './rows.ts'

/** `class listed`, as a condition tests it. */
export function fieldTest(reader: Reader, { field: name, test: node }: Tested): FieldTest {
  const field = word(reader, name)
  const span = spanFrom(field.span, spanOf(reader, node))
  switch (node.$type) {
    case 'OneOfFieldTest':
      return { field, span, kind: 'is-one-of', values: words(reader, node.values) }
    case 'CompareTest':
      return { field, span, kind: 'compare', ...comparison(reader, node) }
    case 'FieldValue':
      return { field, span, kind: 'is', value: word(reader, node) }
    case 'NumberTest':
      refuseNumber(reader, name, node)
      return { field, span, kind: 'compare', is: 'at-least', ...amountOf(reader, node) }
  }
}

/** `class listed`, as an entry has it; what leaves the value open is reported. */
export function fieldValue(reader: Reader, { field: name, test: node }: Tested): FieldValue {
  const field = word(reader, name)
  const span = spanFrom(field.span, spanOf(reader, node))
  switch (node.$type) {
    case 'FieldValue':
      return { field, span, kind: 'is', value: word(reader, node) }
    case 'NumberTest':
      return { field, span, kind: 'number', ...amountOf(reader, node) }
    case 'CompareTest':
      refuseOpen(reader, name, node)
      return { field, span, kind: 'number', ...amountOf(reader, node) }
    case 'OneOfFieldTest': {
      refuseOpen(reader, name, node)
      const [value = name] = node.values
      return { field, span, kind: 'is', value: word(reader, value) }
    }
  }
}

/** A test as it was written, without line breaks and comments; empty where there is none. */
export function textOfTest(node: ast.FieldTest | undefined): string {
  switch (node?.$type) {
    case undefined:
      return ''
    case 'FieldValue':
      return node.text
    case 'OneOfFieldTest':
      return `one of ${node.values.map((value) => value.text).join(', ')}`
    case 'NumberTest':
      return withUnit(node)
    case 'CompareTest':
      return `${node.at ? `at ${node.bound}` : `${node.bound} than`} ${withUnit(node)}`
  }
}

function withUnit({ count, unit }: { readonly count: ast.Amount; readonly unit?: ast.Unit }): string {
  return unit === undefined ? count.text : `${count.text} ${unit.text}`
}

function refuseNumber(reader: Reader, name: ast.Name, node: ast.NumberTest): void {
  reader.report(
    found(reader, node, {
      code: 'E020',
      message: `expected a comparison after \`${name.text}\`, found \`${withUnit(node)}\``,
      label: 'a number is compared',
      fix: `write \`${name.text} at least ${withUnit(node)}\` or \`${name.text} at most ${withUnit(node)}\``,
    }),
  )
}

function refuseOpen(reader: Reader, name: ast.Name, node: ast.FieldTest): void {
  reader.report(
    found(reader, node, {
      code: 'E242',
      message: `\`${name.text} ${textOfTest(node)}\` leaves open what is so`,
      label: 'an entry has one value for each field',
      fix: 'say what the value is, or leave the field out',
    }),
  )
}
