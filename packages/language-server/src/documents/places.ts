/** Places in files: the language counts offsets of UTF-16 units, the protocol lines and UTF-16 columns from 0. */
import { segments } from '@remit/language/parsed/blocks.ts'
import type { Span } from '@remit/language/text/span.ts'
import type { Position, Range } from 'vscode-languageserver'
import type { TextDocument } from 'vscode-languageserver-textdocument'

/** The range of a span in the text that it was made from. */
export function rangeOf(text: TextDocument, { offset, length }: Pick<Span, 'offset' | 'length'>): Range {
  return { start: text.positionAt(offset), end: text.positionAt(offset + length) }
}

/**
 * The range in which a finding is shown. Where something is missing there is nothing to underline but the line's end, so
 * the word before is taken.
 */
export function visibleRange(text: TextDocument, { offset, length }: Pick<Span, 'offset' | 'length'>): Range {
  const whole = text.getText()
  if (whole.slice(offset, offset + length).trim() !== '') return rangeOf(text, { offset, length })
  const before = /\S+\s*$/.exec(whole.slice(0, offset))
  if (before === null) return rangeOf(text, { offset, length })
  return rangeOf(text, { offset: before.index, length: before[0].trimEnd().length })
}

/** Whether a position lies in a span or at its end, as a cursor does that was just behind the last letter. */
export function touches(span: Pick<Span, 'offset' | 'length'>, offset: number): boolean {
  return span.offset <= offset && offset <= span.offset + span.length
}

/** The word at a position, as names and keywords are written; absent between words. */
export function wordAt(
  text: TextDocument,
  position: Position,
): { readonly text: string; readonly offset: number } | undefined {
  const whole = text.getText()
  const offset = text.offsetAt(position)
  let start = offset
  while (start > 0 && WORD.test(whole.charAt(start - 1))) start--
  let end = offset
  while (WORD.test(whole.charAt(end))) end++
  return end === start ? undefined : { text: whole.slice(start, end), offset: start }
}
const WORD = /[A-Za-z0-9-]/

/** Whether an offset lies in a `remit` block, or at its end. */
export function inRemit(text: string, offset: number): boolean {
  return segments(text).some(({ kind, span }) => kind === 'remit' && touches(span, offset))
}
