/** The public page: what a first load brings, how soon the maps are coloured anew after a pick, and what the server draws. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '@remit/server/start.ts'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { build } from 'vite'
import { launchBrowser } from '../tools/browser.ts'
import { median, row } from './measure.ts'

/** The largest book of the library, in both columns: one jurisdiction. */
const ONE = '/answer?a=us~il~chicago~police&b=us~il~chicago~police'
const PICKS = 40
const PAGES = 5
/** A phone of some years ago, by the browser's own measure. */
const SLOWER = 4

const folder = await mkdtemp(join(tmpdir(), 'remit-bench-answer-'))
const pages = join(folder, 'pages')
await build({
  configFile: join(import.meta.dirname, '../apps/web/vite.config.ts'),
  build: { outDir: pages, emptyOutDir: true },
  logLevel: 'error',
})
const server = await startServer({
  host: '127.0.0.1',
  port: 0,
  dataFolder: join(folder, 'data'),
  ordersFolder: join(import.meta.dirname, '../orders'),
  webFolder: pages,
})
const browser = await launchBrowser()
try {
  await measureDrawing()
  await measureLoad(browser)
  await measureRecolouring(browser, 1)
  await measureRecolouring(browser, SLOWER)
} finally {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true, force: true })
}

async function measureDrawing(): Promise<void> {
  const ask = async (path: string, headers = {}) => {
    const start = performance.now()
    const response = await fetch(server.url + path, { headers: { 'accept-encoding': 'br', ...headers } })
    await response.arrayBuffer()
    return { ms: performance.now() - start, tag: response.headers.get('etag') ?? '' }
  }
  const first = await ask('/answer')
  row('server: the first page drawn after its start, 17 books compiled', ms(first.ms), '')
  const others = await each(
    ['cbp', 'ice-hsi', 'dhs-contractor', 'other-federal'],
    async (who) => (await ask(`/answer?who=${who}`)).ms,
  )
  row('server: another situation drawn', ms(median(others)), '')
  const kept = await each(Array.from({ length: 9 }), async () => (await ask('/answer')).ms)
  row('server: a page that was drawn before', ms(median(kept)), '')
  const held = await each(
    Array.from({ length: 9 }),
    async () => (await ask('/answer', { 'if-none-match': first.tag })).ms,
  )
  row('server: a page that the browser still holds', ms(median(held)), '')
}

/** Bytes as they were sent, without the heads of answers, by kind: what has to be there for the two columns, and what the maps bring after it. */
async function measureLoad(browser: Browser): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  const received = await sizesIn(session)
  await page.goto(server.url + ONE)
  await readAll(page)
  const sumOf = (isMeant: (path: string) => boolean) =>
    [...received].reduce((sum, [path, bytes]) => sum + (isMeant(path) ? bytes : 0), 0)
  const isBook = (path: string) => path.includes('/bundle?')
  const isState = (path: string) => isBook(path) && path.includes('~local/')
  const kinds: readonly (readonly [what: string, isMeant: (path: string) => boolean])[] = [
    ['the page itself, with its answer', (path) => path.startsWith('/answer')],
    ['scripts', (path) => /\.js(?:\?|$)/.test(path)],
    ['styles', (path) => path.endsWith('.css')],
    ['list of places', (path) => path === '/api/places'],
    ['the book of one jurisdiction', (path) => isBook(path) && !isState(path)],
  ]
  for (const [what, isMeant] of kinds) row(`first load: ${what}`, kb(sumOf(isMeant)), '')
  const isScriptOrData = (path: string) =>
    !isState(path) && !path.startsWith('/answer') && !/\.(?:css|woff2|svg)$/.test(path)
  row('first load: script and data for one jurisdiction', kb(sumOf(isScriptOrData)), '< 200 KB')
  row('after it: the books of the states, for the maps', kb(sumOf(isState)), '')
  row('fonts', kb(sumOf((path) => path.endsWith('.woff2'))), '')
  await context.close()
}

/** Milliseconds from a pick to the frame after the one in which the maps have their new fills. */
async function measureRecolouring(browser: Browser, slower: number): Promise<void> {
  const times: number[] = []
  const firsts: number[] = []
  for (let run = 0; run < PAGES; run++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    await page.goto(`${server.url}/answer`)
    await readAll(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower })
    const [first = Number.NaN, ...others] = await page.evaluate(pickAll, PICKS / PAGES)
    firsts.push(first)
    times.push(...others)
    await context.close()
  }
  const on = slower === 1 ? '' : `, a processor ${slower} times slower`
  row(`maps coloured anew after a pick${on}: median`, ms(median(times)), '< 100 ms')
  row(`the same, slowest of ${times.length}`, ms(Math.max(...times)), '< 100 ms')
  row('the same, the first pick in a page', ms(median(firsts)), '< 100 ms')
}

/** In the page: picks what is asked for in turn, and waits each time until the maps differ and are painted. */
async function pickAll(count: number): Promise<number[]> {
  const select = document.querySelector<HTMLSelectElement>('select[name=what]')
  if (select === null) throw new Error('the page has no pick list')
  const shown = () => [...document.querySelectorAll('figure')].map((figure) => figure.textContent).join()
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const times: number[] = []
  for (let pick = 1; pick <= count; pick++) {
    const before = shown()
    const start = performance.now()
    select.selectedIndex = pick % select.options.length
    select.dispatchEvent(new Event('change', { bubbles: true }))
    for (let waited = 0; shown() === before; waited++) {
      if (waited > 600) throw new Error('the maps were not coloured anew')
      await frame()
    }
    await frame()
    times.push(performance.now() - start)
  }
  return times
}

async function readAll(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => document.querySelectorAll('figure').length === 2)
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}

async function sizesIn(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  await session.send('Network.enable')
  const paths = new Map<string, string>()
  const heads = new Map<string, number>()
  const sizes = new Map<string, number>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const { pathname, search } = new URL(request.url)
    paths.set(requestId, pathname + search)
  })
  // What has come when an answer begins is its head.
  session.on('Network.responseReceived', ({ requestId, response }) => heads.set(requestId, response.encodedDataLength))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const path = paths.get(requestId) ?? ''
    sizes.set(path, (sizes.get(path) ?? 0) + encodedDataLength - (heads.get(requestId) ?? 0))
  })
  return sizes
}

async function each<In, Out>(values: readonly In[], work: (value: In) => Promise<Out>): Promise<readonly Out[]> {
  const results: Out[] = []
  for (const value of values) results.push(await work(value))
  return results
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}
