import type { Span } from './span.ts'

/** A file's text with the places of its lines, so that an offset becomes a line and a column. */
export type Source = {
  readonly file: string
  readonly text: string
  /** Offset of the first character of each line; the first is 0. */
  readonly lineStarts: readonly number[]
}

/** Reads the line starts once. Lines end with `\n`; a `\r` before it belongs to the line. Linear in the text. */
export function sourceOf(file: string, text: string): Source {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1)
  return { file, text, lineStarts }
}

/** The place of `length` characters from `offset`. An offset beyond the text is taken as its end. */
export function spanAt(source: Source, offset: number, length: number): Span {
  const start = Math.min(Math.max(offset, 0), source.text.length)
  const line = lineIndexAt(source, start)
  const lineStart = source.lineStarts[line] ?? 0
  return {
    file: source.file,
    line: line + 1,
    column: start - lineStart + 1,
    offset: start,
    length: Math.min(length, source.text.length - start),
  }
}

/** The text of a line, counted from 1, without its line end; empty beyond the last line. */
export function lineText(source: Source, line: number): string {
  const start = source.lineStarts[line - 1]
  if (start === undefined) return ''
  const end = source.lineStarts[line] ?? source.text.length + 1
  return source.text.slice(start, end - 1).replace(/\r$/, '')
}

/** The characters that a span covers. */
export function textOf(source: Source, span: Span): string {
  return source.text.slice(span.offset, span.offset + span.length)
}

/** The text with everything outside `from` to `to` made blank, line ends kept: offsets and lines stay. */
export function blankOutside(text: string, from: number, to: number): string {
  const blank = (part: string) => part.replace(/[^\r\n]/g, ' ')
  return blank(text.slice(0, from)) + text.slice(from, to) + blank(text.slice(to))
}

function lineIndexAt(source: Source, offset: number): number {
  let low = 0
  let high = source.lineStarts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((source.lineStarts[middle] ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
