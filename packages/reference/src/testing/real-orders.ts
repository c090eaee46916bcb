/** The real orders of this repository, as tests read them. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import type { Library } from '@remit/language/checked/library.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { parseAgency, parseDocument } from '@remit/language/parsed/from-text.ts'

const ORDERS = new URL('../../../../orders/', import.meta.url)

/** Every document and agency below `orders/` that can be read. */
export function readLibrary(): Library {
  const paths = readdirSync(ORDERS, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.md'))
  const texts = paths
    .toSorted()
    .map((path) => ({ id: path.slice(0, -'.md'.length), text: readFileSync(new URL(path, ORDERS), 'utf8') }))
  const isAgency = ({ id }: { readonly id: string }) => id.endsWith('/agency')
  return {
    documents: texts
      .filter((each) => !isAgency(each))
      .flatMap(({ id, text }) => parseDocument(id, text).document ?? []),
    agencies: texts
      .filter(isAgency)
      .flatMap(({ id, text }) => parseAgency(id.slice(0, -'/agency'.length), text).agency ?? []),
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Days of which the orders of most agencies differ: the memo of 2019, and before and after the changes of 2025 and 2026. */
const DAYS = ['2019-09-28', '2025-09-01', '2026-06-01']

/** The books of each agency at noon (UTC) of a few days; of days of which there is one. */
export function booksOf(library: Library): ReadonlyMap<string, readonly Book[]> {
  const bookOn = (agency: string, day: string) =>
    bookOf(library, agency, Date.parse(`${day}T12:00Z`), hashOf).book ?? []
  return new Map(library.agencies.map(({ id }) => [id, DAYS.flatMap((day) => bookOn(id, day))]))
}
