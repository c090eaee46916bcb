/** What a scenario gives and what happens in it. */
import type * as ast from '../generated/ast.ts'
import type { Duration, HappeningDeclaration } from '../tree.ts'
import { amountOf } from './amounts.ts'
import { includeLine, isLine, refuseWithoutIs, someLine, subjectOf } from './conditions.ts'
import { fieldTest, fieldValue } from './field-tests.ts'
import { amount, duration, found, type Reader, spanFrom, spanOf, word } from './reader.ts'
import { type Row, rowsOf } from './rows.ts'

/** Happenings joined by `and`. */
export function happeningsOf(reader: Reader, node: ast.Happenings): HappeningDeclaration[] {
  return rowsOf(node).map((row) => {
    const isTestAlone = row.item.$type === 'PlainHappening' && row.item.test !== undefined
    if (row.join === ',' && !isTestAlone) refuseComma(reader, row.item)
    return happeningOf(reader, row)
  })
}

function happeningOf(reader: Reader, { item, tests }: Row<ast.Happening>): HappeningDeclaration {
  const span = spanOf(reader, item)
  switch (item.$type) {
    case 'EntryHappening': {
      const values = tests.map((each) => fieldValue(reader, each))
      return { span: spanFrom(span, values.at(-1)?.span), kind: 'entry', list: word(reader, item.list), values }
    }
    case 'NoHappening':
    case 'SomeHappening': {
      if (tests.length === 0) return { span, kind: 'complete', list: word(reader, item.list) }
      const line = someLine(reader, item, tests)
      return { span: line.span, kind: 'states', line }
    }
    case 'PlainHappening':
      return { span, ...plainHappening(reader, item) }
  }
}

/** A happening before its place is added. */
type Placeless<H> = H extends unknown ? Omit<H, 'span'> : never

function plainHappening(reader: Reader, node: ast.PlainHappening): Placeless<HappeningDeclaration> {
  const { predicate, test } = node
  const span = spanOf(reader, node)
  const subject = subjectOf(reader, node)
  if (test !== undefined) return withTestAlone(reader, node, test)
  switch (predicate?.$type) {
    case undefined:
      return { kind: 'event', event: subject.subject }
    case 'IncludePredicate':
      return { kind: 'states', line: { span, ...includeLine(reader, subject, predicate) } }
    case 'HappenedDone': {
      const ago = predicate.ago && { ago: duration(reader, predicate.ago.since) }
      return { kind: 'done', role: subject.subject, act: word(reader, predicate.act), ...ago }
    }
    case 'HappenedIs':
      return happenedIs(reader, node, predicate)
  }
}

function withTestAlone(reader: Reader, node: ast.PlainHappening, test: ast.FieldTest): Placeless<HappeningDeclaration> {
  const name = word(reader, node.subject)
  if (test.$type === 'NumberTest' && test.ago) return { kind: 'event', event: name, ago: agoOf(reader, test) }
  refuseWithoutIs(reader, node)
  if (test.$type === 'NumberTest') return { kind: 'number', subject: name, ...amountOf(reader, test) }
  const { field, ...line } = fieldTest(reader, { field: node.subject, test })
  return { kind: 'states', line: { ...line, subject: field, negated: false } }
}

/** `5 minutes` before `ago`; where the unit is missing it is asked for. */
function agoOf(reader: Reader, node: ast.NumberTest): Duration {
  const span = spanOf(reader, node)
  const count = amount(reader, node.count)
  if (node.unit !== undefined) return { count, unit: word(reader, node.unit), span }
  const { text } = node.count
  reader.report(
    found(reader, node, {
      code: 'E030',
      message: `expected a unit after \`${text}\``,
      label: 'of what?',
      fix: `write \`${text} minutes ago\``,
    }),
  )
  return { count, unit: { text: 'minutes', span }, span }
}

function happenedIs(
  reader: Reader,
  node: ast.PlainHappening,
  { test }: ast.HappenedIs,
): Placeless<HappeningDeclaration> {
  const span = spanOf(reader, node)
  const subject = subjectOf(reader, node)
  switch (test.$type) {
    case 'HappenedUnknown':
      return { kind: 'unknown', ...subject }
    case 'HappenedNumber':
      return { kind: 'number', ...subject, ...amountOf(reader, test) }
    case 'HappenedValue': {
      const value = word(reader, test.value)
      if (test.unknown) return { kind: 'unknown', ...subject, state: value }
      return { kind: 'states', line: { span, kind: 'is', ...subject, negated: false, value } }
    }
    case 'NotTest':
    case 'OneOfTest':
    case 'NoneOfTest':
    case 'CompareTest':
      return { kind: 'states', line: { span, ...isLine(reader, subject, test) } }
  }
}

function refuseComma(reader: Reader, node: ast.Happening): void {
  reader.report(
    found(reader, node, {
      code: 'E020',
      message: 'what is given is joined by `and`, found `,`',
      label: 'stands after a comma',
      fix: 'write `and` instead of the comma',
    }),
  )
}
