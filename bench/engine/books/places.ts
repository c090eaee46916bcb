/** Places of what a synthetic book declares: a line of its own in its document, so that a finding names what it is about. */
import type { Span } from '@remit/language/text/span.ts'

/** The place of a declaration in a document. */
export function lineIn(document: string, line: number): Span {
  return { file: `${document}.md`, line, column: 1, offset: line * 80, length: 1 }
}

/** A number as part of a name, so that names are in order of number up to 999. */
export function idOf(index: number): string {
  return String(index + 1).padStart(3, '0')
}
