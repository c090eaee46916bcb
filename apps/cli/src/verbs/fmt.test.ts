import { chmod, lstat, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const LOOSE = { block: 'norm   n\n\n officer   must pause -- why' }
const TIDY = 'norm n\n  officer must pause  -- why'

async function read(...path: readonly string[]): Promise<string> {
  return readFile(join(...path), 'utf8')
}

describe('fmt', () => {
  test('lays out the documents asked for, says which changed, and then has nothing more to do', async () => {
    const orders = await townOrders({ 'us/il/town/a.md': LOOSE, 'us/il/b.md': LOOSE })
    const first = await run('fmt', 'us/il/town/a', '--orders', orders)
    expect(first).toMatchObject({ code: 0, out: 'changed  us/il/town/a.md\n1 document: 1 changed' })
    expect(await read(orders, 'us/il/town/a.md')).toContain(TIDY)
    expect(await read(orders, 'us/il/b.md')).toContain(LOOSE.block)
    expect(await run('fmt', 'us/il/town/a', '--orders', orders)).toMatchObject({
      code: 0,
      out: '1 document: 0 changed',
    })
    expect(await readdir(join(orders, 'us/il/town'))).toEqual(['a.md', 'order.md', 'police'])
  })

  test('with --check writes nothing, lists what would change, and exits 1', async () => {
    const orders = await townOrders({ 'us/il/town/a.md': LOOSE })
    const { code, json } = await run('fmt', '--check', '--orders', orders, '--json')
    expectSchema('fmt', json)
    expect({ code, json }).toMatchObject({
      code: 1,
      json: { changed: ['us/il/town/a.md', 'us/il/town/order.md', 'us/words.md'], leftAlone: [] },
    })
    expect(await read(orders, 'us/il/town/a.md')).toContain(LOOSE.block)
    expect((await run('fmt', 'us/il/town/police', '--check', '--orders', orders)).code).toBe(0)
  })

  test('leaves a block alone that cannot be read, lays out the others, and exits 1', async () => {
    const broken = { block: `norm must   x\n\`\`\`\n\n\`\`\`remit\n${LOOSE.block}` }
    const orders = await townOrders({ 'us/il/town/a.md': broken })
    const { code, out } = await run('fmt', 'us/il/town/a', '--orders', orders)
    expect({ code, out }).toEqual({
      code: 1,
      out: 'changed  us/il/town/a.md\nleft as it is  us/il/town/a.md:12: this block cannot be read; `remit check` says why\n1 document: 1 changed',
    })
    expect(await read(orders, 'us/il/town/a.md')).toContain(`norm must   x\n\`\`\`\n\n\`\`\`remit\n${TIDY}`)
  })

  test('keeps the mode of a file, and writes through a link', async () => {
    const orders = await townOrders({ 'us/il/town/a.md': LOOSE, 'kept/b.txt': LOOSE })
    await chmod(join(orders, 'us/il/town/a.md'), 0o640)
    await symlink(join(orders, 'kept/b.txt'), join(orders, 'us/b.md'))
    expect((await run('fmt', '--orders', orders)).code).toBe(0)
    expect((await stat(join(orders, 'us/il/town/a.md'))).mode & 0o777).toBe(0o640)
    expect((await lstat(join(orders, 'us/b.md'))).isSymbolicLink()).toBe(true)
    expect(await read(orders, 'kept/b.txt')).toContain(TIDY)
  })

  test('refuses a file that is no text, and says so', async () => {
    const orders = await townOrders()
    const file = join(orders, 'us/il/town/a.md')
    await writeFile(file, Uint8Array.of(0xff, 0x00))
    const { code, out } = await run('fmt', 'us/il/town/a', '--orders', orders)
    expect({ code, out }).toMatchObject({ code: 1, out: expect.stringContaining('left as it is  us/il/town/a.md:1: ') })
    expect(await readFile(file)).toEqual(Buffer.of(0xff, 0x00))
  })

  test('finds nothing to change in the orders that come with the program', async () => {
    expect(await run('fmt', '--check')).toMatchObject({ code: 0 })
  })
})
