/**
 * Where the prose and the `remit` blocks of a document lie. One in a quotation is reported by `from-text.ts`, never
 * silently left out.
 */
import { nearest } from '../text/nearest.ts'
import { type Source, sourceOf, spanAt } from '../text/source.ts'
import type { Span } from '../text/span.ts'
import { fencedBlocks } from './fenced-blocks.ts'

export type Segment =
  | { readonly kind: 'prose'; readonly markdown: string; readonly span: Span }
  /** `span` covers the code alone, without its fences. */
  | { readonly kind: 'remit'; readonly code: string; readonly span: Span }

/** A fenced `remit` block: lines counted from 1, both those of the fences. */
export type Fence = { readonly open: number; readonly close: number; readonly isClosed: boolean }

/** Every line that belongs to some fenced block, and those that are `remit`. */
export type Fences = {
  readonly remit: readonly Fence[]
  /** Lines that open a block marked with nearly this word, e.g. `Remit`: a slip would silently make it no order. */
  readonly almost: readonly number[]
  readonly isCode: (line: number) => boolean
}

/**
 * Prose and code in order of text, for showing a paragraph beside its block. Front matter is left out; prose of
 * spaces alone too. The texts of the segments are slices of `text`.
 */
export function segments(text: string): Segment[] {
  const source = sourceOf('', text)
  const found: Segment[] = []
  let at = bodyStart(text)
  const addProse = (end: number) => {
    const markdown = text.slice(at, end)
    if (markdown.trim() !== '') found.push({ kind: 'prose', markdown, span: spanAt(source, at, end - at) })
  }
  for (const fence of findFences(source).remit) {
    addProse(lineStart(source, fence.open))
    const { from, to } = codeRange(source, fence)
    found.push({ kind: 'remit', code: text.slice(from, to), span: spanAt(source, from, to - from) })
    at = fence.isClosed ? lineStart(source, fence.close + 1) : text.length
  }
  addProse(text.length)
  return found
}

/** From the first character after the opening fence's line to the start of the closing fence's line. */
export function codeRange(source: Source, fence: Fence): { readonly from: number; readonly to: number } {
  const from = lineStart(source, fence.open + 1)
  const to = fence.isClosed ? lineStart(source, fence.close) : source.text.length
  return { from, to: Math.max(from, to) }
}

/** Offset of the first character after the front matter; 0 where there is none. */
export function bodyStart(text: string): number {
  return frontMatterRange(text)?.bodyFrom ?? 0
}

/** The YAML between the two `---` lines at the very start of a file; absent if either is missing. */
export function frontMatterRange(
  text: string,
): { readonly from: number; readonly to: number; readonly bodyFrom: number } | undefined {
  const open = /^---[ \t]*\r?\n/.exec(text)
  if (open === null) return undefined
  const close = /^---[ \t]*(?:\r?\n|$)/gm
  close.lastIndex = open[0].length
  for (let match = close.exec(text); match !== null; match = close.exec(text)) {
    if (match.index === 0 || text[match.index - 1] === '\n')
      return { from: open[0].length, to: match.index, bodyFrom: match.index + match[0].length }
  }
  return undefined
}

export function findFences(source: Source): Fences {
  const body = bodyStart(source.text)
  const lines = source.text.split('\n')
  const prose = lines.map((line, index) => ((source.lineStarts[index] ?? 0) < body ? '' : line))
  const remit: Fence[] = []
  const almost: number[] = []
  const code = new Set<number>()
  for (const { open, close, isClosed, mark } of fencedBlocks(prose)) {
    for (let line = open; line <= close; line++) code.add(line)
    if (mark === 'remit') remit.push({ open, close, isClosed })
    else if (mark && nearest(mark.toLowerCase(), ['remit'])) almost.push(open)
  }
  return { remit, almost, isCode: (line) => code.has(line) }
}

function lineStart(source: Source, line: number): number {
  return source.lineStarts[line - 1] ?? source.text.length
}
