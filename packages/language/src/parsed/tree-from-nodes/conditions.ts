/** Conditions: from the grammar's predicates, which are factored to the left, to the flat lines of the tree. */
import type * as ast from '../generated/ast.ts'
import type { ConditionBlock, ConditionLine, Subject } from '../tree.ts'
import { comparison } from './amounts.ts'
import { fieldTest, textOfTest } from './field-tests.ts'
import { found, type PlacedNode, type Reader, spanFrom, spanOf, word, words } from './reader.ts'
import { rowsOf, type Tested } from './rows.ts'

export function conditionBlock(reader: Reader, node: ast.ConditionBlock): ConditionBlock {
  const rows = node.lines.map((row) => conditionLines(reader, row))
  if (node.any) for (const row of rows) refuseMixture(reader, row)
  return { join: node.any ? 'any' : 'all', lines: rows.flat(), span: spanOf(reader, node) }
}

/** Conditions joined by `and`. */
export function conditionLines(reader: Reader, node: ast.Conditions): ConditionLine[] {
  return rowsOf(node).map(({ item, join, tests }) => {
    const alone = item.$type === 'PlainCondition' ? item.test : undefined
    if (join === ',' && alone === undefined) refuseComma(reader, item)
    if (item.$type === 'SomeCondition') return someLine(reader, item, tests)
    return alone === undefined ? plainLine(reader, item) : withoutIs(reader, item, alone)
  })
}

type ListLine = ast.SomeCondition | ast.SomeHappening | ast.NoHappening

/** `some LIST has TEST, TEST`, and negated `no LIST has TEST, TEST`. */
export function someLine(reader: Reader, node: ListLine, tested: readonly Tested[]): ConditionLine {
  const negated = node.$type === 'NoHappening' || (node.$type === 'SomeCondition' && node.no)
  const tests = tested.map((each) => fieldTest(reader, each))
  const span = spanFrom(spanOf(reader, node), tests.at(-1)?.span)
  return { span, kind: 'some', list: word(reader, node.list), negated, tests }
}

function plainLine(reader: Reader, node: ast.PlainCondition): ConditionLine {
  const span = spanOf(reader, node)
  const subject = subjectOf(reader, node)
  // The grammar has a predicate wherever it has no test.
  const { predicate } = node as ast.PlainCondition & { predicate: ast.Predicate }
  switch (predicate.$type) {
    case 'IncludePredicate':
      return { span, ...includeLine(reader, subject, predicate) }
    case 'DonePredicate': {
      const act = word(reader, predicate.act)
      return { span, kind: 'done', role: subject.subject, negated: predicate.negated, act }
    }
    case 'IsPredicate':
      return { span, ...isLine(reader, subject, predicate.test) }
  }
}

export function subjectOf(reader: Reader, node: { readonly subject: ast.Name; readonly of?: ast.Name }): Subject {
  const subject = word(reader, node.subject)
  return node.of === undefined ? { subject } : { subject, of: word(reader, node.of) }
}

export function includeLine(reader: Reader, subject: Subject, node: ast.IncludePredicate) {
  return { kind: 'include', ...subject, negated: node.negated, value: word(reader, node.value) } as const
}

/** What stands after `is`. */
export function isLine(reader: Reader, subject: Subject, test: ast.IsPredicate['test']) {
  switch (test.$type) {
    case 'OneOfTest':
    case 'NoneOfTest': {
      const negated = test.$type === 'NoneOfTest'
      return { kind: 'is-one-of', ...subject, negated, values: words(reader, test.values) } as const
    }
    case 'ValueTest':
      return { kind: 'is', ...subject, negated: false, value: word(reader, test.value) } as const
    case 'CompareTest':
      return { kind: 'compare', ...subject, negated: false, ...comparison(reader, test) } as const
    case 'NotTest':
      return test.test.$type === 'CompareTest'
        ? ({ kind: 'compare', ...subject, negated: true, ...comparison(reader, test.test) } as const)
        : ({ kind: 'is', ...subject, negated: true, value: word(reader, test.test.value) } as const)
  }
}

/** A name with a value right after it, where no entry of a list is tested: the `is` is missing. */
function withoutIs(reader: Reader, node: ast.PlainCondition, test: ast.FieldTest): ConditionLine {
  refuseWithoutIs(reader, node)
  const { field, ...line } = fieldTest(reader, { field: node.subject, test })
  return { ...line, subject: field, negated: false, span: spanOf(reader, node) }
}

/** Reports that `is` is missing between a name and what follows it. */
export function refuseWithoutIs(reader: Reader, node: PlainTest): void {
  const name = node.subject.text
  const rest = textOfTest(node.test)
  reader.report(
    found(reader, node.test ?? node, {
      code: 'E020',
      message: `expected \`is\`, \`include\` or \`has done\` after \`${name}\`, found \`${rest}\``,
      label: 'not expected here',
      fix: `write \`${name} is ${rest}\``,
    }),
  )
}
type PlainTest = PlacedNode & { readonly subject: ast.Name; readonly test?: ast.FieldTest }

function refuseComma(reader: Reader, node: ast.Condition): void {
  reader.report(
    found(reader, node, {
      code: 'E020',
      message: 'conditions are joined by `and`, found `,`',
      label: 'stands after a comma',
      fix: 'write `and` instead of the comma',
    }),
  )
}

function refuseMixture(reader: Reader, row: readonly ConditionLine[]): void {
  const [, second] = row
  if (second === undefined) return
  reader.report({
    code: 'E027',
    message: 'one condition cannot mix `and` and `any of`',
    labels: [{ span: second.span, text: 'joined by `and`, inside `any of`' }],
    fix: 'give one of the two a name with `define`, and use the name here',
  })
}
