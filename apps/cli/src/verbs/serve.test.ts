/** `serve` as its users start it: a launcher and the server that it started. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { townOrders } from '../testing/orders.ts'

const REMIT = join(import.meta.dirname, '..', '..', 'bin', 'remit.mjs')
/** Pages are built at the first start, which takes its time on a machine that does other things too. */
const LONG = 180_000

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'remit-serve-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

type Launched = {
  readonly launcher: ChildProcess
  /** Where it serves; rejects where it ends before. */
  readonly url: Promise<string>
  /** When the launcher, and the server that writes to its output, are both gone: the code and what was said beside. */
  readonly end: Promise<{ readonly code: number | null; readonly aside: string }>
}

type How = { readonly port?: number; readonly folder?: string; readonly orders?: string }

function launch({ port = 0, folder = data, orders }: How = {}): Launched {
  const { DATABASE_URL: _, ...env } = process.env
  const options = [
    '--json',
    '--port',
    String(port),
    '--data',
    folder,
    ...(orders === undefined ? [] : ['--orders', orders]),
  ]
  const launcher = spawn(process.execPath, [REMIT, 'serve', ...options], { stdio: ['ignore', 'pipe', 'pipe'], env })
  onTestFinished(() => void launcher.kill('SIGTERM'))
  const said = { out: '', aside: '' }
  launcher.stderr.on('data', (chunk: Buffer) => {
    said.aside += chunk.toString()
  })
  // `close` waits for the end of both streams, which the server inherited.
  const end = once(launcher, 'close').then(([code]) => ({ code, aside: said.aside }))
  const url = new Promise<string>((resolve, reject) => {
    launcher.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString()
      if (said.out.includes('}')) resolve(JSON.parse(said.out).url)
    })
    launcher.on('close', () => reject(new Error(`it ended: ${said.aside}`)))
  })
  url.catch(() => undefined)
  return { launcher, url, end }
}

const answers = async (url: string) => (await fetch(`${url}/api/agencies`)).status

describe('serve', () => {
  test(
    'ends with the launcher that was killed, starts again on the same data, and stops when asked',
    async () => {
      const first = launch()
      expect(await answers(await first.url)).toBe(200)
      first.launcher.kill('SIGKILL')
      await first.end
      await expect(answers(await first.url)).rejects.toThrow()

      const second = launch()
      expect(await answers(await second.url)).toBe(200)
      const third = await launch().end
      expect(third.code).toBe(69)
      expect(third.aside).toContain(`another Remit works in the data folder ${data}`)
      expect(await answers(await second.url)).toBe(200)
      second.launcher.kill('SIGTERM')
      expect((await second.end).code).toBe(0)
    },
    LONG,
  )

  test('does not start on a port in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0
    const { code, aside } = await launch({ port }).end
    other.close()
    expect({ code, aside }).toEqual({
      code: 69,
      aside: `remit: port ${port} on 127.0.0.1 is in use; stop what uses it, or give another with --port\n`,
    })
  })

  test('does not start on the data of a newer version', async () => {
    const newer = await mkdtemp(join(tmpdir(), 'remit-newer-'))
    onTestFinished(() => rm(newer, { recursive: true, force: true }))
    await writeFile(join(newer, 'version'), '99\n')
    const { code, aside } = await launch({ folder: newer }).end
    expect(code).toBe(69)
    expect(aside).toContain(`the data folder ${newer} was written by a newer version of Remit (layout 99`)
  })

  test('does not start on orders that cannot be read, or that are none', async () => {
    const fresh = join(data, 'none')
    const orders = await townOrders({ 'us/x.md': 'no front matter', 'empty/notes.txt': 'nothing' })
    const start = (orders: string) => launch({ folder: fresh, orders }).end
    const unreadable = await start(orders)
    expect(unreadable.code).toBe(69)
    expect(unreadable.aside).toContain('us/x.md:1:1: E010')
    expect(await start(join(orders, 'empty'))).toMatchObject({ code: 69, aside: expect.stringContaining('agency.md') })
    expect(await start('/no/such/orders')).toMatchObject({
      code: 69,
      aside: expect.stringContaining('/no/such/orders cannot be read'),
    })
  })
})
