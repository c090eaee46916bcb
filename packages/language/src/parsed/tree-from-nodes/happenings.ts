/** What a scenario gives and what happens in it. */
import type * as ast from '../generated/ast.ts'
import type { Duration, FieldValue, HappeningDeclaration } from '../tree.ts'
import { amountOf } from './amounts.ts'
import { includeLine, isLine, refuseWithoutIs, someLine, subjectOf, withTest } from './conditions.ts'
import { fieldTest, fieldValue } from './field-tests.ts'
import { amount, duration, found, type Reader, spanFrom, spanOf, word } from './reader.ts'

/** Happenings joined by `and`; a value of an entry goes to the entry before it. */
export function happeningsOf(reader: Reader, node: ast.Happenings): HappeningDeclaration[] {
  const happenings: HappeningDeclaration[] = []
  for (const [index, item] of node.items.entries()) {
    const before = happenings.at(-1)
    const longer = before && continued(reader, before, item)
    if (longer !== undefined) {
      happenings[happenings.length - 1] = longer
      continue
    }
    if (node.joins[index - 1] === ',') refuseComma(reader, item)
    happenings.push(happeningOf(reader, item))
  }
  return happenings
}

/** The entry or the test before with one field more, where the item is one. */
function continued(
  reader: Reader,
  before: HappeningDeclaration,
  item: ast.Happening,
): HappeningDeclaration | undefined {
  if (item.$type !== 'PlainHappening' || item.test === undefined || isAgo(item.test)) return undefined
  if (before.kind === 'entry') {
    const value = fieldValue(reader, item.subject, item.test)
    return { ...before, values: [...before.values, value], span: spanFrom(before.span, value.span) }
  }
  if (before.kind !== 'states' || before.line.kind !== 'some') return undefined
  const line = withTest(before.line, fieldTest(reader, item.subject, item.test))
  return { kind: 'states', line, span: line.span }
}

function isAgo(test: ast.FieldTest): boolean {
  return test.$type === 'NumberTest' && test.ago
}

function happeningOf(reader: Reader, node: ast.Happening): HappeningDeclaration {
  const span = spanOf(reader, node)
  switch (node.$type) {
    case 'EntryHappening': {
      const values: FieldValue[] = [fieldValue(reader, node.test.field, node.test.test)]
      return { span, kind: 'entry', list: word(reader, node.list), values }
    }
    case 'SomeHappening':
      return { span, kind: 'states', line: someLine(reader, node) }
    case 'NoHappening': {
      const { test } = node
      if (test === undefined) return { span, kind: 'complete', list: word(reader, node.list) }
      return { span, kind: 'states', line: someLine(reader, { ...node, test }) }
    }
    case 'PlainHappening':
      return { span, ...plainHappening(reader, node) }
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
  const { field, ...line } = fieldTest(reader, node.subject, test)
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
