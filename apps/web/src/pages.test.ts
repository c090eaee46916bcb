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

describe('what must an officer do', () => {
  test('is answered without a script as with it, also another question', async () => {
    const path = '/answer?lang=es&on=2021-08-02'
    const context = await browser.newContext({ javaScriptEnabled: false })
    const drawn = await context.newPage()
    await drawn.goto(server.url + path)
    expect(await drawn.title()).toBe('¿Qué debe hacer un agente?: Remit')
    expect(await drawn.getAttribute('html', 'lang')).toBe('es')
    expect(await cells(drawn, 'Agente')).toEqual([expect.stringContaining('NO DEBE'), expect.stringContaining('PUEDE')])
    const { page } = await openWhole(path)
    expect(await page.locator('section').allTextContents()).toEqual(await drawn.locator('section').allTextContents())
    await page.context().close()
    await drawn.getByLabel('Para qué').selectOption('un arresto penal')
    await drawn.getByRole('button', { name: 'Mostrar la respuesta' }).click()
    expect(new URL(drawn.url()).searchParams.get('what')).toBe('criminal-arrest')
    expect(await drawn.getByLabel('Para qué').inputValue()).toBe('criminal-arrest')
    await context.close()
  })

  test('is not sent again to who has it, and another question is', async () => {
    const first = await fetch(`${server.url}/answer`)
    const tag = first.headers.get('etag') ?? ''
    expect([first.headers.get('cache-control'), tag]).toEqual(['public, no-cache', expect.stringMatching(/^"\S{43}"$/)])
    const ifNot = { headers: { 'if-none-match': tag } }
    const again = await fetch(`${server.url}/answer?nothing=here`, ifNot)
    expect([again.status, await again.text()]).toEqual([304, ''])
    const other = await fetch(`${server.url}/answer?what=information`, ifNot)
    expect([other.status, other.headers.get('etag') === tag]).toEqual([200, false])
  })

  test('moves by keys between changes, copies a link that carries everything, and says once it is old', async () => {
    const { page } = await openWhole('/answer?on=2021-02-23&show=table', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    expect(await faults(page)).toEqual([])
    const slider = page.getByRole('slider', { name: 'Days on which something changed' })
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^23 Feb 2021 /)
    await slider.press('ArrowRight')
    await page.waitForURL(/on=2021-08-02/)
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^2 Aug 2021 TRUST Act/)
    await slider.press('ArrowLeft')
    await page.waitForURL(/on=2021-02-23/)
    await slider.press('End')
    await page.waitForURL((url) => !url.searchParams.has('on'))
    await page.getByRole('button', { name: 'Copy the link' }).click()
    await page.getByText('The link is copied.').waitFor()
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()))
    expect([...link.searchParams.keys()].toSorted()).toEqual(['a', 'b', 'lang', 'on', 'paper', 'show', 'what', 'who'])
    expect(link.searchParams.get('on')).toMatch(/^\d{4}-\d\d-\d\d$/)
    await page.context().setOffline(true)
    await page.clock.runFor('06:00')
    await page.getByText(/^As of \d\d:\d\d\. The library is not reached/).waitFor()
    await page.context().close()
  })

  test('says that a book could not be loaded, there and on the maps, and can try again', async () => {
    const { page } = await open('/verify', 'Verify', 'day', {})
    await page.route('**/api/places/us~tx~houston~police/bundle*', (route) => route.abort())
    await page.route('**/api/places/us~ia~local/bundle*', (route) => route.fulfill({ body: 'no bundle' }))
    await page.getByRole('link', { name: 'What must an officer do?' }).click()
    await page.getByText('The orders of this place could not be loaded.').waitFor()
    expect(await cells(page, 'Officer')).toEqual([
      expect.stringContaining('MUST NOT'),
      'Houston Police DepartmentNot loaded',
    ])
    await page.getByText('Not loaded 1').first().waitFor()
    expect(await page.getByRole('img', { name: /^An officer/ }).getAttribute('aria-label')).toContain('IA Not loaded')
    await page.unroute('**/api/places/us~tx~houston~police/bundle*')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByText('help with the immigration arrest').nth(1).waitFor()
    await page.context().close()
  })

  /** With a clock that the test moves, and once its script has taken the place of what the server drew. */
  async function openWhole(path: string, options: BrowserContextOptions = {}) {
    const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
    const page = await context.newPage()
    await page.clock.install()
    await page.goto(server.url + path)
    await page.waitForLoadState('networkidle')
    return { page }
  }

  /** The texts of both places' cells in the row of a role. */
  function cells(page: Page, row: string): Promise<readonly string[]> {
    const heading = page.getByRole('heading', { level: 3, name: row })
    return page.locator('section').filter({ has: heading }).locator(':scope > div').allTextContents()
  }
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
