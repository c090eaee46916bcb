import { createHash } from 'node:crypto'
import { bookOf } from '@remit/language/checked/library.ts'
import { type Book, type Situation, UNKNOWN } from '@remit/language/checked/tree.ts'
import { law } from '@remit/reference/testing/law.ts'
import { readLibrary } from '@remit/reference/testing/real-orders.ts'
import { cases } from '@remit/reference/testing/situations.ts'
import { describe, expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { type Compiled, compile } from '../diagram/from-checked.ts'
import { analyse } from '../questions/analyse.ts'
import { ask } from '../questions/ask.ts'
import { decide } from '../questions/decide.ts'
import { explain } from '../questions/explain.ts'
import { readBundle } from './read-bundle.ts'
import { writeBundle } from './write-bundle.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  assert(compilation.kind === 'compiled', 'the book compiles')
  return compilation.compiled
}

function throughBundle(compiled: Compiled): Compiled {
  const reading = readBundle(writeBundle(compiled, sha256), sha256)
  assert(reading.kind === 'read', reading.kind === 'refused' ? reading.words : '')
  return reading.compiled
}

describe('a book read from its bundle', () => {
  law('answers as the book that was written', 60, cases, ({ book, total, partial }) => {
    const compiled = compiledOf(book)
    const read = throughBundle(compiled)
    for (const situation of [total, partial]) {
      const expected = decide(compiled, situation)
      expect(decide(read, situation)).toEqual(expected)
      expect(ask(read, situation)).toEqual(ask(compiled, situation))
      if (expected.kind === 'impossible') continue
      for (const answer of expected.answers) {
        expect(explain(read, situation, answer)).toEqual(explain(compiled, situation, answer))
      }
    }
  })

  law('is written as the same bytes, whenever it is written', 30, cases, ({ book }) => {
    const bundle = writeBundle(compiledOf(book), sha256)
    expect(Buffer.from(writeBundle(compiledOf(book), sha256)).equals(bundle)).toBe(true)
    expect(Buffer.from(writeBundle(throughBundle(compiledOf(book)), sha256)).equals(bundle)).toBe(true)
  })

  law('is analysed as the book that was written', 20, cases, ({ book }) => {
    const told = (compiled: Compiled) => analyse(compiled).map(({ code, message, kinds }) => [code, message, kinds])
    const compiled = compiledOf(book)
    expect(told(throughBundle(compiled))).toEqual(told(compiled))
  })

  test('says for every real agency what its orders say', { timeout: 120_000 }, () => {
    const library = readLibrary()
    for (const { id } of library.agencies) {
      const { book } = bookOf(library, id, Date.parse('2026-06-01T12:00Z'), hashOf)
      if (book === undefined) continue
      const compiled = compiledOf(book)
      const read = throughBundle(compiled)
      expect(Buffer.from(writeBundle(read, sha256)).equals(writeBundle(compiled, sha256))).toBe(true)
      expect(ask(read, new Map())).toEqual(ask(compiled, new Map()))
      for (const situation of [new Map(), allUnknown(book)]) {
        expect(decide(read, situation)).toEqual(decide(compiled, situation))
      }
    }
  })
})

const allUnknown = ({ inputs }: Book): Situation => new Map(inputs.map(({ id }) => [id, UNKNOWN]))
