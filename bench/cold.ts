/**
 * The Chicago book cold, in a process that has done nothing else: parse, check, compile. Then warm: one document edited,
 * parsed again, and the book of that day checked and compiled again.
 */
import { spawnSync } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { median, milliseconds, row } from './measure.ts'

const ORDERS = `${import.meta.dirname}/../orders`
const AGENCY = 'us/il/chicago/police'
const AT = Date.UTC(2019, 8, 29, 2, 50)

/** The documents of the folders from `us` down to the agency's own: what its book is made of. */
async function chicagoTexts(): Promise<readonly (readonly [id: string, text: string])[]> {
  const folders = ['us', 'us/il', 'us/il/chicago', AGENCY]
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(ORDERS, folder)))
        .filter((name) => name.endsWith('.md'))
        .map((name) => join(ORDERS, folder, name)),
    ),
  )
  return Promise.all(
    files
      .flat()
      .map(async (file) => [relative(ORDERS, file).replace(/\.md$/, ''), await readFile(file, 'utf8')] as const),
  )
}

function parseAll(texts: readonly (readonly [string, string])[]) {
  const documents: ParsedDocument[] = []
  const agencies: ParsedAgency[] = []
  for (const [id, text] of texts) {
    if (id.endsWith('/agency')) {
      const { agency } = parseAgency(id.slice(0, -'/agency'.length), text)
      if (agency !== undefined) agencies.push(agency)
    } else {
      const { document } = parseDocument(id, text)
      if (document !== undefined) documents.push(document)
    }
  }
  return { documents, agencies }
}

function compileBook(library: ReturnType<typeof parseAll>): void {
  const { book } = bookOf(library, AGENCY, AT, hashOf)
  if (book === undefined || compile(book).kind !== 'compiled') throw new Error('the Chicago book does not compile')
}

if (process.argv.includes('--once')) {
  const texts = await chicagoTexts()
  const start = performance.now()
  compileBook(parseAll(texts))
  console.log(performance.now() - start)
} else {
  const cold = Array.from({ length: 5 }, () =>
    Number(spawnSync(process.execPath, [import.meta.filename, '--once'], { encoding: 'utf8' }).stdout),
  )
  row('Chicago book, cold: parse, check, compile', `${median(cold).toFixed(0)} ms`, '< 1,000 ms')
  const texts = await chicagoTexts()
  let library = parseAll(texts)
  const [edited, text] = texts.find(([id]) => id.endsWith('2019-09-dhs-memo')) ?? ['', '']
  let edits = 0
  const warm = await milliseconds(
    () => {
      const { document } = parseDocument(edited, `${text}\n<!-- edit ${edits++} -->\n`)
      if (document === undefined) throw new Error('the edited memo does not parse')
      library = { ...library, documents: library.documents.map((each) => (each.id === edited ? document : each)) }
      compileBook(library)
    },
    { runs: 15, warmUp: 5 },
  )
  row('the same, warm, after an edit of the memo', `${median(warm).toFixed(0)} ms`, '< 100 ms')
}
