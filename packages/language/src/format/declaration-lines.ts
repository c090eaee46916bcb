import { ITEM, NONE, type Start } from './starts.ts'
import type { Token } from './tokens.ts'

/** Lines are broken where they would be wider; a single long text may still be. */
const WIDTH = 110
const CLAUSE: Start = { kind: 'line', indent: 2, inner: 4 }

/** One line that must begin where it does, and its tokens, comments among them. */
type Line = { readonly indent: number; readonly inner: number; readonly tokens: readonly Token[] }

/** A declaration as lines, without line ends, each broken where it is too long. */
export function declarationLines(tokens: readonly Token[]): readonly string[] {
  return linesOf(withClauses(withItems(tokens))).flatMap(brokenLine)
}

/** A comma, semicolon or colon stays at the end of its line: what began with it begins after it. */
function withItems(tokens: readonly Token[]): readonly Token[] {
  const starts = tokens.map(({ start }) => start)
  for (const [index, token] of tokens.entries()) {
    if (!isStop(token) || index === 0) continue
    const next = starts[index + 1]
    const moved: Start | undefined = starts[index]?.kind === 'none' ? undefined : starts[index]
    if (next !== undefined) starts[index + 1] = moved ?? (next.kind === 'none' && token.text === ',' ? ITEM : next)
    starts[index] = NONE
  }
  return tokens.map((token, index) => ({ ...token, start: starts[index] ?? token.start }))
}

/** Clauses of an act share its line while they fit; from the first that does not, each has a line of its own. */
function withClauses(tokens: readonly Token[]): readonly Token[] {
  let width = 0
  let isFull = false
  return tokens.map((token, index) => {
    isFull ||= token.isComment
    if (token.start.kind !== 'clause') {
      width += gapBefore(token).length + token.text.length
      return token
    }
    isFull ||= width + widthUntil(tokens, index, isLineStart) > WIDTH
    width += gapBefore(token).length + token.text.length
    return { ...token, start: isFull ? CLAUSE : NONE }
  })
}

function isLineStart({ start }: Token): boolean {
  return start.kind === 'clause' || start.kind === 'line'
}

function linesOf(tokens: readonly Token[]): readonly Line[] {
  const starts = tokens.flatMap(({ start }, index) => (start.kind === 'line' ? [{ ...start, index }] : []))
  const cuts = starts.map(({ index }) => remarkedFrom(tokens, index))
  return starts.map(({ indent, inner }, number) => {
    return { indent, inner, tokens: tokens.slice(cuts[number], cuts[number + 1]) }
  })
}

/** The first of the comment lines right above a token. */
function remarkedFrom(tokens: readonly Token[], index: number): number {
  let first = index
  while (tokens[first - 1]?.isComment && tokens[first - 1]?.isFirstInLine) first -= 1
  return first
}

/** The line as it is where it fits; else each part on a line of its own, and those filled item by item. */
function brokenLine({ indent, inner, tokens }: Line): readonly string[] {
  const isWhole = indent + widthUntil(tokens, 0, () => false) <= WIDTH
  const lines: string[] = []
  let current = ''
  let margin = indent
  let mustBreak = false
  const flush = () => {
    if (current !== '') lines.push(current)
    current = ''
  }
  for (const [index, token] of tokens.entries()) {
    if (token.isComment && !token.isFirstInLine) current += `  ${token.text}`
    else if (token.isComment) {
      flush()
      lines.push(' '.repeat(margin) + token.text)
    } else {
      const isPart = token.start.kind === 'part' && !isWhole
      const isItem = token.start.kind === 'item' && !isWhole
      if (mustBreak || isPart || (isItem && lastWidth(current) + widthUntil(tokens, index, isPlace) > WIDTH)) flush()
      if (isPart) margin = inner
      current += current === '' ? ' '.repeat(margin) + token.text : gapBefore(token) + token.text
      // What a part lists stands further in than the part.
      margin = isPart || margin > inner ? inner + 2 : inner
    }
    mustBreak = token.isComment
  }
  flush()
  return lines
}

/** Where a line may end before a token. */
function isPlace({ start, isComment }: Token): boolean {
  return start.kind !== 'none' || isComment
}

/**
 * How wide the tokens are from one to before the next that `ends`, the gap before the first included, up to the first
 * line end in a text. Comments count as nothing.
 */
function widthUntil(tokens: readonly Token[], index: number, ends: (token: Token) => boolean): number {
  let width = 0
  for (let place = index; place < tokens.length; place += 1) {
    const token = tokens[place]
    if (token === undefined || (place > index && ends(token))) break
    if (token.isComment) continue
    const lineEnd = token.text.indexOf('\n')
    width += (place === 0 ? 0 : gapBefore(token).length) + (lineEnd === -1 ? token.text.length : lineEnd)
    if (lineEnd !== -1) break
  }
  return width
}

function lastWidth(text: string): number {
  return text.length - (text.lastIndexOf('\n') + 1)
}

function gapBefore(token: Token): string {
  return isStop(token) ? '' : ' '
}

function isStop({ text }: Token): boolean {
  return text === ',' || text === ';' || text === ':'
}
