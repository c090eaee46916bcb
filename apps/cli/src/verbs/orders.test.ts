/** `check` and `test` on the orders that come with the program and on a town's. */
import { symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { townOrders } from '../testing/orders.ts'
import { run, runOnTerminal } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

describe('check', () => {
  test('finds no error in the orders that come with the program', async () => {
    const { code, json } = await run('check', '--json')
    expectSchema('check', json)
    expect({ code, json }).toMatchObject({ code: 0, json: { errors: 0 } })
  }, 60_000)

  test('shows each finding at its place, and counts', async () => {
    const orders = await townOrders({
      'us/il/town/x.md': { block: 'norm n\n  when requester is ic\n  officer must pause' },
    })
    const { code, out } = await run('check', 'us/il/town', '--orders', orders)
    expect(code).toBe(1)
    expect(out).toContain('us/il/town/x.md:14:21: E105 `ic` is no value of `requester`\n')
    expect(out).toContain('14 |   when requester is ic\n   |                     ^^ ')
    expect(out.split('\n').at(-1)).toMatch(/^3 documents, 2 books: 1 error, \d warnings?$/)
  })

  test('is in colour on a terminal alone', async () => {
    const orders = await townOrders({ 'us/il/town/x.md': { block: 'norm n\n  oficer must pause' } })
    expect((await runOnTerminal('check', '--orders', orders)).out).toContain('\u001b[1;31mE101\u001b[0m')
    expect((await run('check', '--orders', orders)).out).not.toContain('\u001b')
  })

  test('tells of the documents asked for alone, as files or folders, with or without `.md`', async () => {
    const block = 'norm n\n  oficer must pause'
    const orders = await townOrders({ 'us/il/town/x.md': { block }, 'us/il/village/x.md': { block } })
    const documentsOf = async (...paths: readonly string[]) => {
      const { json } = await run('check', ...paths, '--orders', orders, '--json')
      expectSchema('check', json)
      return json
    }
    expect(await documentsOf('us/il/town/x')).toMatchObject({ documents: 1, errors: 1 })
    expect(await documentsOf('us/il/town/x.md', 'us/words.md')).toMatchObject({ documents: 2, errors: 1 })
    expect(await documentsOf('us/il/town/order')).toMatchObject({ documents: 1, errors: 0 })
    expect(await documentsOf(join(orders, 'us', 'il', 'town'))).toMatchObject({ documents: 3, errors: 1 })
  })

  test('reads a linked document, and names a link that leads nowhere', async () => {
    const orders = await townOrders({ 'kept/elsewhere.txt': 'no front matter' })
    await symlink(join(orders, 'kept', 'elsewhere.txt'), join(orders, 'us', 'linked.md'))
    expect((await run('check', '--orders', orders)).out).toContain('us/linked.md:1:1: E010')
    await symlink(join(orders, 'nowhere'), join(orders, 'us', 'broken.md'))
    expect(await run('check', '--orders', orders)).toMatchObject({
      code: 66,
      aside: `remit: ${join(orders, 'us', 'broken.md')} cannot be read: it is not there`,
    })
  })
})

describe('test', () => {
  test('passes the scenarios that come with the orders', async () => {
    const { code, json } = await run('test', '--json')
    expectSchema('test', json)
    expect({ code, json }).toMatchObject({ code: 0, json: { failed: 0, findings: [] } })
  }, 60_000)

  test('shows what was found where a scenario fails, and exits 1', async () => {
    const block =
      'scenario "wrong"\n  on 2020-05-01\n  in us/il/town/police\n  given requester is ice\n  expect officer must assist'
    const orders = await townOrders({ 'us/il/town/x.md': { block } })
    const { code, out } = await run('test', '--orders', orders)
    expect(code).toBe(1)
    expect(out).toBe('failed  wrong\n  us/il/town/x.md:17: found officer assist is MUST NOT\n\n1 passed, 1 failed')
    const { json } = await run('test', '--orders', orders, '--json')
    expectSchema('test', json)
    expect(json).toMatchObject({
      passed: 1,
      failed: 1,
      scenarios: [
        { name: 'ICE asks', agency: 'us/il/town/police', on: '2020-05-01T17:00:00.000Z', passed: true, failures: [] },
        { name: 'wrong', passed: false, failures: [{ line: 17, found: 'officer assist is MUST NOT' }] },
      ],
    })
    expect(await run('test', 'us/il/town/order', '--orders', orders)).toMatchObject({
      code: 0,
      out: '1 passed, 0 failed',
    })
  })

  test('fails a scenario that cannot be read, or whose book has an error, rather than leave it out', async () => {
    const misspelt =
      'scenario "misspelt"\n  on 2020-05-01 in us/il/town/police\n  given requester is ic\n  expect officer must pause'
    const misread = 'scenario "misread"\n  expect expect'
    const failedOf = async (files: Readonly<Record<string, { readonly block: string }>>) => {
      const { code, json } = await run('test', '--orders', await townOrders(files), '--json')
      expectSchema('test', json)
      expect(code).toBe(1)
      return json
    }
    expect(await failedOf({ 'us/x.md': { block: misspelt } })).toMatchObject({ passed: 1, failed: 1 })
    expect(await failedOf({ 'us/x.md': { block: misread } })).toMatchObject({ passed: 1, failed: 1 })
    expect(await failedOf({ 'us/il/town/x.md': { block: 'norm n\n  oficer must pause' } })).toMatchObject({
      passed: 0,
      failed: 1,
      scenarios: [{ name: 'ICE asks', passed: false }],
    })
  })

  test('has nothing to fail where a document has no scenario', async () => {
    const orders = await townOrders()
    expect(await run('test', 'us/words', '--orders', orders)).toMatchObject({ code: 0, out: '0 passed, 0 failed' })
  })
})

describe('the schemas that help prints', () => {
  test.each(['check', 'test', 'decide', 'ask', 'explain', 'serve', 'verify'] as const)(
    'of %s are JSON Schema',
    async (verb) => {
      const { code, json } = await run('help', verb, '--json')
      expect({ code, json }).toMatchObject({
        code: 0,
        json: { $schema: 'https://json-schema.org/draft/2020-12/schema' },
      })
    },
  )
})
