import type { ParsedDocument, Word } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { nearest } from '../../text/nearest.ts'
import { findingAt } from '../findings.ts'
import { FORCE_WORDS, forceOf } from '../forces.ts'
import { dateFindings, folderOf, hasForceOver, supersededBy } from '../in-force.ts'
import { noState, STATES } from '../states.ts'

/**
 * The front matter against the calendar, the states, the forces and the other documents: E131 no such state; E201 no
 * such force; E202 supersedes what there is not; E203 a document of another folder; E204 one of higher force.
 */
export function frontMatterRule(document: ParsedDocument, library: readonly ParsedDocument[]): readonly Finding[] {
  const { appliesIn = [], force, supersedes } = document.frontMatter
  return [
    ...dateFindings(document),
    ...(forceOf(force.text) === undefined ? [unknownForce(force)] : []),
    ...appliesIn.filter(({ text }) => !STATES.includes(text.toUpperCase())).map(noState),
    ...supersedes.flatMap((word) => supersessionFinding(word, document, library) ?? []),
  ]
}

function unknownForce({ text, span }: Word): Finding {
  const near = nearest(text, FORCE_WORDS)
  return findingAt(span, 'E201', `there is no force \`${text}\``, {
    label: 'decides which order stands above which',
    fix: near === undefined ? `write one of: ${FORCE_WORDS.join(', ')}` : `write \`${near}\``,
  })
}

function supersessionFinding(
  word: Word,
  document: ParsedDocument,
  library: readonly ParsedDocument[],
): Finding | undefined {
  const old = supersededBy(document, word.text, library)
  if (old === undefined || old.id === document.id) {
    const near = nearest(
      word.text,
      library.map(({ id }) => id),
    )
    return findingAt(word.span, 'E202', `there is no other document \`${word.text}\``, {
      label: 'supersedes nothing',
      fix: near === undefined ? 'write its path below the orders' : `write \`${near}\``,
    })
  }
  const also = [{ span: old.frontMatter.span, text: 'the older document' }]
  if (folderOf(old.id) !== folderOf(document.id)) {
    return findingAt(word.span, 'E203', `\`${word.text}\` is a document of another folder`, {
      label: 'a document supersedes only documents beside it',
      also,
      fix: 'end the older document by its own `in-force`',
    })
  }
  if (hasForceOver(document, old)) return undefined
  const [force, oldForce] = [document.frontMatter.force.text, old.frontMatter.force.text]
  const message = `what has the force \`${force}\` cannot supersede what has the force \`${oldForce}\``
  return findingAt(word.span, 'E204', message, {
    label: 'of higher force',
    also,
    fix: 'end the older document by its own `in-force`',
  })
}
