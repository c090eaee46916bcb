import type { KnownCode } from '../../text/codes.ts'
import type { Finding } from '../../text/finding.ts'
import { type Source, spanAt } from '../../text/source.ts'
import type { Span } from '../../text/span.ts'
import type { Amount as AmountNode, Duration as DurationNode, Text as TextNode } from '../generated/ast.ts'
import { NUMBER_MAX } from '../limits.ts'
import type { Duration, Word } from '../tree.ts'

/** What turning nodes into a tree needs: the file, the place of the nodes in it, and where findings go. */
export type Reader = {
  readonly source: Source
  /** Offset in the file at which the nodes' own offsets begin. */
  readonly base: number
  readonly report: (finding: Finding) => void
}

/** A node of the grammar as far as places are concerned. */
export type PlacedNode = { readonly $cstNode?: { readonly offset: number; readonly length: number } }
/** A node that holds one token. */
type TokenNode = PlacedNode & { readonly text: string }

/** The place of a node in its file. */
export function spanOf(reader: Reader, node: PlacedNode): Span {
  return spanAt(reader.source, reader.base + (node.$cstNode?.offset ?? 0), node.$cstNode?.length ?? 0)
}

/** The place from the start of one to the end of another, if there is another, that does not begin before it. */
export function spanFrom(first: Span, last: Span | undefined): Span {
  return last === undefined ? first : { ...first, length: last.offset + last.length - first.offset }
}

export function word(reader: Reader, node: TokenNode): Word {
  return { text: node.text, span: spanOf(reader, node) }
}

export function words(reader: Reader, nodes: readonly TokenNode[]): Word[] {
  return nodes.map((node) => word(reader, node))
}

/** A quoted text without its marks, on one line: how a text is broken into lines means nothing. */
export function quoted(reader: Reader, node: TokenNode): Word {
  const text = node.text.slice(1, -1).replace(/\s+/g, ' ').trim()
  return { text, span: spanOf(reader, node) }
}

/** The amount, at most {@link NUMBER_MAX}: a larger one is reported and cut. */
export function amount(reader: Reader, node: AmountNode): number {
  const value = Number(node.text)
  if (value <= NUMBER_MAX) return value
  reader.report(
    found(reader, node, {
      code: 'E033',
      message: `\`${node.text}\` is too large a number`,
      label: `at most ${NUMBER_MAX.toLocaleString('en-US')} here`,
    }),
  )
  return NUMBER_MAX
}

export function duration(reader: Reader, node: DurationNode): Duration {
  return { count: amount(reader, node.count), unit: word(reader, node.unit), span: spanOf(reader, node) }
}

/** A finding with one label, at a node. */
export function found(
  reader: Reader,
  node: PlacedNode,
  { code, message, label, fix }: { code: KnownCode; message: string; label: string; fix?: string },
): Finding {
  const finding = { code, message, labels: [{ span: spanOf(reader, node), text: label }] as const }
  return fix === undefined ? finding : { ...finding, fix }
}

/** The one clause of its kind; a second one is reported, and the first is taken. */
export function only<T extends PlacedNode>(reader: Reader, clauses: readonly T[], name: string): T | undefined {
  const [first, ...more] = clauses
  for (const again of more) {
    reader.report(
      found(reader, again, {
        code: 'E029',
        message: `\`${name}\` is given twice in one declaration`,
        label: 'given again here',
        fix: 'keep one of them',
      }),
    )
  }
  return first
}

/** The quoted text of a declaration, where it has one. */
export function textOf(reader: Reader, node: { readonly text?: TextNode }): { readonly text?: Word } {
  return node.text === undefined ? {} : { text: quoted(reader, node.text) }
}

/** The clauses of one type, in order of text. */
export function clausesOf<C extends { readonly $type: string }, T extends C['$type']>(
  clauses: readonly C[],
  type: T,
): Extract<C, { readonly $type: T }>[] {
  // The filter keeps just those whose `$type` is `type`.
  return clauses.filter((clause) => clause.$type === type) as Extract<C, { readonly $type: T }>[]
}
