import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseAgency, parseDocument } from '../parsed/from-text.ts'
import { checkLibrary } from './check-library.ts'
import { bookOf, type Library } from './library.ts'
import { bookOn, checkedOn, hashOf, libraryOf } from './testing.ts'

const NORM = { force: 'ordinance', block: 'norm n\n  when call is urgent-call\n  officer must pause' }
const OLD = {
  force: 'vocabulary',
  'in-force': 'from 2000-01-01 through 2020-12-31',
  block: 'fact call is urgent-call\n  ask "Is it?"',
}
const NEW = {
  force: 'vocabulary',
  'in-force': 'from 2021-01-01 through 2021-12-31',
  block: 'fact pulse is high\n  ask "Is it?"\ndefine call is urgent-call when pulse is high',
}

test('a norm means what the words of its day mean, whichever book was asked for before', () => {
  const library = libraryOf({ 'us/il/town/n': NORM, 'us/il/old': OLD, 'us/il/new': NEW })
  const whenOf = (day: string) => bookOn(day, library).norms.find(({ name }) => name === 'n')?.when
  const [old, fresh] = [whenOf('2020-05-01'), whenOf('2021-05-01')]
  expect(old).toEqual({ kind: 'yes', input: 'call is urgent-call' })
  expect(fresh).not.toEqual(old)
  expect([whenOf('2020-05-01'), whenOf('2021-05-01')]).toEqual([old, fresh])
  expect(checkedOn('2022-05-01', library).findings.map(({ code }) => code)).toContain('E104')
})

const ORDERS = join(import.meta.dirname, '../../../../orders')

/** The orders of the library, read anew, so that nothing is remembered of them. */
function orders(): Library {
  const files = readdirSync(ORDERS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!README)\.md$/.test(file),
  )
  const texts = files
    .sort()
    .map((file) => [file.replace(/\.md$/, ''), readFileSync(join(ORDERS, file), 'utf8')] as const)
  return {
    agencies: texts.flatMap(([id, text]) =>
      id.endsWith('/agency') ? (parseAgency(id.slice(0, -7), text).agency ?? []) : [],
    ),
    documents: texts.flatMap(([id, text]) => (id.endsWith('/agency') ? [] : (parseDocument(id, text).document ?? []))),
  }
}

test('every book of the orders is the same whether or not books were linked before it', () => {
  const used = orders()
  const { books } = checkLibrary(used, hashOf)
  expect(books.length).toBeGreaterThan(20)
  for (const { agency, at } of books.filter((_, index) => index % 60 === 0)) {
    expect(bookOf(used, agency, at, hashOf)).toEqual(bookOf(orders(), agency, at, hashOf))
  }
})
