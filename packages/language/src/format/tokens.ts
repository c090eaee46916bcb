/** The words of a block in order, with where each stood, and where a line may or must begin. */
import type { Declaration } from '../parsed/generated/ast.ts'
import { NONE, type Placed, type Start, startOf } from './starts.ts'

export type Token = {
  readonly text: string
  readonly isComment: boolean
  readonly start: Start
  /** The declaration's keyword, of its first token. */
  readonly declares: string | undefined
  /** Where it stood: whether first in its line, after an empty line, and how far from the margin. */
  readonly isFirstInLine: boolean
  readonly isAfterEmptyLine: boolean
  readonly column: number
}

/** As far as Langium's node of a text is needed here: a token, or a rule with what it holds. */
export type TextNode = {
  readonly text: string
  readonly offset: number
  readonly end: number
  readonly hidden: boolean
  readonly grammarSource?: unknown
  readonly content?: readonly TextNode[]
}

/** Tokens and comments of a block that was read; absent for one of comments alone, which needs no layout. */
export function blockTokens(code: string, declarations: readonly Declaration[]): Token[] | undefined {
  const root: TextNode | undefined = declarations[0]?.$container.$cstNode
  if (root === undefined) return undefined
  const tokens: Token[] = []
  let end = 0
  for (const { node, placed } of leavesOf(root)) {
    const gap = code.slice(end, node.offset)
    const lineStart = code.lastIndexOf('\n', node.offset - 1) + 1
    tokens.push({
      text: node.hidden ? node.text.trimEnd() : node.text,
      isComment: node.hidden,
      start: node.hidden ? NONE : startOf(placed),
      declares: placed.opens.includes('Declaration') ? node.text : undefined,
      isFirstInLine: end === 0 || gap.includes('\n') || gap.includes('\r'),
      isAfterEmptyLine: end > 0 && /\n[^\S\n]*\n|\r[^\S\n]*\r(?!\n)/.test(gap),
      column: node.offset - lineStart,
    })
    end = node.end
  }
  return tokens
}

type Leaf = { readonly node: TextNode; readonly placed: Placed }

/** Every token in order. The tree is no deeper than the grammar, because no rule calls itself. */
function leavesOf(root: TextNode): Leaf[] {
  const leaves: Leaf[] = []
  const walk = (node: TextNode, rules: readonly string[], opens: readonly string[], next: TextNode | undefined) => {
    const { rule, place } = sourceOf(node)
    if (node.content === undefined) {
      const placed = { text: node.text, rules, opens: node.hidden ? [] : opens, joinsTests: isTest(next) }
      leaves.push({ node, placed })
      return
    }
    const inner = rule === undefined ? rules : [...rules, rule]
    const here = [rule, place && `${rules.at(-1)}.${place}`].filter((name) => name !== undefined)
    const first = node.content.findIndex(({ hidden }) => !hidden)
    for (const [index, child] of node.content.entries()) {
      walk(child, inner, index === first ? [...opens, ...here] : [], node.content[index + 1])
    }
  }
  walk(root, [], [], undefined)
  return leaves
}

/** Whether a node of a row of conditions is a further test of the entry before it: `level felony`, `years-ago 3`. */
function isTest(node: TextNode | undefined): boolean {
  const parts = node === undefined ? [] : Array.from(nodesIn(node))
  const rules = parts.map((part) => sourceOf(part).rule)
  const isPlain = rules.includes('PlainCondition') || rules.includes('PlainHappening')
  // `EVENT 3 hours ago` is no test, though it is read like one.
  return isPlain && rules.includes('FieldTest') && !(rules.includes('NumberTest') && parts.at(-1)?.text === 'ago')
}

function* nodesIn(node: TextNode): Generator<TextNode> {
  yield node
  for (const child of node.content ?? []) yield* nodesIn(child)
}

/** The rule that a node was read by, and the property of the rule around it that it became. */
function sourceOf({ grammarSource }: TextNode): {
  readonly rule: string | undefined
  readonly place: string | undefined
} {
  const source: {
    readonly rule?: { readonly $refText: string }
    readonly $container?: { readonly feature?: string }
  } = grammarSource ?? {}
  return { rule: source.rule?.$refText, place: source.$container?.feature }
}
