/**
 * Fenced code blocks, line by line, where Markdown has them (CommonMark 0.31, chapters 3 and 4): a fence in an HTML
 * block or inside a longer fence is none. Lists and quotations are not looked into, so that a block in a list item reads
 * like any other. All that has to be known of a line is whether it goes on a paragraph, which some HTML cannot interrupt.
 */
import { fromMarkdown } from 'mdast-util-from-markdown'
import { STRUCTURAL_LINE_MAX } from './limits.ts'

/** A fenced block: its lines, counted from 1, and the first word after its opening fence. */
export type FencedBlock = {
  readonly open: number
  readonly close: number
  readonly isClosed: boolean
  readonly mark: string | undefined
}

/** A block of which the end is not found yet. */
type Open =
  | { readonly kind: 'fence'; readonly line: number; readonly fence: string; readonly mark: string | undefined }
  | { readonly kind: 'html'; readonly end: RegExp }

/** All fenced blocks, in order. */
export function fencedBlocks(lines: readonly string[]): readonly FencedBlock[] {
  const found: FencedBlock[] = []
  let open: Open | undefined
  let paragraph: Paragraph = 'none'
  for (const [index, whole] of lines.entries()) {
    const line = whole.slice(0, STRUCTURAL_LINE_MAX).replace(/\r$/, '')
    if (open?.kind === 'fence') {
      if (!closes(line, open.fence)) continue
      found.push({ open: open.line, close: index + 1, isClosed: true, mark: open.mark })
      open = undefined
      continue
    }
    if (open === undefined) {
      const fence = fenceOpening(whole)
      const html: RegExp | undefined = fence === undefined ? htmlOpening(line, paragraph) : undefined
      if (fence !== undefined) open = { kind: 'fence', line: index + 1, fence, mark: markOf(whole, fence) }
      else if (html !== undefined) open = { kind: 'html', end: html }
      paragraph = open === undefined ? paragraphAfter(line, paragraph) : 'none'
    }
    if (open?.kind === 'html' && open.end.test(line)) open = undefined
  }
  if (open?.kind === 'fence') found.push({ open: open.line, close: lines.length, isClosed: false, mark: open.mark })
  return found
}

function fenceOpening(line: string): string | undefined {
  const [, fence, rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/s.exec(line) ?? []
  return fence?.startsWith('`') && rest.includes('`') ? undefined : fence
}

function closes(line: string, fence: string): boolean {
  const close = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]
  return close !== undefined && close[0] === fence[0] && close.length >= fence.length
}

/** The first word after a fence. One with an escape or an entity is left to a Markdown parser. */
function markOf(line: string, fence: string): string | undefined {
  const word = /^[ \t]*([^ \t\r]+)/.exec(line.slice(line.indexOf(fence) + fence.length))?.[1]
  if (word === undefined || !/[\\&]/.test(word)) return word
  const [code] = fromMarkdown(`${fence}${word}`).children
  return code?.type === 'code' ? (code.lang ?? undefined) : word
}

/** How the lines before a line read: as words that it may go on, as what a link leads to, or as neither. */
type Paragraph = 'none' | 'definition' | 'words'

function paragraphAfter(line: string, before: Paragraph): Paragraph {
  if (/^[ \t]*$/.test(line) || /^ {0,3}#{1,6}(?:[ \t]|$)/.test(line) || RULE.test(line)) return 'none'
  if (before === 'words') return /^ {0,3}(?:=+|-+)[ \t]*$/.test(line) ? 'none' : 'words'
  if (/^(?: {4}| {0,3}\t)/.test(line)) return before
  return /^ {0,3}\[[^\]]+\]:[ \t]*\S+[ \t]*$/.test(line) ? 'definition' : 'words'
}
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/

/** What ends the HTML block that a line begins, if it begins one; the same line may end it too. */
function htmlOpening(line: string, paragraph: Paragraph): RegExp | undefined {
  const [, html] = /^ {0,3}(<.*)/s.exec(line) ?? []
  if (html === undefined) return undefined
  const [, end] = HTML.find(([start]) => start.test(html)) ?? []
  return end ?? (paragraph === 'none' && WHOLE_TAG.test(html) ? BLANK : undefined)
}

const BLANK = /^[ \t]*$/
/** Starts and ends 1 to 6 of HTML blocks (CommonMark 0.31, section 4.6). */
const HTML: readonly (readonly [start: RegExp, end: RegExp])[] = [
  [/^<(?:script|pre|style|textarea)(?:[ \t>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^<!--/, /-->/],
  [/^<\?/, /\?>/],
  [/^<![a-z]/i, />/],
  [/^<!\[CDATA\[/, /\]\]>/],
  [
    new RegExp(
      `^</?(?:${[
        'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt',
        'fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link',
        'main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead',
        'title tr track ul',
      ]
        .join(' ')
        .replaceAll(' ', '|')})(?:[ \\t]|/?>|$)`,
      'i',
    ),
    BLANK,
  ],
]
/** Start 7: nothing but one opening or closing tag. */
const WHOLE_TAG =
  /^<(?:\/[a-z][a-z0-9-]*[ \t]*|[a-z][a-z0-9-]*(?:[ \t]+[a-z_:][\w.:-]*(?:[ \t]*=[ \t]*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*[ \t]*\/?)>[ \t]*$/i
