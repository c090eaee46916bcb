import type { ConditionLine, FactDeclaration, ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { linesOf } from '../condition-lines.ts'
import { findingAt } from '../findings.ts'
import { yesNoName } from '../names.ts'

/** W101: a fact that no norm, define or act of the whole library reads is a question for nothing. */
export function factsRead(documents: readonly ParsedDocument[]): readonly Finding[] {
  const all = documents.flatMap(({ declarations }) => declarations)
  const read = new Set(all.flatMap(linesOf).flatMap(readBy))
  return all.flatMap((declaration) =>
    declaration.kind !== 'fact' || read.has(keyOf(declaration)) ? [] : [unread(declaration)],
  )
}

function unread(fact: FactDeclaration): Finding {
  return findingAt(fact.subject.span, 'W101', `no norm reads \`${keyOf(fact)}\``, {
    label: 'asked for nothing',
    fix: 'take it out, or write the norm that depends on it',
  })
}

function keyOf({ subject, shape }: FactDeclaration): string {
  return shape.kind === 'yes-no' ? yesNoName(subject.text, shape.state.text) : subject.text
}

/** A line reads the fact of its subject, or the yes-or-no fact of its words: both are looked up. */
function readBy(line: ConditionLine): readonly string[] {
  switch (line.kind) {
    case 'is':
      return [line.subject.text, yesNoName(line.subject.text, line.value.text)]
    case 'is-one-of':
      return [line.subject.text, ...line.values.map((value) => yesNoName(line.subject.text, value.text))]
    case 'include':
    case 'compare':
      return [line.subject.text]
    case 'done':
    case 'some':
      return []
  }
}
