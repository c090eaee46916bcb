import type { ConditionLine, Declaration, FactDeclaration, ParsedDocument, Word } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { linesOf } from '../condition-lines.ts'
import { findingAt } from '../findings.ts'
import { factKey, readIn } from './facts-read.ts'

/** Values by which law speaks of not knowing. */
const NOT_KNOWING: ReadonlySet<string> = new Set(['not-known', 'unclear'])

/**
 * W109: where a fact can be `not-known` and orders read the fact, but none ever names that value, nobody has thought of not
 * knowing: it falls in with whatever a `not` or a list leaves over.
 */
export function notKnowing(documents: readonly ParsedDocument[]): readonly Finding[] {
  const all = documents.flatMap(({ declarations }) => declarations)
  const read = readIn(all)
  const named = new Set(all.flatMap(linesOf).flatMap(namedBy))
  return all.filter(isFact).flatMap((fact) => {
    if (fact.shape.kind !== 'one-of' || !read.has(factKey(fact))) return []
    return fact.shape.values
      .map(({ name }) => name)
      .filter(({ text }) => NOT_KNOWING.has(text) && !named.has(valueKey(fact.subject.text, text)))
      .map((name) => unhandled(name, fact))
  })
}

function isFact(declaration: Declaration): declaration is FactDeclaration {
  return declaration.kind === 'fact'
}

function namedBy(line: ConditionLine): readonly string[] {
  if (line.kind === 'is') return [valueKey(line.subject.text, line.value.text)]
  return line.kind === 'is-one-of' ? line.values.map(({ text }) => valueKey(line.subject.text, text)) : []
}

function valueKey(subject: string, value: string): string {
  return `${subject} ${value}`
}

function unhandled({ text, span }: Word, { subject }: FactDeclaration): Finding {
  return findingAt(span, 'W109', `orders read \`${subject.text}\`, and none says what holds when it is \`${text}\``, {
    label: 'no condition names this value',
    also: [{ span: subject.span, text: 'the fact' }],
    fix: `name \`${text}\` where it matters, as in \`${subject.text} is one of …, ${text}\`, or take the value out`,
  })
}
