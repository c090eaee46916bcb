/** The gallery in a real browser: every component in every state, in each theme, without a fault that axe can find. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../tools/browser.ts'
import { type StaticServer, serveFolder } from '../tools/static-server.ts'
import { paths } from './paths.ts'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let folder: string
let server: StaticServer
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-gallery-'))
  await build({
    configFile: join(import.meta.dirname, '../vite.config.ts'),
    build: { outDir: folder, emptyOutDir: true },
    logLevel: 'error',
  })
  server = await serveFolder(folder)
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

describe('the gallery', () => {
  for (const theme of ['day', 'night'] as const)
    for (const contrast of ['no-preference', 'more'] as const)
      test(`has no accessibility fault by ${theme}, contrast ${contrast}`, async () => {
        const { page, complaints } = await openGallery(theme, { viewport: { width: 1440, height: 900 }, contrast })
        expect(await faults(page)).toEqual([])
        expect(complaints).toEqual([])
        await page.context().close()
      })

  test('flows into 320 px, and has no fault there', async () => {
    const { page } = await openGallery('night', { viewport: { width: 320, height: 640 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await faults(page)).toEqual([])
    await page.context().close()
  })

  test('has targets of at least 48 px on a phone', async () => {
    const { page } = await openGallery('day', { viewport: { width: 390, height: 844 } })
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('[data-embedded] button, [data-embedded] a')]
        .filter((target) => target.getBoundingClientRect().height < 48)
        .map((target) => target.textContent),
    )
    expect(small).toEqual([])
    await page.context().close()
  })

  test('shows its text in the fonts that the app brings', async () => {
    const { page } = await openGallery('day', {})
    const loaded = await page.evaluate(() => [...document.fonts].filter((font) => font.status === 'loaded').length)
    expect(loaded).toBeGreaterThanOrEqual(4)
    expect(await page.getByRole('heading', { name: 'Gallery' }).boundingBox()).toMatchObject({ height: 38 })
    await page.context().close()
  })
})

/** Opens the page with a chosen theme, and collects what the browser complains about: blocked by the CSP, exceptions. */
async function openGallery(theme: 'day' | 'night', options: BrowserContextOptions) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript((chosen) => localStorage.setItem('remit.theme', chosen), theme)
  await page.goto(server.url + paths.gallery)
  await page.getByRole('heading', { name: 'Gallery' }).waitFor()
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
