/** The kit is what the cases say, and can be passed from what stands in it alone. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import type { Book, Situation } from '@remit/language/checked/tree.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import { determinePartial } from '@remit/reference/complete.ts'
import { Compile } from 'typebox/schema'
import { describe, expect, test } from 'vitest'
import { hashOf } from '../apps/server/src/orders/books.ts'
import { answerTo } from './kit.ts'
import type { Documents, KitAnswer, KitCase, KitQuestion } from './kit-format.ts'

const folder = join(import.meta.dirname, 'kit')
const read = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'))
const files = (await readdir(folder)).filter((file) => file !== 'schema.json' && file !== 'base.json').sort()
const base: Documents = (await read('base.json')).documents
const cases: readonly KitCase[] = (await Promise.all(files.map(read))).flatMap((file) => file.cases)

function libraryOf(documents: Documents): Library {
  const all = Object.entries(documents).map(([path, text]) => ({ id: path.replace(/\.md$/, ''), text }))
  const isAgency = ({ id }: { readonly id: string }) => id.endsWith('/agency')
  return {
    documents: all.filter((one) => !isAgency(one)).flatMap(({ id, text }) => parseDocument(id, text).document ?? []),
    agencies: all
      .filter(isAgency)
      .flatMap(({ id, text }) => parseAgency(id.replace(/\/agency$/, ''), text).agency ?? []),
  }
}

function asked(one: KitCase, { agency, at, situation }: KitQuestion): { book: Book; situation: Situation } {
  const { book } = bookOf(libraryOf({ ...base, ...one.documents }), agency, Date.parse(at), hashOf)
  if (book === undefined) throw new Error(`${one.name}: there is no book of ${agency} at ${at}`)
  return { book, situation: new Map(Object.entries(situation)) }
}

/** What of an answer the reference interpreter tells in the same form. */
function resultsIn(answer: KitAnswer) {
  if ('impossible' in answer) return 'impossible'
  return Object.fromEntries(answer.pairs.map(({ role, act, result }) => [`${role} ${act}`, [result].flat().toSorted()]))
}

describe.each(cases)('$name', (one) => {
  test('is passed by the engine', () => {
    for (const question of one.questions) {
      const { book, situation } = asked(one, question)
      const compilation = compile(book)
      if (compilation.kind !== 'compiled') throw new Error(`${one.name}: too large`)
      expect([question.from, answerTo(compilation.compiled, situation)]).toEqual([question.from, question.answer])
    }
  })

  test('is passed by the reference interpreter', () => {
    for (const question of one.questions) {
      const { book, situation } = asked(one, question)
      const determination = determinePartial(book, situation)
      const found =
        determination.kind === 'impossible'
          ? 'impossible'
          : Object.fromEntries(
              [...determination.pairs]
                .filter(([, { settled }]) => settled !== 'SILENT')
                .map(([pair, { possible }]) => [pair, possible]),
            )
      expect([question.from, found]).toEqual([question.from, resultsIn(question.answer)])
    }
  })
})

test('every file has the form that its schema says', async () => {
  const schema = Compile(await read('schema.json'))
  for (const file of ['base.json', ...files]) {
    const [isOfSchema, errors] = schema.Errors(await read(file))
    expect([file, isOfSchema, isOfSchema ? [] : errors]).toEqual([file, true, []])
  }
})

test('the kit is smaller than a million bytes', async () => {
  const texts = await Promise.all(['base.json', ...files].map((file) => readFile(join(folder, file), 'utf8')))
  expect(texts.join('').length).toBeLessThan(1_000_000)
})
