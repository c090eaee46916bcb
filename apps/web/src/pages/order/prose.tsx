/** Markdown as React elements, and nothing else: raw HTML in it is shown as the text that it is. */
import type { RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import type { ReactNode } from 'react'
import { textOf } from './plain-text.ts'

/** The prose of a document. Its headings start one level below the page's own. */
export function Prose({ markdown }: { readonly markdown: string }) {
  return <>{elements(fromMarkdown(markdown).children)}</>
}

function elements(nodes: readonly RootContent[]): readonly ReactNode[] {
  // The text is not edited while it is shown, so that a node's place in it is its key.
  return nodes.map((node) => <Node key={node.position?.start.offset ?? 0} node={node} />)
}

function Node({ node }: { readonly node: RootContent }): ReactNode {
  switch (node.type) {
    case 'text':
      return node.value
    case 'paragraph':
      return <p>{elements(node.children)}</p>
    case 'heading':
      return node.depth <= 2 ? <h2>{elements(node.children)}</h2> : <h3>{elements(node.children)}</h3>
    case 'emphasis':
      return <i>{elements(node.children)}</i>
    case 'strong':
      return <b>{elements(node.children)}</b>
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return <pre>{node.value}</pre>
    case 'link':
      return isWebAddress(node.url) ? <a href={node.url}>{elements(node.children)}</a> : elements(node.children)
    case 'list':
      return node.ordered ? <ol>{elements(node.children)}</ol> : <ul>{elements(node.children)}</ul>
    case 'listItem':
      return <li>{elements(node.children)}</li>
    case 'blockquote':
      return <blockquote>{elements(node.children)}</blockquote>
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'html':
      return node.value
    default:
      return textOf(node)
  }
}

/** Only addresses of the web lead out of a document; `javascript:` and the like stay words. */
function isWebAddress(url: string): boolean {
  return /^https?:\/\//i.test(url)
}
