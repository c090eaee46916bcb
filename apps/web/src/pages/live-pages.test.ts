/** Desk and field in a real browser against the real server: they answer, they agree, and axe finds no fault. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type RunningServer, startServer } from '@remit/server/start.ts'
import type { AxeResults } from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../../../../tools/browser.ts'

const axeFile = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const PHONE = { viewport: { width: 390, height: 844 } }
const DESK = { viewport: { width: 1440, height: 900 } }
const AGENCY = 'us~il~chicago~police~demo'
/** Starting a database and building the pages take longer than a test; a machine under load takes longer for all. */
const START_MS = 120_000
const PATIENCE_MS = 180_000

let folder: string
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-live-'))
  const webFolder = join(folder, 'web')
  await build({
    configFile: join(import.meta.dirname, '../../vite.config.ts'),
    build: { outDir: webFolder, emptyOutDir: true },
    logLevel: 'error',
  })
  server = await startServer({
    host: '127.0.0.1',
    port: 0,
    dataFolder: join(folder, 'data'),
    ordersFolder: join(import.meta.dirname, '../../../../orders'),
    webFolder,
  })
  browser = await launchBrowser()
}, START_MS)

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
}, START_MS)

describe('a request, danger and a direction', () => {
  test(
    'go from the desk to the phones and back',
    async () => {
      const desk = await open(`/desk/${AGENCY}?as=dispatcher-7&clock=2019-09-28T21:50`, DESK)
      const officer = await open(`/field/${AGENCY}?as=officer-0733`, PHONE)
      await officer.getByText('No open incident concerns you.').waitFor()

      await desk.keyboard.press('F2')
      await desk.keyboard.type('IMM 0733 ICE CIV')
      await desk.keyboard.press('Tab')
      expect(await desk.getByLabel('Command line').inputValue()).toBe('IMM 0733 ICE CIVIL ')
      await desk.keyboard.press('Enter')
      await officer.getByRole('heading', { name: 'Wait for your supervisor.' }).waitFor()
      await desk.getByText('“0733, wait for your supervisor. Take no part in the arrest.”').waitFor()
      expect(await faults(desk)).toEqual([])
      expect(await faults(officer)).toEqual([])
      expect(await smallTargets(officer)).toEqual([])

      await officer.getByRole('button', { name: 'Why' }).click()
      await officer.getByText(/^Because .*: wait for your supervisor \(/).waitFor()
      expect(await faults(officer)).toEqual([])
      await officer.getByRole('button', { name: 'What would change this' }).click()
      await officer.getByText('If someone is in danger').first().waitFor()
      expect(await faults(officer)).toEqual([])
      await officer.getByRole('button', { name: 'What would change this' }).click()

      await officer.context().setOffline(true)
      await officer.getByRole('button', { name: 'Someone is in danger' }).click()
      await officer.getByText('Not sent').first().waitFor()
      expect(await officer.getByText('Danger reported by you').count()).toBe(0)
      expect(await faults(officer)).toEqual([])
      await officer.context().setOffline(false)
      await officer.getByText('Nobody has it yet').waitFor()
      await officer.getByText('Danger reported by you').waitFor()

      await desk.getByRole('alert').getByText('Someone is in danger').waitFor()
      expect(await faults(desk)).toEqual([])
      await desk.keyboard.press('F8')
      await officer.getByText('Dispatcher, zone 7 has it').waitFor()
      expect(await faults(officer)).toEqual([])
      await officer.getByRole('button', { name: 'I am no longer in danger' }).click()
      await officer.getByRole('button', { name: 'Yes, end my report' }).click()
      await officer.getByRole('heading', { name: 'Wait for your supervisor.' }).waitFor()

      const sergeant = await open(`/field/${AGENCY}?as=sergeant-730`, PHONE)
      await sergeant.getByRole('button', { name: 'Accept the page' }).click()
      await sergeant.getByText('Sergeant 730 accepted').waitFor()
      await sergeant.getByRole('button', { name: 'I’m on scene' }).click()
      await sergeant.getByRole('button', { name: 'A civil immigration arrest' }).click()
      expect(await faults(sergeant)).toEqual([])
      await sergeant.getByRole('button', { name: 'Give this direction' }).click()
      await officer.getByRole('heading', { name: 'Leave the scene.' }).waitFor()
      await officer.getByText('Directed by Sergeant 730').waitFor()
      expect(await faults(officer)).toEqual([])

      await desk.getByRole('link', { name: 'Whole timeline' }).click()
      await desk.getByText('Screen showed: Leave the scene.').first().waitFor()
      expect(await faults(desk)).toEqual([])
    },
    PATIENCE_MS,
  )

  test(
    'are not told in a circle: what a screen showed is recorded once for each sentence',
    async () => {
      const officer = await open(`/field/${AGENCY}?as=officer-0733`, PHONE)
      await officer.getByRole('heading', { name: 'Leave the scene.' }).waitFor()
      const view = await fetch(`${server.url}/api/agencies/${AGENCY}/incidents/r-000001`).then((answer) =>
        answer.json(),
      )
      const lines: readonly { readonly who: string; readonly words: string }[] = view.timeline
      const shown = lines.filter(({ who, words }) => who === 'Officer 0733' && words.startsWith('Screen showed'))
      // Wait, protect, wait, …, leave: each sentence again only after another one; and once more by the second page.
      expect(shown.length).toBeLessThanOrEqual(8)
    },
    PATIENCE_MS,
  )
})

describe('every live page', () => {
  test(
    'flows into 320 px, by day and by night',
    async () => {
      for (const theme of ['day', 'night'] as const)
        for (const path of [`/field/${AGENCY}?as=officer-0733`, `/desk/${AGENCY}?as=dispatcher-7`, '/start']) {
          const page = await open(path, { viewport: { width: 320, height: 640 } }, theme)
          await page.getByRole('heading').first().waitFor()
          expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 320])
          expect(await faults(page)).toEqual([])
        }
    },
    PATIENCE_MS,
  )
})

async function open(path: string, options: BrowserContextOptions, theme: 'day' | 'night' = 'night'): Promise<Page> {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.addInitScript((chosen) => localStorage.setItem('remit.theme', chosen), theme)
  await page.goto(server.url + path)
  return page
}

/** What axe finds, one line a fault: rule, then where. Playwright adds the script by the debugger, past the CSP. */
async function faults(page: Page): Promise<readonly string[]> {
  const source = await readFile(axeFile, 'utf8')
  // `axe.run` resolves to AxeResults, which `evaluate` of a text cannot know.
  const { violations } = (await page.evaluate(`${source}; axe.run(document)`)) as AxeResults
  return violations.flatMap((violation) => violation.nodes.map((node) => `${violation.id}: ${node.html.slice(0, 160)}`))
}

function smallTargets(page: Page): Promise<readonly (string | null)[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('button, a')]
      .filter((target) => target.getBoundingClientRect().height < 48)
      .map((target) => target.textContent),
  )
}
