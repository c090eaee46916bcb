/** `verify` on a decision log as a server writes it, and on copies that were changed. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DecisionLine } from '@remit/contract/decide.ts'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import type { Situation } from '@remit/language/checked/tree.ts'
import { decisionOf, idOf } from '@remit/server/decisions/decision.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { expect, test } from 'vitest'
import { TOWN, townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const AT = Date.UTC(2020, 4, 1, 17)

async function loggedIn(orders: string, ...situations: readonly Situation[]): Promise<readonly DecisionLine[]> {
  const { library } = await loadOrders(orders)
  const { book } = bookOf(library, TOWN, AT, hashOf)
  const compilation = book && compile(book)
  if (compilation?.kind !== 'compiled') throw new Error('the town has a book')
  const asked = { ahead: [], at: AT, role: 'officer', acts: undefined, by: undefined }
  return situations.map((situation) => decisionOf(compilation.compiled, { ...asked, situation }, AT).line)
}

async function verified(orders: string, lines: readonly unknown[]) {
  const file = join(orders, 'decisions.jsonl')
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  const { code, json } = await run('verify', file, '--orders', orders, '--json')
  expectSchema('verify', json)
  return { code, json, text: await run('verify', file, '--orders', orders) }
}

/** A line that says something else, with the id that it then has. */
function forged({ id: _, ...line }: DecisionLine, other: Partial<DecisionLine>): DecisionLine {
  const rest = { ...line, ...other }
  return { ...rest, id: idOf(rest) }
}

test('each line of a decision log is decided again from its book and facts', async () => {
  const orders = await townOrders()
  const lines = await loggedIn(
    orders,
    new Map([['requester', 'ice']]),
    new Map(),
    new Map([['scene is quiet', 'unknown']]),
  )
  const { code, json, text } = await verified(orders, lines)
  expect({ code, json }).toEqual({
    code: 0,
    json: {
      kind: 'decision-log',
      verified: true,
      lines: [1, 2, 3].map((line) => ({ line, outcome: 'follows' })),
    },
  })
  expect(text.out).toContain('3 of 3 decisions follow again from book and facts')
})

test('a line that was changed, or says what the book does not, is named', async () => {
  const orders = await townOrders()
  const [line] = await loggedIn(orders, new Map([['requester', 'ice']]))
  if (line === undefined) throw new Error('one situation leaves one line')
  const { code, json, text } = await verified(orders, [
    line,
    { ...line, by: 'training' },
    forged(line, { results: [{ role: 'officer', act: 'assist', modalities: ['MAY'] }] }),
    forged(line, { situation: { requester: 'somebody' } }),
    forged(line, { book: '0'.repeat(64) }),
    forged(line, { at: 'one evening' }),
    forged(line, { agency: 'us/il/nowhere/police' }),
    { log: 'remit-decision/1' },
  ])
  expect(code).toBe(1)
  expect(json).toMatchObject({
    verified: false,
    lines: [
      'follows',
      'changed',
      'result-differs',
      'facts-not-in-book',
      'book-not-here',
      'not-a-decision',
      'book-not-here',
      'not-a-decision',
    ].map((outcome) => ({ outcome })),
  })
  expect(text.out).toContain('1 of 8 decisions follow again')
  expect(text.out).toContain('line 2: it was changed after it was written')
})

test('a decision log takes no key: it is not signed', async () => {
  const orders = await townOrders()
  const file = join(orders, 'decisions.jsonl')
  await writeFile(file, `${JSON.stringify((await loggedIn(orders, new Map()))[0])}\n`)
  expect(await run('verify', file, '--key', 'x', '--orders', orders)).toMatchObject({ code: 2 })
})
