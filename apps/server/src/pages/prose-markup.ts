/** The prose of an order as markup. Raw HTML in it stays the text that it is, and only addresses of the web lead out. */
import type { RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { html, Markup } from './markup.ts'

/** Headings start one level below the page's own. */
export function proseMarkup(markdown: string): Markup {
  return allOf(fromMarkdown(markdown).children)
}

function allOf(nodes: readonly RootContent[]): Markup {
  return html`${nodes.map(markupOf)}`
}

function markupOf(node: RootContent): Markup {
  switch (node.type) {
    case 'paragraph':
      return html`<p>${allOf(node.children)}</p>`
    case 'heading':
      return node.depth <= 2 ? html`<h2>${allOf(node.children)}</h2>` : html`<h3>${allOf(node.children)}</h3>`
    case 'emphasis':
      return html`<i>${allOf(node.children)}</i>`
    case 'strong':
      return html`<b>${allOf(node.children)}</b>`
    case 'inlineCode':
      return html`<code>${node.value}</code>`
    case 'code':
      return html`<pre>${node.value}</pre>`
    case 'link':
      return /^https?:\/\//i.test(node.url)
        ? html`<a href="${node.url}">${allOf(node.children)}</a>`
        : allOf(node.children)
    case 'list':
      return node.ordered ? html`<ol>${allOf(node.children)}</ol>` : html`<ul>${allOf(node.children)}</ul>`
    case 'listItem':
      return html`<li>${allOf(node.children)}</li>`
    case 'blockquote':
      return html`<blockquote>${allOf(node.children)}</blockquote>`
    case 'break':
      return new Markup('<br>')
    case 'thematicBreak':
      return new Markup('<hr>')
    default:
      if ('value' in node) return html`${node.value}`
      return 'children' in node ? allOf(node.children) : html``
  }
}
