import { expect, test } from 'vitest'
import { html } from './markup.ts'
import { proseMarkup } from './prose-markup.ts'
import { shellWith } from './shell.ts'

test('a text is never markup, in an attribute neither', () => {
  const text = `<b title="x">&'`
  expect(html`<p title="${text}">${text}</p>`.html).toBe(
    '<p title="&lt;b title=&quot;x&quot;&gt;&amp;&#39;">&lt;b title=&quot;x&quot;&gt;&amp;&#39;</p>',
  )
})

test('raw HTML in the prose of an order stays the text that it is, and only addresses of the web lead out', () => {
  const prose = proseMarkup(
    '# Title\n\nA <img src=x> and *so* [on](javascript:alert(1)), [here](https://example.org/a).',
  )
  expect(prose.html).toBe(
    '<h2>Title</h2><p>A &lt;img src=x&gt; and <i>so</i> on, <a href="https://example.org/a">here</a>.</p>',
  )
})

test('a page that lost the place of its text is a bug that is told', () => {
  const shown = { title: 'Order', main: html`<main></main>`, asks: [] }
  const page = '<title>Remit</title><div id="root"></div>'
  expect(shellWith(page, shown)).toContain('<title>Order: Remit</title>')
  expect(() => shellWith('<title>Remit</title>', shown)).toThrow('bug: the built page has no <div id="root"></div>')
})
