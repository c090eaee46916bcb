/**
 * Where the prose and the `remit` blocks of a document lie. A Markdown parser finds the fences, so that a fence in
 * an HTML comment or inside a longer fence is none. Lists and quotations are not looked into: a block in a list
 * item reads like any other, and one in a quotation is reported by `from-text.ts`, never silently left out.
 */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { nearest } from '../text/nearest.ts'
import { type Source, sourceOf, spanAt } from '../text/source.ts'
import type { Span } from '../text/span.ts'
import { STRUCTURAL_LINE_MAX } from './limits.ts'

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

/** A fenced block of any sort: its lines, counted from 1, and the first word after its opening fence. */
type Code = { readonly open: number; readonly close: number; readonly mark: string | undefined }

export function findFences(source: Source): Fences {
  const body = bodyStart(source.text)
  const lines = source.text.split('\n')
  const prose = lines.map((line, index) => ((source.lineStarts[index] ?? 0) < body ? '' : line))
  const remit: Fence[] = []
  const almost: number[] = []
  const code = new Set<number>()
  for (const { open, close, mark } of isPlain(prose) ? scannedCode(prose) : parsedCode(prose)) {
    const fence = FENCE.exec(lines[open - 1] ?? '')?.[1]
    if (fence === undefined) continue
    for (let line = open; line <= close; line++) code.add(line)
    const isClosed = close > open && closes(lines[close - 1] ?? '', fence)
    if (mark === 'remit') remit.push({ open, close, isClosed })
    else if (mark && nearest(mark.toLowerCase(), ['remit'])) almost.push(open)
  }
  return { remit, almost, isCode: (line) => code.has(line) }
}
const FENCE = /^ {0,3}(`{3,}|~{3,})/

/**
 * Whether no line begins HTML, in which a fence is none, or writes its mark with an escape or an entity. Everything else that
 * Markdown has leaves fences alone: they end paragraphs, and nothing runs over them (CommonMark 0.31, sections 4.5 to 4.8).
 */
function isPlain(lines: readonly string[]): boolean {
  const mayHideFences = (line: string) =>
    /^ {0,3}</.test(line) || (FENCE.test(line) && /[\\&]/.test(line)) || /\r(?!$)/.test(line)
  return !lines.some(mayHideFences) && !lines.at(-1)?.endsWith('\r')
}

/** Fences line by line. */
function scannedCode(lines: readonly string[]): readonly Code[] {
  const found: Code[] = []
  let opened: { readonly line: number; readonly fence: string; readonly mark: string | undefined } | undefined
  for (const [index, line] of lines.entries()) {
    if (opened !== undefined) {
      if (!closes(line, opened.fence)) continue
      found.push({ open: opened.line, close: index + 1, mark: opened.mark })
      opened = undefined
      continue
    }
    const [, fence, rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/s.exec(line) ?? []
    if (fence === undefined || (fence.startsWith('`') && rest.includes('`'))) continue
    opened = { line: index + 1, fence, mark: /^[ \t]*([^ \t\r]+)/.exec(rest)?.[1] }
  }
  if (opened !== undefined) found.push({ open: opened.line, close: lines.length, mark: opened.mark })
  return found
}

/** Fences by a Markdown parser that sees only what can open or close a block, line for line. */
function parsedCode(lines: readonly string[]): readonly Code[] {
  const short = shortened(skeletonOf(lines))
  return fromMarkdown(short.lines.join('\n'), { extensions: [BLOCKS_ONLY] }).children.flatMap((node) => {
    if (node.type !== 'code' || node.position === undefined) return []
    const { start, end } = node.position
    return [{ open: short.numberOf(start.line), close: short.numberOf(end.line), mark: node.lang ?? undefined }]
  })
}

/**
 * The lines as far as they can open or close a block. An underline makes a heading of the lines above it, for which the
 * Markdown parser copies all that it has read: on many of them it is slow. A heading of one line ends a paragraph too.
 */
function skeletonOf(lines: readonly string[]): readonly string[] {
  let isAfterText = false
  let isInComment = false
  return lines.map((line) => {
    const structure = isAfterText && /^ {0,3}(?:=+|-+)[ \t]*\r?$/.test(line) ? HEADING : structureOf(line)
    const isComment = isInComment || /^ {0,3}<!--/.test(line)
    isInComment = isComment && !line.includes('-->')
    const isText = structure.trim() !== '' && structure !== HEADING && !isComment && !ENDS_TEXT.test(structure)
    isAfterText = isText && (isAfterText || !ELSE_NO_TEXT.test(line))
    return structure
  })
}
const HEADING = '# x'

/**
 * Without lines that repeat what the one or the two before them say of blocks: a second empty line, text after text, a
 * heading and an empty line again. Reading them once or twice leaves every block as it was, and long files are long by them.
 */
function shortened(skeleton: readonly string[]) {
  const lines: string[] = []
  const numbers: number[] = []
  for (const [index, line] of skeleton.entries()) {
    const [third, second, last] = [lines.at(-3), lines.at(-2), lines.at(-1)]
    if (REPEATABLE.has(line) && line === last) continue
    if (REPEATABLE.has(line) && line === second && REPEATABLE.has(last ?? line) && last === third) {
      lines.pop()
      numbers.pop()
      continue
    }
    lines.push(line)
    numbers.push(index + 1)
  }
  /** The number of a kept line among all; the last one stands for all after it. */
  const numberOf = (kept: number) => (kept >= lines.length ? skeleton.length : (numbers[kept - 1] ?? 1))
  return { lines, numberOf }
}
const REPEATABLE: ReadonlySet<string> = new Set(['', HEADING, 'x'])
/** What is text only after text: what a link leads to, and an indented line, which else is code. */
const ELSE_NO_TEXT = /^ {0,3}(?:\[[^\]]+\]:\s*\S+\s*$|\t| {4})/
/** A fence, or a rule across the page: no text above an underline. */
const ENDS_TEXT = /^ {0,3}(?:`{3}|~{3}|(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\r?$)/

/** Nothing inside a paragraph can change where a fence is; and these are what makes a Markdown parser slow. */
const BLOCKS_ONLY = {
  disable: {
    null: [
      'attention',
      'autolink',
      'blockQuote',
      'codeText',
      'definition',
      'hardBreakEscape',
      'htmlText',
      'labelEnd',
      'labelStartImage',
      'labelStartLink',
      'list',
      'setextUnderline',
    ],
  },
}

/** A line as far as it can open or close a block: fences, HTML, headings and rules stay, words become one letter. */
function structureOf(line: string): string {
  if (line.trim() === '') return ''
  const kept = line.slice(0, STRUCTURAL_LINE_MAX)
  if (/^\s*(?:`{3}|~{3})|[<>]/.test(kept) || /^[\s\-*_=]+$/.test(kept)) return kept
  const indent = (/^[ \t]{0,8}/.exec(line) ?? [''])[0]
  return /^ {0,3}#{1,6}\s/.test(line) ? HEADING : `${indent}x`
}

function closes(line: string, fence: string): boolean {
  const close = /^ {0,3}(`{3,}|~{3,})\s*$/.exec(line)?.[1]
  return close !== undefined && close[0] === fence[0] && close.length >= fence.length
}

function lineStart(source: Source, line: number): number {
  return source.lineStarts[line - 1] ?? source.text.length
}
