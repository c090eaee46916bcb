import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { FORCE_WORDS } from '@remit/language/checked/forces.ts'
import { describe, expect, test } from 'vitest'
import { TOWN, townOrders } from '../testing/orders.ts'
import { run, runAnswered } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const PLACE = `${TOWN}/2026-new`
const NEEDED = {
  title: 'Requests: what to do',
  short: 'New order',
  issuer: "The town's chief",
  force: 'memo',
  from: '2026-05-01',
  source: 'written for a test',
  verified: 'primary',
} as const

function options(answers: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(answers).flatMap(([name, value]) => [`--${name}`, value])
}

async function codesOf(orders: string): Promise<readonly string[]> {
  const { json } = await run('check', PLACE, '--orders', orders, '--json')
  expectSchema('check', json)
  return (json as { findings: { code: string }[] }).findings.map(({ code }) => code)
}

describe('new order', () => {
  test.each(FORCE_WORDS)('of force %s passes the check', async (force) => {
    const orders = await townOrders()
    const { code, aside, out } = await run('new', 'order', PLACE, ...options({ ...NEEDED, force }), '--orders', orders)
    expect({ code, aside, out }).toEqual({ code: 0, aside: '', out: `wrote ${join(orders, `${PLACE}.md`)}` })
    expect(await codesOf(orders)).toEqual([])
  })

  test('writes its first norm beside the front matter, laid out', async () => {
    const orders = await townOrders()
    const norm = { norm: 'calm', says: 'officer must pause', cite: 'Town Code 2' }
    const { code, json } = await run(
      'new',
      'order',
      PLACE,
      ...options({ ...NEEDED, ...norm }),
      '--orders',
      orders,
      '--json',
    )
    expectSchema('new', json)
    expect({ code, json }).toEqual({ code: 0, json: { file: `${PLACE}.md`, path: join(orders, `${PLACE}.md`) } })
    expect(await readFile(join(orders, `${PLACE}.md`), 'utf8')).toBe(`---
title: "Requests: what to do"
short: New order
issuer: The town's chief
force: memo
in-force: from 2026-05-01
cite: Town Code 2
source: written for a test
verified: primary
---

# Requests: what to do

Write here what the order says, in the order's own words, and put below each paragraph the block that says the same.

\`\`\`remit
norm calm
  officer must pause
  cite "Town Code 2"
\`\`\`
`)
    expect(await codesOf(orders)).toEqual([])
    expect((await run('fmt', PLACE, '--check', '--orders', orders)).code).toBe(0)
  })

  test('asks a person for all that is missing, and for a norm only where one can stand', async () => {
    const orders = await townOrders()
    const { title, short, issuer, from, source, verified } = NEEDED
    const answers = [
      PLACE,
      title,
      short,
      issuer,
      'memo',
      from,
      '',
      source,
      verified,
      'Town Code 2',
      'calm',
      'officer must pause',
    ]
    expect(await runAnswered(answers, 'new', 'order', '--orders', orders)).toMatchObject({ code: 0 })
    expect(await codesOf(orders)).toEqual([])
    const note = [title, 'Doubts', issuer, from, '', source, verified, '']
    const place = `${TOWN}/note`
    expect(await runAnswered(note, 'new', 'order', place, '--force', 'counsel note', '--orders', orders)).toMatchObject(
      {
        code: 0,
      },
    )
  })

  test('never writes over a document', async () => {
    const orders = await townOrders()
    const before = await readFile(join(orders, 'us/il/town/order.md'), 'utf8')
    expect(await run('new', 'order', 'us/il/town/order', ...options(NEEDED), '--orders', orders)).toMatchObject({
      code: 66,
      aside: 'remit: `us/il/town/order.md` is there already, and stays as it is',
    })
    expect(await readFile(join(orders, 'us/il/town/order.md'), 'utf8')).toBe(before)
  })

  test('writes nothing that does not pass the check, and says why', async () => {
    const orders = await townOrders()
    for (const [change, code] of [
      [{ norm: 'calm', says: 'oficer must pause' }, 'E101'],
      [{ norm: 'norm', says: 'officer must pause' }, 'E024'],
      [{ short: 'words' }, 'E211'],
    ] as const) {
      const place = 'short' in change ? 'us/2026-new' : PLACE
      const { code: exit, out } = await run(
        'new',
        'order',
        place,
        ...options({ ...NEEDED, ...change }),
        '--orders',
        orders,
      )
      expect({ exit, out }).toEqual({ exit: 1, out: expect.stringContaining(code) })
      expect(out.split('\n').at(-1)).toBe('nothing was written')
    }
    await expect(readFile(join(orders, `${PLACE}.md`))).rejects.toThrow()
  })

  test('takes texts with every sort of character', async () => {
    const orders = await townOrders()
    const title = 'Ünïcode "quoted" # and: more \\ 🚓'
    const norm = { norm: 'calm', says: 'officer must pause', cite: 'Code "2"' }
    const { code } = await run('new', 'order', PLACE, ...options({ ...NEEDED, ...norm, title }), '--orders', orders)
    expect(code).toBe(0)
    expect(await codesOf(orders)).toEqual([])
    expect(await readFile(join(orders, `${PLACE}.md`), 'utf8')).toContain(JSON.stringify(title))
  })
})
