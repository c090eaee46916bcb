/** The public pages in a real browser, with the real server behind them: no fault that axe can find, and what they promise. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@remit/server/start.ts'
import { ORDERS } from '@remit/server/testing/server.ts'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../tools/browser.ts'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let folder: string
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-pages-'))
  const pages = join(folder, 'pages')
  await build({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    build: { outDir: pages, emptyOutDir: true },
    logLevel: 'error',
  })
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    dataFolder: join(folder, 'data'),
    ordersFolder: ORDERS,
    webFolder: pages,
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

const MEMO = 'us~il~chicago~police~2019-09-dhs-memo'

const PAGES: readonly (readonly [path: string, shows: string])[] = [
  ['/', 'Wait for your supervisor.'],
  ['/?case=A5', 'proved'],
  ['/?case=A8', 'Nobody is held'],
  [`/verify?text=${MEMO}`, 'The same words as published'],
  ['/answer', 'The same request, by state law alone'],
  ['/answer?lang=es&who=nobody-known', 'no nombra nada'],
  ['/registry', 'Said to require cooperation'],
  ['/orders', 'Texas / Houston / Police'],
  [`/orders/${MEMO}`, 'The signed text governs.'],
  ['/orders/us~tx~houston~34-41-2026-04-22?lang=es', 'Qué cambió'],
  ['/start', 'Visor card'],
  ['/asking/us~il~chicago~police~demo', 'Who you are'],
  ['/drill/us~va~fairfax-county~police~demo', 'One fact differs'],
  ['/reviews/us~va~fairfax-county~police~demo', 'Nothing differs from the orders.'],
]

describe('a public page has no accessibility fault, and', () => {
  for (const theme of ['day', 'night'] as const)
    test.each(PAGES)(`by ${theme}: %s`, async (path, shows) => {
      const { page, complaints } = await open(path, shows, theme, { viewport: { width: 1440, height: 900 } })
      expect(await faults(page)).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    })

  test.each(PAGES)('flows into 320 px: %s', async (path, shows) => {
    const { page } = await open(path, shows, 'day', { viewport: { width: 320, height: 640 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    await page.context().close()
  })
})

describe('an order', () => {
  test('is read without a script: its text, its days, and the way to its other versions', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(`${server.url}/orders/us~il~chicago~welcoming-city-2021`)
    expect(await page.title()).toBe('Welcoming City Ordinance: Remit')
    const read = page.getByRole('main')
    expect(await read.getByText('since 2021-02-23', { exact: true }).count()).toBe(1)
    expect(await read.getByText('No one working for the city takes part').count()).toBe(1)
    await read.getByRole('link', { name: 'Welcoming City, 2012-09-12 to 2021-02-22' }).click()
    expect(await page.title()).toBe('Welcoming City Ordinance, with four exceptions: Remit')
    await context.close()
  })

  test('says what it changed, in the answers and in its words', async () => {
    const { page } = await open('/orders/us~il~chicago~welcoming-city-2021', 'felony charge is pending', 'day', {})
    const changes = page.getByRole('region', { name: 'What changed' })
    const first = changes.getByRole('listitem').filter({ hasText: 'felony charge is pending' }).first()
    expect(await first.textContent()).toMatch(/MAY.*MUST NOT/s)
    await changes.getByText('The words that changed in the text').click()
    await changes.locator('del').first().waitFor()
    await page.context().close()
  })
})

describe('the cases', () => {
  test('take a danger pressed on the officer’s phone to every screen, and the desk accepts it', async () => {
    const { page } = await open('/?case=A1', 'Wait for your supervisor.', 'day', {})
    const screen = (whose: string) => page.getByRole('region', { name: `${whose}’s screen` })
    await screen('Officer').getByRole('button', { name: 'Someone is in danger' }).click()
    await screen('Officer').getByText('Protect life now.').waitFor()
    await screen('Supervisor').getByText('Protect life now.').waitFor()
    await screen('Dispatcher').getByRole('button', { name: 'I have it' }).click()
    await screen('Officer').getByText('Dispatcher, zone 7 has it').waitFor()
    await page.context().close()
  })

  test('look back without undoing, and go on', async () => {
    const { page } = await open('/?case=A2', 'Wait for your supervisor.', 'day', {})
    const next = page.getByRole('button', { name: 'Next step' })
    await next.click()
    await page.getByText('Step 2 of 6').waitFor()
    await page.getByRole('button', { name: 'Back' }).click()
    await page.getByText('Looking back').waitFor()
    await next.click()
    await page.getByText('Step 2 of 6').waitFor()
    expect(await page.getByText('Looking back').count()).toBe(0)
    await page.context().close()
  })

  test('measure the time from the press to the desk', async () => {
    const { page } = await open('/?case=A5', 'proved', 'day', {})
    await page.getByRole('button', { name: 'Report danger and measure' }).click()
    await page.getByText(/^\d+ ms$/).waitFor()
    await page.context().close()
  })
})

describe('verify', () => {
  test('says which words differ, and that a text that is not published here proves nothing', async () => {
    const { page } = await open(`/verify?text=${MEMO}`, 'The same words as published', 'day', {})
    await page.getByRole('button', { name: 'Some words changed' }).click()
    await page.getByRole('heading', { name: 'These words differ' }).waitFor()
    expect(await page.locator('del').allTextContents()).toContainEqual(expect.stringContaining('wait for a'))
    await page.getByRole('button', { name: 'Words of another text' }).click()
    await page.getByRole('heading', { name: 'Not published here, which proves nothing' }).waitFor()
    await page.context().close()
  })

  test('verifies an exported incident against the published key, and refuses one that was edited', async () => {
    const agency = 'us~il~chicago~police~demo'
    const opened = await fetch(`${server.url}/api/agencies/${agency}/incidents`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        as: 'dispatcher-7',
        channel: 'radio',
        requesterIs: 'asserted',
        beat: '0733',
        values: { requester: 'ice-ero' },
        units: [],
      }),
    })
    const { incident } = await opened.json()
    const bundle = await (await fetch(`${server.url}/api/agencies/${agency}/incidents/${incident}/export`)).text()
    const { page } = await open('/verify', 'Nothing to compare yet.', 'day', {})
    const give = (text: string) =>
      page.getByLabel('Choose a file').setInputFiles({
        name: 'incident.remit.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      })
    await give(bundle)
    await page.getByRole('heading', { name: 'The file is as it was recorded' }).waitFor()
    await give(bundle.replace('"0733"', '"0734"'))
    await page.getByRole('heading', { name: 'The file could not be verified' }).waitFor()
    await page.context().close()
  })
})

/** Opens a page and waits for what it shows; collects what the browser complains about. */
async function open(path: string, shows: string, theme: 'day' | 'night', options: BrowserContextOptions) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript((chosen) => localStorage.setItem('remit.theme', chosen), theme)
  await page.goto(server.url + path)
  await page.getByText(shows).first().waitFor()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return { page, complaints }
}

/** What axe finds, one line a fault: rule, then where. Playwright adds the script by the debugger, past the CSP. */
async function faults(page: Page): Promise<readonly string[]> {
  const source = await readFile(axeFile, 'utf8')
  const results = await page.evaluate(`${source}; axe.run(document)`)
  // `axe.run` resolves to AxeResults, which `evaluate` of a text cannot know.
  const { violations } = results as AxeResults
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`))
}
