/** Conditions: from the grammar's predicates, which are factored to the left, to the flat lines of the tree. */
import type {
  CompareTest,
  ConditionBlock as ConditionBlockNode,
  ConditionLine as ConditionLineNode,
  IncludePredicate,
  IsPredicate,
} from '../generated/ast.ts'
import type { ConditionBlock, ConditionLine, Word } from '../tree.ts'
import { amount, type Reader, spanOf, word, words } from './reader.ts'

export function conditionBlock(reader: Reader, node: ConditionBlockNode): ConditionBlock {
  return {
    join: node.any ? 'any' : 'all',
    lines: node.lines.map((line) => conditionLine(reader, line)),
    span: spanOf(reader, node),
  }
}

export function conditionLine(reader: Reader, node: ConditionLineNode): ConditionLine {
  const span = spanOf(reader, node)
  const subject = word(reader, node.subject)
  const { predicate } = node
  switch (predicate.$type) {
    case 'IncludePredicate':
      return { span, ...includeLine(reader, subject, predicate) }
    case 'DonePredicate': {
      const act = word(reader, predicate.act)
      return { span, kind: 'done', role: subject, negated: predicate.negated, act }
    }
    case 'IsPredicate':
      return { span, ...isLine(reader, subject, predicate) }
  }
}

export function includeLine(reader: Reader, subject: Word, node: IncludePredicate) {
  return { kind: 'include', subject, negated: node.negated, value: word(reader, node.value) } as const
}

function isLine(reader: Reader, subject: Word, { test }: IsPredicate) {
  switch (test.$type) {
    case 'OneOfTest':
      return { kind: 'is-one-of', subject, negated: false, values: words(reader, test.values) } as const
    case 'NoneOfTest':
      return { kind: 'is-one-of', subject, negated: true, values: words(reader, test.values) } as const
    case 'ValueTest':
      return { kind: 'is', subject, negated: false, value: word(reader, test.value) } as const
    case 'CompareTest':
      return compareLine(reader, { subject, negated: false }, test)
    case 'NotTest':
      return test.test.$type === 'CompareTest'
        ? compareLine(reader, { subject, negated: true }, test.test)
        : ({ kind: 'is', subject, negated: true, value: word(reader, test.test.value) } as const)
  }
}

function compareLine(reader: Reader, of: { readonly subject: Word; readonly negated: boolean }, node: CompareTest) {
  const line = { kind: 'compare', ...of, is: COMPARISONS[node.bound], count: amount(reader, node.count) } as const
  return node.unit === undefined ? line : { ...line, unit: word(reader, node.unit) }
}

type CompareLine = Extract<ConditionLine, { readonly kind: 'compare' }>
const COMPARISONS: Readonly<Record<CompareTest['bound'], CompareLine['is']>> = {
  least: 'at-least',
  most: 'at-most',
  less: 'less-than',
  more: 'more-than',
}
