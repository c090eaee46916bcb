import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { plainText } from './plain-text.ts'
import { Prose } from './prose.tsx'

const shown = (markdown: string) => renderToStaticMarkup(<Prose markdown={markdown} />)

describe('the prose of an order', () => {
  test('has its headings below the page’s own, its emphasis, lists and links', () => {
    expect(shown('# Waiting\n\nOfficers *wait*, see [the code](https://example.org/a).\n\n- one\n- two')).toBe(
      '<h2>Waiting</h2><p>Officers <i>wait</i>, see <a href="https://example.org/a">the code</a>.</p>' +
        '<ul><li><p>one</p></li><li><p>two</p></li></ul>',
    )
  })

  test('shows HTML in it as the text that it is', () => {
    expect(shown('A <script>alert(1)</script> word')).toBe('<p>A &lt;script&gt;alert(1)&lt;/script&gt; word</p>')
    expect(shown('<img src=x onerror=alert(1)>')).not.toContain('<img')
  })

  test('makes no link of an address that is none of the web', () => {
    expect(shown('[press](javascript:alert(1))')).toBe('<p>press</p>')
    expect(shown('[press](data:text/html,x)')).toBe('<p>press</p>')
  })

  test('as plain text has its words and none of its marks', () => {
    expect(plainText('# Waiting\n\nOfficers *wait* for `one`.\n\n- a\n- b')).toBe(
      'Waiting\nOfficers wait for one.\na\nb',
    )
  })
})
