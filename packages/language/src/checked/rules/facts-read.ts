import type { ConditionLine, Declaration, FactDeclaration, ListDeclaration, ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { linesOf } from '../condition-lines.ts'
import { findingAt } from '../findings.ts'
import { yesNoName } from '../names.ts'

/** W101: a fact or a list that no norm, define or act of the whole library reads is a question for nothing. */
export function factsRead(documents: readonly ParsedDocument[]): readonly Finding[] {
  const all = documents.flatMap(({ declarations }) => declarations)
  const read = readIn(all)
  return all.flatMap((declaration) => {
    if (declaration.kind === 'fact') {
      const key = factKey(declaration)
      return read.has(key) ? [] : [unread(declaration.subject, `\`${key}\``)]
    }
    if (declaration.kind !== 'list' || read.has(listKey(declaration.name.text))) return []
    return [unread(declaration.name, `the list \`${declaration.name.text}\``)]
  })
}

/** The keys of the facts and lists that conditions of these declarations read. */
export function readIn(declarations: readonly Declaration[]): ReadonlySet<string> {
  return new Set(declarations.flatMap(linesOf).flatMap(readBy))
}

export function factKey({ subject, shape }: FactDeclaration): string {
  return shape.kind === 'yes-no' ? yesNoName(subject.text, shape.state.text) : subject.text
}

/** No fact has this key: the subject of a fact is one word. */
function listKey(list: string): string {
  return `some ${list}`
}

function unread({ span }: ListDeclaration['name'], words: string): Finding {
  return findingAt(span, 'W101', `no norm reads ${words}`, {
    label: 'asked for nothing',
    fix: 'take it out, or write the norm that depends on it',
  })
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
    case 'some':
      return [listKey(line.list.text)]
    case 'done':
      return []
  }
}
