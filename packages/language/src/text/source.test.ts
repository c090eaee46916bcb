import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blankOutside, lineText, sourceOf, spanAt, textOf } from './source.ts'

test('a place is counted in lines and columns from 1', () => {
  const source = sourceOf('a.md', 'one\r\ntwo\n\nlast')
  expect(spanAt(source, 0, 3)).toEqual({ file: 'a.md', line: 1, column: 1, offset: 0, length: 3 })
  expect(spanAt(source, 6, 2)).toEqual({ file: 'a.md', line: 2, column: 2, offset: 6, length: 2 })
  expect(spanAt(source, 99, 5)).toEqual({ file: 'a.md', line: 4, column: 5, offset: 14, length: 0 })
  expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual(['one', 'two', '', 'last', ''])
  expect(textOf(source, spanAt(source, 5, 3))).toBe('two')
})

test('every offset lies in the line that its place names', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '§')), fc.nat(40), (parts, offset) => {
      const source = sourceOf('', parts.join(''))
      const span = spanAt(source, offset, 1)
      expect((source.lineStarts[span.line - 1] ?? -1) + span.column - 1).toBe(span.offset)
      expect(source.text.slice(0, span.offset).split('\n').length).toBe(span.line)
    }),
  )
})

test('what lies outside is blank, and lines and offsets stay', () => {
  expect(blankOutside('ab\ncd\r\nef', 3, 5)).toBe('  \ncd\r\n  ')
})
