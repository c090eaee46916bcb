/** A scenario that was written by the program, as a block for a person to review before it goes into a document. */
import { formatDocument } from '@remit/language/format/format-document.ts'
import type { ScenarioToReview } from '../covered-orders.ts'

/** The fenced block, laid out as `remit fmt` does, with what it shows; where no words say it, a comment that says so. */
export function blockToReview({ goals, text, book }: ScenarioToReview): string {
  const shows = goals.map(({ document, span, words }) => `-- ${document}.md:${span.line}: ${words}`)
  if (text === undefined)
    return [`-- no scenario can say this, in the book of ${book.agency.id}:`, ...shows, ''].join('\n')
  const lines = [
    '```remit',
    '-- REVIEW: what is expected here was read off the orders as they are written. A person has to confirm each line of',
    '-- it against the law, give the scenario a name, and take this comment out. It shows:',
    ...shows,
    text,
    '```',
    '',
  ]
  const formatted = formatDocument(lines.join('\n'))
  return formatted.kind === 'formatted' ? formatted.text : lines.join('\n')
}
