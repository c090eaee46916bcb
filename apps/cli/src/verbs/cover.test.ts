/** `cover` and `drills`, on the orders of an invented town. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TOWN, townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const SECOND = {
  block: `
norm quiet-notice
  when scene is quiet
  supervisor must pause
  supervisor need not assist

exception when-asked to quiet-notice
  when requester is sheriff
  supervisor may assist`,
}

const second = () => townOrders({ 'us/il/town/second.md': SECOND })

type Json = {
  readonly all: { readonly norms: { readonly covered: number; readonly of: number } }
  readonly missing: readonly { readonly measure: string; readonly document: string; readonly words: string }[]
  readonly scenarios?: readonly { readonly block?: string; readonly shows: readonly string[] }[]
}

async function covered(...args: readonly string[]): Promise<Json> {
  const { code, json, aside } = await run('cover', ...args, '--json')
  expect({ code, aside }).toEqual({ code: 0, aside: '' })
  expectSchema('cover', json)
  // Its schema has just been checked.
  return json as Json
}

describe('cover', () => {
  test('counts by document what scenarios exercise, and says with its place what they do not', async () => {
    const { code, out } = await run('cover', '--orders', await second())
    expect(code).toBe(0)
    expect(out.split('\n').map((line) => line.replace(/ {2,}/g, '  '))).toEqual([
      'document  norms  exceptions  conditions',
      'us/il/town/order  1 of 1 (100 %)  -  0 of 1 (0 %)',
      'us/il/town/second  0 of 1 (0 %)  0 of 1 (0 %)  0 of 2 (0 %)',
      'all  1 of 2 (50 %)  0 of 1 (0 %)  0 of 3 (0 %)',
      '',
      'no scenario shows',
      '  us/il/town/second.md:16: quiet-notice decides: supervisor must pause',
      '  us/il/town/second.md:17: quiet-notice decides: supervisor need not assist',
      '  us/il/town/second.md:19: when-asked lifts quiet-notice',
      '  us/il/town/second.md:19: when-asked does not lift quiet-notice',
      '  us/il/town/second.md:21: when-asked decides: supervisor may assist',
      '',
      '5 more about conditions: --json lists them',
      '--missing writes scenarios that show them, to be reviewed',
    ])
  })

  test('writes scenarios that pass, and that leave nothing missing when they are pasted', async () => {
    const orders = await second()
    for (const flags of [['--missing'], ['--missing', '--fewest']]) {
      const { scenarios = [] } = await covered('--orders', orders, ...flags)
      const blocks = scenarios.map(({ block }) => block ?? '')
      expect(blocks.every((block) => /^```remit\n-- REVIEW: /.test(block))).toBe(true)
      const pasted = await second()
      const file = join(pasted, 'us/il/town/second.md')
      await writeFile(file, `${await readFile(file, 'utf8')}\n${blocks.join('\n')}`)
      expect((await run('test', '--orders', pasted)).out).toBe(`${scenarios.length + 1} passed, 0 failed`)
      expect((await run('fmt', 'us/il/town/second.md', '--check', '--orders', pasted, '--json')).json).toMatchObject({
        leftAlone: [],
      })
      expect((await covered('--orders', pasted)).missing).toEqual([])
    }
  })

  test('fails where what is required is missing, and only then', async () => {
    const orders = await second()
    const required = await run('cover', '--require', 'norms,exceptions', '--orders', orders)
    expect(required.code).toBe(1)
    expect(required.out).toContain('us/il/town/second.md:16: quiet-notice decides: supervisor must pause')
    expect((await run('cover', 'us/il/town/order.md', '--require', 'norms', '--orders', orders)).code).toBe(0)
    expect((await run('cover', '--require', 'norms', '--at', '2019-06-01', '--orders', orders)).code).toBe(0)
  })

  test('is told what is wrong with how it is called', async () => {
    const orders = await townOrders()
    const wrong = async (...args: readonly string[]) => {
      const { code, aside } = await run('cover', ...args, '--orders', orders)
      expect(code).toBe(2)
      return aside
    }
    expect(await wrong('--require', 'norm')).toContain('there is no measure `norm`; `norms` is near')
    expect(await wrong('--at', 'today')).toContain('there is no day or time `today`')
  })

  test('counts nothing while a document cannot be read', async () => {
    const orders = await townOrders({ 'us/broken.md': { block: 'norm' } })
    const { code, out, aside } = await run('cover', '--orders', orders)
    expect({ code, out }).toEqual({ code: 66, out: '' })
    expect(aside).toContain('cannot be read whole: us/broken.md:')
  })
})

describe('drills', () => {
  const at = [TOWN, '--at', '2020-05-01', '--role', 'officer']

  test('gives two situations, what the orders say in each, and the norm that decides', async () => {
    const { code, out } = await run('drills', ...at, '--orders', await townOrders())
    expect(code).toBe(0)
    expect(out.split('\n').slice(2)).toEqual([
      '1. officer: Help with the operation (assist; binding or not)',
      '   nothing has been reported',
      '     if requester is ice      MUST NOT   Do not help with the operation.',
      '                                         order: wait (Town Code 1)',
      '     if requester is sheriff  SILENT     These orders say nothing about this: help with the operation.',
      '   the same fact decides pause',
    ])
  })

  test('is the same for a program, and of as many as are asked for', async () => {
    const orders = await second()
    const { json } = await run('drills', TOWN, '--at', '2020-05-01', '--most', '1', '--orders', orders, '--json')
    expectSchema('drills', json)
    expect(json).toMatchObject({
      book: { agency: TOWN },
      drills: [{ role: 'officer', fact: 'requester' }, { role: 'supervisor' }],
    })
    expect((await run('drills', ...at, '--most', 'few', '--orders', orders)).code).toBe(2)
  })

  test('counts the past situations of a table that lie on either side, and none while a cell cannot be read', async () => {
    const orders = await townOrders()
    const past = async (rows: string) => {
      const file = join(orders, 'past.csv')
      await writeFile(file, rows)
      return ['--orders', orders, '--past', file]
    }
    const rows = await past('requester\nice\nice\nsheriff\nunknown\n')
    expect((await run('drills', ...at, ...rows)).out).toContain('one of the two was met in 3 past situations')
    const { json } = await run('drills', ...at, ...rows, '--json')
    expectSchema('drills', json)
    expect(json).toMatchObject({ drills: [{ fact: 'requester', past: 3 }] })
    const wrong = await past('requester\nnobody-known\n')
    expect(await run('drills', ...at, ...wrong)).toMatchObject({
      code: 1,
      out: expect.stringContaining('row 2, column 1 (requester): `nobody-known` is none of its values'),
    })
    expectSchema('drills', (await run('drills', ...at, ...wrong, '--json')).json)
  })
})
