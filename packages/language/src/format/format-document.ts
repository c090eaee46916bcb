/**
 * Lays out the `remit` blocks of a document and touches nothing else: not the prose, not the front matter.
 *
 * INVARIANT: the tokens and comments of a block are the same before and after, in the same order, so that the layout
 * cannot change what an order says. Formatting what was formatted changes nothing.
 */
import { readBlock } from '../parsed/block-parser.ts'
import { codeRange, type Fence, findFences } from '../parsed/blocks.ts'
import { refuseFile } from '../parsed/from-text.ts'
import type { Finding } from '../text/finding.ts'
import { lineText, type Source, sourceOf, spanAt } from '../text/source.ts'
import type { Span } from '../text/span.ts'
import { layOut } from './lay-out.ts'
import { blockTokens, type Token } from './tokens.ts'

export type Formatted =
  | {
      readonly kind: 'formatted'
      readonly text: string
      /** The lines that open a block that cannot be read: it is left as it is, and a check says why. */
      readonly leftAlone: readonly Span[]
    }
  /** A file beyond the limits, or no text. */
  | { readonly kind: 'refused'; readonly finding: Finding }

/** Formats a document. The spans have no file. Never throws on what a person wrote. Cost: as reading it, linear. */
export function formatDocument(text: string): Formatted {
  const source = sourceOf('', text)
  const finding = refuseFile(source)
  if (finding !== undefined) return { kind: 'refused', finding }
  const leftAlone: Span[] = []
  const parts: string[] = []
  let at = 0
  for (const fence of findFences(source).remit) {
    const { from, to } = codeRange(source, fence)
    const code = formatted(source, fence, text.slice(from, to))
    if (code === undefined) {
      const opening = source.lineStarts[fence.open - 1] ?? 0
      leftAlone.push(spanAt(source, opening, lineText(source, fence.open).length))
    }
    parts.push(text.slice(at, from), code ?? text.slice(from, to))
    at = to
  }
  return { kind: 'formatted', text: [...parts, text.slice(at)].join(''), leftAlone }
}

/** The code of a block laid out; absent where it cannot be read. */
function formatted(source: Source, fence: Fence, code: string): string | undefined {
  const pieces = readBlock(code)
  const [piece] = pieces
  if (piece === undefined) return code
  if (!fence.isClosed || pieces.length > 1 || piece.kind !== 'read') return undefined
  const tokens = blockTokens(code, piece.declarations)
  if (tokens === undefined) return code
  // A fence may be indented, in a list item say; its code is then indented as it is.
  const margin = /^ */.exec(lineText(source, fence.open))?.[0] ?? ''
  const lines = layOut(tokens, margin.length)
  const end = code.includes('\r\n') ? '\r\n' : '\n'
  const laid = lines.map((line) => (line === '' ? end : margin + line + end)).join('')
  assertSame(tokens, laid)
  return laid
}

/** A layout that changed a token would change an order: a fault of ours, and nothing is written. */
function assertSame(tokens: readonly Token[], laid: string): void {
  const [piece] = readBlock(laid)
  const again = piece?.kind === 'read' ? blockTokens(laid, piece.declarations) : undefined
  const isSame =
    again?.length === tokens.length &&
    again.every(({ text, isComment }, index) => text === tokens[index]?.text && isComment === tokens[index]?.isComment)
  if (!isSame) throw new Error(`the layout changed a token: ${JSON.stringify(laid.slice(0, 500))}`)
}
