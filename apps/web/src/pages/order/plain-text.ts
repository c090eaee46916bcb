import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** The words of a Markdown text without its marks, one line a block. */
export function plainText(markdown: string): string {
  return fromMarkdown(markdown).children.map(textOf).join('\n')
}

/** The words of one part of it. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if ('children' in node) {
    const between = node.type === 'list' || node.type === 'blockquote' ? '\n' : ''
    return node.children.map(textOf).join(between)
  }
  return ''
}
