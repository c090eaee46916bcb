import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, test } from 'vitest'
import { sourceOf } from '../text/source.ts'
import { findFences, segments } from './blocks.ts'

describe('segments', () => {
  test('are prose and code in order, without front matter and without fences', () => {
    const text = '---\ntitle: a\n---\n\n# Title\n\nProse.\n\n```remit\nrole a1\n```\n\n~~~~remit\n~~~\n~~~~\nEnd.\n'
    expect(segments(text).map((segment) => (segment.kind === 'prose' ? segment.markdown : segment))).toEqual([
      '\n# Title\n\nProse.\n\n',
      { kind: 'remit', code: 'role a1\n', span: expect.objectContaining({ line: 10, column: 1 }) },
      { kind: 'remit', code: '~~~\n', span: expect.objectContaining({ line: 14, length: 4 }) },
      'End.\n',
    ])
  })

  test('hold each character of a text that has no fences', () => {
    expect(segments('Prose\nalone.').map((segment) => segment.kind === 'prose' && segment.markdown)).toEqual([
      'Prose\nalone.',
    ])
    expect(segments('')).toEqual([])
  })

  test('read a block that is not closed to the end of the text', () => {
    expect(segments('```remit\nrole a1\n')).toMatchObject([{ kind: 'remit', code: 'role a1\n' }])
  })
})

test('fences are where a Markdown parser that reads everything finds them', () => {
  const line = fc.constantFrom(
    ...[
      '```remit',
      '```',
      '````',
      '~~~remit',
      '~~~',
      '``` js',
      '    ```',
      ' ```remit',
      '```remit\r',
      '```\r',
      '~~~ remit &amp;',
      '~~~remit\u00a0x',
      '``` re`mit',
      'Words `and` *more*.',
      'Words.',
      '',
      '',
      '',
    ],
    ...[
      '# Heading',
      '---',
      '===',
      '-',
      '--',
      ' =',
      '***',
      '<!--',
      '-->',
      '<div>',
      '</div>',
      '<pre>',
      '</pre>',
      '<b>x</b>',
      '<b>',
      '<?',
      '?>',
      '<!X',
      '<li a="b">',
      '[a]: b',
      '    code',
      '\ttab',
    ],
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = `x\n${lines.join('\n')}\n`
      const whole = fromMarkdown(text, { extensions: [{ disable: { null: ['list', 'blockQuote'] } }] }).children
      const expected = whole.flatMap((node) =>
        node.type === 'code' && node.lang === 'remit' ? [[node.position?.start.line, node.position?.end.line]] : [],
      )
      expect(findFences(sourceOf('', text)).remit.map(({ open, close }) => [open, close])).toEqual(expected)
    }),
    { numRuns: 2000 },
  )
})
