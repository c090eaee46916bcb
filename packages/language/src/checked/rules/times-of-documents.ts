import type { LocalTime, ParsedDocument, Suspension } from '../../parsed/tree.ts'
import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import { firstInstantOf, lastInstantOf, wallTimeOf } from '../local-time.ts'

/** Days of one document are compared with one another, for which any one calendar will do. */
const ANY_ZONE = 'UTC'

/**
 * W108: a document that became known after it was in force: nobody could follow it before. W110: a suspension that
 * touches no day on which the document is in force.
 */
export function timesOfDocuments({ frontMatter }: ParsedDocument): readonly Finding[] {
  const { from, published, suspended } = frontMatter
  const [start, known] = [firstOf(from), published && firstOf(published)]
  const late =
    published !== undefined && start !== undefined && known !== undefined && start < known
      ? [
          findingAt(published.span, 'W108', 'this became known only after it was in force', {
            label: `known from ${published.text}`,
            also: [{ span: from.span, text: `in force from ${from.text}` }],
            fix: 'look at both days; nobody could follow it between them',
          }),
        ]
      : []
  return [...late, ...suspended.flatMap((stretch) => outside(stretch, frontMatter))]
}

function outside({ from, through, by, span }: Suspension, term: ParsedDocument['frontMatter']): readonly Finding[] {
  const [start, end] = [firstOf(from), lastOf(through)]
  const [first, last] = [firstOf(term.from), lastOf(term.through)]
  if (start === undefined || end === undefined || first === undefined || last === undefined) return []
  const why =
    end < start
      ? 'it ends before it starts'
      : end < first
        ? 'it ends before the document is in force'
        : last < start
          ? 'it starts when the document has ended'
          : undefined
  if (why === undefined) return []
  return [
    findingAt(span, 'W110', `the suspension by ${by} suspends nothing`, {
      label: why,
      also: [{ span: term.from.span, text: 'in force from here' }],
      fix: 'look at its days, and at `in-force`',
    }),
  ]
}

function firstOf({ text }: LocalTime): number | undefined {
  const wall = wallTimeOf(text)
  return wall && firstInstantOf(wall, ANY_ZONE)
}

function lastOf(time: LocalTime | undefined): number | undefined {
  if (time === undefined) return Number.POSITIVE_INFINITY
  const wall = wallTimeOf(time.text)
  return wall && lastInstantOf(wall, ANY_ZONE)
}
