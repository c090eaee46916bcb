/** Choices between acts, and what an agency reports to whom. */
import type * as ast from '../generated/ast.ts'
import type { ChoiceDeclaration, DueDeclaration, ReportDeclaration } from '../tree.ts'
import { conditionBlock } from './conditions.ts'
import { amount, clausesOf, duration, found, only, quoted, type Reader, spanOf, word, words } from './reader.ts'

export function choice(reader: Reader, node: ast.Choice): ChoiceDeclaration {
  return {
    kind: 'choice',
    span: spanOf(reader, node),
    role: word(reader, node.role),
    acts: words(reader, node.acts),
    ...(node.when && { when: conditionBlock(reader, node.when) }),
  }
}

export function report(reader: Reader, node: ast.Report): ReportDeclaration {
  const of = <T extends ast.ReportClause['$type']>(type: T) => clausesOf<ast.ReportClause, T>(node.clauses, type)
  const due = only(reader, of('DueClause'), 'due')
  const fields = only(reader, of('FieldsClause'), 'fields')
  const cite = only(reader, of('CiteClause'), 'cite')
  return {
    kind: 'report',
    span: spanOf(reader, node),
    name: word(reader, node.name),
    by: word(reader, node.by),
    to: words(reader, node.to),
    every: word(reader, node.every),
    ...(due && { due: dueOf(reader, due) }),
    alsoWhenNone: node.none.also,
    fields: (fields?.fields ?? []).map((field) => quoted(reader, field)),
    ...(cite && { cite: quoted(reader, cite.cite) }),
  }
}

function dueOf(reader: Reader, node: ast.DueClause): DueDeclaration {
  if (node.within !== undefined) return { kind: 'within', duration: duration(reader, node.within) }
  if (node.words !== undefined) return { kind: 'words', text: quoted(reader, node.words) }
  // The grammar has a day with its month wherever it has neither a time nor words.
  const { day, month } = node as ast.DueClause & { day: ast.Amount; month: ast.Month }
  if (/^(?:hour|day|week|month|year)s?$/.test(month.text)) {
    const message = `expected a month after \`${day.text}\`, found \`${month.text}\``
    const fix = `write \`due within ${day.text} ${month.text}\`, counted from the end of the period`
    reader.report(found(reader, month, { code: 'E020', message, label: 'no month', fix }))
  }
  return { kind: 'day', day: amount(reader, day), month: word(reader, month), span: spanOf(reader, node) }
}
