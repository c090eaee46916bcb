import { printLine } from '../../parsed/print/words.ts'
import type { ConditionLine, ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { linesOf } from '../condition-lines.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'
import type { Comparison } from '../tree.ts'

const OPPOSITE: Readonly<Record<Comparison, string>> = {
  'at-least': 'is less than',
  'at-most': 'is more than',
  'less-than': 'is at least',
  'more-than': 'is at most',
}

/** W107: every comparison with a clock that has not started is false, so that a negated one holds before the event. */
export function negatedClocks({ documents, names }: Draft): readonly Finding[] {
  return documents.flatMap(negatedIn).flatMap((line) => {
    const shape = names.facts.get(line.subject.text)?.declaration.shape
    if (shape?.kind !== 'clock') return []
    return [
      findingAt(line.span, 'W107', `\`${printLine(line)}\` holds before \`${shape.event.text}\` too`, {
        label: 'a clock that has not started is neither more nor less than anything',
        fix: `write \`${OPPOSITE[line.is]}\` if it is meant only afterwards`,
      }),
    ]
  })
}

type Negated = ConditionLine & { readonly kind: 'compare' }

/** What a document says does not change, and every book that holds it asks for it. */
const known = new WeakMap<ParsedDocument, readonly Negated[]>()

function negatedIn(document: ParsedDocument): readonly Negated[] {
  const negated = known.get(document) ?? document.declarations.flatMap(linesOf).filter(isNegatedComparison)
  known.set(document, negated)
  return negated
}

function isNegatedComparison(line: ConditionLine): line is Negated {
  return line.kind === 'compare' && line.negated
}
