import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyDocument } from './any-document.testing.ts'
import { parseDocument } from './from-text.ts'
import { print } from './print.ts'
import { withoutSpans } from './testing.ts'

const ORDERS = join(import.meta.dirname, '../../../../orders')

test('a tree that is printed and parsed is the same tree', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const text = print(document)
      const parsed = parseDocument(document.id, text)
      expect(parsed.findings, text).toEqual([])
      expect(parsed.document && withoutSpans(parsed.document), text).toEqual(withoutSpans(document))
    }),
    { numRuns: 150 },
  )
})

test('every order of the library is read without a finding, and is the same after a print', () => {
  const files = readdirSync(ORDERS, { recursive: true, encoding: 'utf8' })
  const orders = files.filter(
    (file) => file.endsWith('.md') && !file.endsWith('agency.md') && !file.endsWith('README.md'),
  )
  expect(orders.length).toBeGreaterThan(0)
  for (const file of orders) {
    const id = file.replace(/\.md$/, '')
    const { document, findings } = parseDocument(id, readFileSync(join(ORDERS, file), 'utf8'))
    expect(findings, file).toEqual([])
    if (document === undefined) continue
    const again = parseDocument(id, print(document))
    expect(again.findings, file).toEqual([])
    expect(again.document && withoutSpans(again.document), file).toEqual(withoutSpans(document))
  }
})

test('printing what was printed changes nothing', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const text = print(document)
      const parsed = parseDocument(document.id, text).document
      expect(parsed && print(parsed)).toBe(text)
    }),
    { numRuns: 50 },
  )
})
