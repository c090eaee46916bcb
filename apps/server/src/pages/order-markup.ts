/**
 * The orders as pages that are read without a script: what stands until the page's own script shows the same with all
 * that it can do. In English, as the orders are.
 */
import type { VersionLine } from '@remit/contract/changes-view.ts'
import type { DocumentSummary } from '@remit/contract/library-view.ts'
import { segments } from '@remit/language/parsed/blocks.ts'
import type { ParsedDocument } from '@remit/language/parsed/tree.ts'
import { html, type Markup } from './markup.ts'
import { proseMarkup } from './prose-markup.ts'

/** The address of an order's page. */
export function orderPath(id: string): string {
  return `/orders/${id.replaceAll('/', '~')}`
}

const KNOWN: Readonly<Record<string, string>> = {
  primary: 'The text itself was read.',
  secondary: 'Known from accounts of others; the text itself was not read.',
  recalled: 'Recalled, not yet read.',
  assumed: 'Assumed, or a demo department’s own.',
}

type Read = {
  readonly document: ParsedDocument
  readonly summary: DocumentSummary
  readonly versions: readonly VersionLine[]
}

/** One order: who issued it, when it is in force, how it is known, its versions, its text with the blocks that read it. */
export function orderMarkup({ document, summary, versions }: Read): Markup {
  const { title, force, issuer, cite, source, verified } = summary
  return html`<main class="read"><h1>${title}</h1>
<p><a href="/orders">All orders</a></p>
<dl><dt>${force.charAt(0).toUpperCase()}${force.slice(1)}</dt><dd>${issuer}</dd>
<dt>In force</dt><dd>${daysOf(summary)}</dd>
${cite === undefined ? [] : html`<dt>Cite</dt><dd>${cite}</dd>`}
<dt>How well known</dt><dd>${KNOWN[verified] ?? verified}</dd>
<dt>Source</dt><dd>${sourceMarkup(source)}</dd></dl>
<p><b>The signed text governs.</b> The blocks beside it are a reading of it.</p>
${versions.length < 2 ? [] : versionsMarkup(versions, document.id)}
${segments(document.text).map((segment) =>
  segment.kind === 'prose' ? proseMarkup(segment.markdown) : html`<pre>${segment.code}</pre>`,
)}</main>`
}

/** An address is called by its site alone: what follows in it is its editors' words, not ours. */
function sourceMarkup(source: string): readonly (string | Markup)[] {
  return source.split(/(https?:\/\/[^\s;,)]+)/).map((part) => {
    const site = /^https?:\/\/(?:www\.)?([^/?#]+)/.exec(part)?.[1]
    return site === undefined ? part : html`<a href="${part}">${site}</a>`
  })
}

function versionsMarkup(versions: readonly VersionLine[], own: string): Markup {
  const items = versions.map((version) => {
    const words = `${version.short}, ${daysOf(version)}`
    return version.id === own
      ? html`<li><b>${words}</b></li>`
      : html`<li><a href="${orderPath(version.id)}">${words}</a></li>`
  })
  return html`<h2>Versions</h2><ul>${items}</ul>`
}

/** All orders by place, the widest first. */
export function ordersMarkup(documents: readonly DocumentSummary[]): Markup {
  const byPlace = Map.groupBy(documents, ({ id }) => id.slice(0, id.lastIndexOf('/')))
  const places = [...byPlace].map(
    ([place, own]) =>
      html`<h2>${place.replaceAll('/', ' / ')}</h2><ul>${own.map(
        (document) =>
          html`<li><a href="${orderPath(document.id)}">${document.title}</a>, ${document.force}, ${daysOf(document)}</li>`,
      )}</ul>`,
  )
  return html`<main class="read"><h1>Orders</h1>${places}</main>`
}

function daysOf({ from, through }: { readonly from: string; readonly through?: string }): string {
  return through === undefined ? `since ${from}` : `${from} to ${through}`
}
