/** Lays out the tokens of a block in lines. The layout that was there counts for comments and empty lines alone. */
import { declarationLines } from './declaration-lines.ts'
import type { Token } from './tokens.ts'

/** Declarations of these kinds may stand close together also where they have several lines. */
const CLOSE_KINDS: ReadonlySet<string | undefined> = new Set(['act', 'define', 'group', 'never'])

type Declared = { readonly kind: 'declaration'; readonly declares: string; readonly lines: readonly string[] }
/** A comment line; an attached one belongs to the declaration before it. */
type Remark = { readonly kind: 'remark'; readonly text: string; readonly isAttached: boolean }
/** What stands at the margin; `isApart` is whether an empty line was before it. */
type Item = (Declared | Remark) & { readonly isApart: boolean }

/** The lines of a block, without line ends. `margin` is how far the block itself is indented. */
export function layOut(tokens: readonly Token[], margin: number): readonly string[] {
  const items = itemsOf(tokens, margin)
  const gaps = gapsOf(items)
  return items.flatMap((item, index) => {
    const lines = item.kind === 'remark' ? [item.text] : item.lines
    return index > 0 && (item.isApart || gaps.has(index)) ? ['', ...lines] : lines
  })
}

/** Cuts the tokens into declarations and the comments between them. */
function itemsOf(tokens: readonly Token[], margin: number): Item[] {
  const starts = [...tokens.keys()].filter((index) => tokens[index]?.declares !== undefined)
  const items: Item[] = remarks(tokens.slice(0, starts[0]), NOTHING_BEFORE)
  for (const [number, start] of starts.entries()) {
    const end = starts[number + 1] ?? tokens.length
    const own = ownTokens(tokens.slice(start, end))
    const first = tokens[start]
    if (first?.declares === undefined) continue
    const lines = declarationLines(own)
    items.push({ kind: 'declaration', declares: first.declares, lines, isApart: first.isAfterEmptyLine })
    items.push(...remarks(tokens.slice(start + own.length, end), margin))
  }
  return items
}

/** Without the comment lines after its last word, which stand between declarations. */
function ownTokens(tokens: readonly Token[]): readonly Token[] {
  const last = tokens.findLastIndex((token) => !token.isComment || !token.isFirstInLine)
  return tokens.slice(0, last + 1)
}

/** For comments before the first declaration. */
const NOTHING_BEFORE = -1

/** Comments that follow a declaration at once and are indented stay with it; all others stand at the margin. */
function remarks(tokens: readonly Token[], margin: number): Item[] {
  let isAttached = margin !== NOTHING_BEFORE
  return tokens.map((token) => {
    isAttached &&= !token.isAfterEmptyLine && token.column > margin
    const text = isAttached ? `  ${token.text}` : token.text
    return { kind: 'remark', text, isAttached, isApart: token.isAfterEmptyLine }
  })
}

/**
 * The items that get an empty line before them which they did not have. Between declarations there is one, unless they
 * are of one kind, small, and stood close together; comments that stood close to both go with the one after.
 */
function gapsOf(items: readonly Item[]): ReadonlySet<number> {
  const gaps = new Set<number>()
  let before: Item | undefined
  let first = 0
  for (const [index, item] of items.entries()) {
    if (item.kind === 'remark' && item.isAttached) first = index + 1
    if (item.kind === 'remark') continue
    const gap = items.slice(first, index + 1)
    if (before !== undefined && gap.every((each) => !each.isApart) && !mayBeClose(before, item)) gaps.add(first)
    before = item
    first = index + 1
  }
  return gaps
}

function mayBeClose(one: Item, other: Item): boolean {
  if (one.kind !== 'declaration' || other.kind !== 'declaration' || one.declares !== other.declares) return false
  return CLOSE_KINDS.has(one.declares) || (one.lines.length === 1 && other.lines.length === 1)
}
