import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import { changesOf, termsOf } from '../in-force.ts'
import type { Agency } from '../tree.ts'

/** W103: a document that is in force for no agency on any day: its days are none, or nobody below is bound. */
export function everInForce(documents: readonly ParsedDocument[], agencies: readonly Agency[]): readonly Finding[] {
  const terms = agencies.flatMap((agency) => termsOf(documents, agency))
  const bound = new Set(terms.map(({ document }) => document.id))
  const alive = new Set(terms.filter((term) => changesOf(term).length > 0).map(({ document }) => document.id))
  return documents
    .filter(({ id }) => !alive.has(id))
    .map(({ id, frontMatter }) => {
      const span = bound.has(id) ? frontMatter.from.span : frontMatter.span
      return findingAt(span, 'W103', `\`${id}\` is never in force`, {
        label: bound.has(id)
          ? frontMatter.suspended.length > 0
            ? 'it ends or is suspended before it starts'
            : 'it ends before it starts'
          : 'it binds no agency of the library',
        fix: bound.has(id)
          ? 'look at its days and at what supersedes it'
          : 'look at its folder, `binds` and `applies-in`',
      })
    })
}
