/**
 * Takes pictures of pages, to be looked at beside the mockups.
 *
 *   node apps/web/tools/shoot.ts [--server URL | --built FOLDER] --out FOLDER [--size 390x844]… [--theme day]…
 *     [--contrast more] [--forced-colors] [--zoom 2] [--whole] [--element CSS] PATH…
 *
 * Without `--server` it serves `--built` (default apps/web/dist). Sizes and themes may repeat; each combination is one
 * picture, named after the path. `--whole` takes the whole page, `--element` the first element that matches.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../../tools/browser.ts'
import { serveFolder } from './static-server.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'string' },
    built: { type: 'string', default: join(import.meta.dirname, '../dist') },
    out: { type: 'string' },
    size: { type: 'string', multiple: true, default: ['1440x900'] },
    theme: { type: 'string', multiple: true, default: ['day', 'night'] },
    contrast: { type: 'string' },
    'forced-colors': { type: 'boolean', default: false },
    zoom: { type: 'string', default: '1' },
    whole: { type: 'boolean', default: false },
    element: { type: 'string' },
  },
})

if (!values.out || positionals.length === 0) {
  console.error('usage: shoot.ts [--server URL | --built FOLDER] --out FOLDER [--size WxH]… [--theme day|night]… PATH…')
  process.exit(64)
}
await shootAll(values.out)

async function shootAll(out: string): Promise<void> {
  await mkdir(out, { recursive: true })
  const own = values.server ? undefined : await serveFolder(resolve(values.built))
  const url = values.server ?? own?.url ?? ''
  const browser = await launchBrowser()
  try {
    for (const size of values.size)
      for (const theme of values.theme)
        for (const path of positionals) console.log(await shoot(browser, url, { path, size, theme, out }))
  } finally {
    await browser.close()
    await own?.close()
  }
}

type Shot = { readonly path: string; readonly size: string; readonly theme: string; readonly out: string }

async function shoot(browser: Browser, url: string, shot: Shot): Promise<string> {
  const [width = 1440, height = 900] = shot.size.split('x').map(Number)
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: Number(values.zoom),
    colorScheme: shot.theme === 'night' ? 'dark' : 'light',
    contrast: values.contrast === 'more' ? 'more' : 'no-preference',
    forcedColors: values['forced-colors'] ? 'active' : 'none',
  })
  const page = await context.newPage()
  page.on('console', (message) => message.type() === 'error' && console.error(`page: ${message.text()}`))
  page.on('pageerror', (error) => console.error(`page: ${error.message}`))
  await page.addInitScript((theme) => localStorage.setItem('remit.theme', theme), shot.theme)
  await page.goto(url + shot.path, { waitUntil: 'networkidle' })
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const name = `${shot.path.replaceAll(/\W+/g, '-').replace(/^-|-$/g, '') || 'first'}-${shot.size}-${shot.theme}.png`
  const file = join(shot.out, name)
  if (values.element) await page.locator(values.element).first().screenshot({ path: file })
  else await page.screenshot({ path: file, fullPage: values.whole })
  await context.close()
  return file
}
