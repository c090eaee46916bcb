/** Opens a page that answers from a bundle, as a browser in a car would: strict rules for scripts, and no server behind. */
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { type BrowserScript, browserScript } from '../tools/browser-script.ts'
import type { BundlePage } from './bundle-page.ts'

const CSP = "default-src 'none'; script-src 'self'; connect-src 'self'"
/** Browsers hash only for pages that were not tampered with on the way; this name counts as such. */
const ORIGIN = 'http://localhost/'

export const pageScript = (): Promise<BrowserScript> => browserScript(join(import.meta.dirname, 'bundle-page.ts'))

export async function openBundlePage(browser: Browser, { code }: BrowserScript, bundle: Uint8Array): Promise<Page> {
  const context = await browser.newContext()
  await context.route('**', async (route) => {
    switch (new URL(route.request().url()).pathname) {
      case '/':
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          headers: { 'content-security-policy': CSP },
          body: '<!doctype html><title>bundle</title><script src="/script.js"></script>',
        })
      case '/script.js':
        return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: code })
      case '/bundle':
        return route.fulfill({ contentType: 'application/octet-stream', body: Buffer.from(bundle) })
      default:
        return route.abort()
    }
  })
  const page = await context.newPage()
  await page.goto(ORIGIN)
  return page
}

/** What the page's script put there; called inside the page. */
declare global {
  var bundlePage: BundlePage
}
