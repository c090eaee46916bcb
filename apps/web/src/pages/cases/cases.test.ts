/** Every script of a case names only what the real orders have on its day, and every case says what it must say. */

import { bookOf } from '@remit/language/checked/library.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import { demoPositions } from '@remit/server/demo/positions.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { type LoadedOrders, loadOrders } from '@remit/server/orders/load-orders.ts'
import { ORDERS } from '@remit/server/testing/server.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { plannedTimes, type Run, type Said, type ScriptedCase } from './case.ts'
import { CASE_GROUPS } from './cases.ts'

const cases = CASE_GROUPS.flatMap(({ cases }) => cases)
const scripted = cases.filter((each): each is ScriptedCase => each.kind === 'script')
const runs = scripted.flatMap((each) => each.runs.map((run) => [`${each.id}, ${run.name}`, each, run] as const))

let orders: LoadedOrders
beforeAll(async () => {
  orders = await loadOrders(ORDERS)
})

test('each case of the article is there once, and the one that requires cooperation', () => {
  expect(cases.map(({ id }) => id).sort()).toEqual(
    ['A1', 'A10', 'A11', 'A12', 'A13', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8', 'A9'].sort(),
  )
})

test('each case names an order that is in the library', () => {
  const known = new Set(orders.library.documents.map(({ id }) => id))
  const named = cases.flatMap((each) => [
    ...(each.document === undefined ? [] : [each.document]),
    ...(each.kind === 'script' && each.issued !== undefined ? [each.issued] : []),
  ])
  expect(named.filter((id) => !known.has(id))).toEqual([])
})

test('what is said of a case has neither an exclamation mark nor a word that takes a side', () => {
  const words = cases.flatMap(({ title, shown, says }) => [title, shown, ...says.map((each) => each.words)]).join(' ')
  expect(words).not.toMatch(/!|\b(raid|alien|illegal|suspect|sanctuary|target)/i)
})

describe.each(runs)('the script of %s', (_, { agency, screens }, run) => {
  test('opens with facts that the orders of that day ask for', () => {
    const book = bookAt(agency, run.startsAt)
    for (const [input, value] of Object.entries(run.request.values)) expect(valuesOf(book, input)).toContain(value)
  })

  test('says only facts, events and acts that the orders of that moment have', () => {
    const times = plannedTimes(run)
    for (const [place, { does }] of run.steps.entries())
      for (const said of does) expect(unknownTo(bookAt(agency, times[place] ?? run.startsAt), said)).toBeUndefined()
  })

  test('is spoken by positions that the department has', () => {
    const has = new Set(demoPositions(agency).map(({ id }) => id))
    const { dispatcher, officer, supervisor } = screens
    const named = [dispatcher, officer, supervisor, run.request.as, ...run.request.units, ...speakersOf(run)]
    expect(named.filter((id) => !has.has(id))).toEqual([])
  })
})

function bookAt(agency: string, at: number): Book {
  const { book } = bookOf(orders.library, agency, at, hashOf)
  if (book === undefined) throw new Error(`${agency} has no book at ${new Date(at).toISOString()}`)
  return book
}

/** The values that a fact can have; none if the orders do not ask for it. */
function valuesOf({ inputs }: Book, id: string): readonly unknown[] {
  const input = inputs.find((input) => input.id === id)
  switch (input?.kind) {
    case 'yes-no':
      return [true, false, 'unknown']
    case 'one-of':
      return [...input.values.map(({ id }) => id), 'unknown']
    case 'number':
    case 'clock':
    case undefined:
      return []
  }
}

/** What the book does not have of it. */
function unknownTo(book: Book, said: Said): string | undefined {
  switch (said.kind) {
    case 'observe':
      return valuesOf(book, said.input).includes(said.value) ? undefined : `${said.input} is ${said.value}`
    case 'happen':
      return book.events.some(({ id }) => id === said.event) ? undefined : said.event
    case 'do':
      return book.acts.some(({ id }) => id === said.act) ? undefined : said.act
    case 'accept-page':
    case 'report-danger':
    case 'accept-danger':
    case 'end-danger':
    case 'close':
      return undefined
  }
}

function speakersOf({ steps, before }: Run): readonly string[] {
  return [...steps.flatMap(({ does }) => does.map(({ as }) => as)), ...(before ?? []).map(({ as }) => as)]
}
