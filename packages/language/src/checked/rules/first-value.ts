import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'

/** E215: without a first value the first event of an incident would leave the officer without an answer. */
export function firstValue(document: ParsedDocument): readonly Finding[] {
  return document.declarations.flatMap((declaration) => {
    if (declaration.kind !== 'fact' || declaration.first !== undefined) return []
    const [change] = declaration.changes
    if (change === undefined) return []
    const { subject, shape } = declaration
    return [
      findingAt(subject.span, 'E215', `events change \`${subject.text}\`, but it has no first value`, {
        label: 'what it is before any event is not said',
        also: [{ span: change.span, text: 'an event changes it here' }],
        fix: `write \`at first ${shape.kind === 'yes-no' ? 'no' : 'VALUE'}\``,
      }),
    ]
  })
}
