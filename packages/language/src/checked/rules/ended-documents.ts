import type { ParsedDocument } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import { folderOf, maySupersede, speaksTo, supersededBy } from '../in-force.ts'
import { lastInstantOf, wallTimeOf } from '../local-time.ts'
import type { Agency } from '../tree.ts'

/**
 * W111: a document that ended before `today` (milliseconds since 1970 UTC), everywhere it speaks, and that no document of
 * its folder follows: none supersedes it, and none of its short title starts later. Perhaps its successor is missing.
 */
export function endedDocuments(
  documents: readonly ParsedDocument[],
  agencies: readonly Agency[],
  today: number,
): readonly Finding[] {
  return documents.flatMap((document) => {
    const { through, short } = document.frontMatter
    const end = through && wallTimeOf(through.text)
    const bound = agencies.filter((agency) => speaksTo(document, agency))
    if (through === undefined || end === undefined || bound.length === 0) return []
    const isOver = bound.every(({ timeZone }) => lastInstantOf(end, timeZone) < today)
    if (!isOver || documents.some((other) => follows(other, document, documents))) return []
    return [
      findingAt(through.span, 'W111', `"${short}" has ended, and nothing follows it`, {
        label: 'it is in force no more',
        fix: 'write the document that follows, or take the end out if it is still in force',
      }),
    ]
  })
}

function follows(next: ParsedDocument, old: ParsedDocument, documents: readonly ParsedDocument[]): boolean {
  if (next.id === old.id || folderOf(next.id) !== folderOf(old.id)) return false
  const { supersedes, short, from } = next.frontMatter
  const isVersion = short === old.frontMatter.short && from.text > old.frontMatter.from.text
  const isNamed = supersedes.some(({ text }) => supersededBy(next, text, documents)?.id === old.id)
  return isVersion || (isNamed && maySupersede(next, old))
}
