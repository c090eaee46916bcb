import { expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'

test('the browser starts from the npm packages alone and shows text', async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.setContent('<span>Protect life now.</span>')
  // Without a font every text is 0 px wide, and a picture of it looks like an empty page.
  expect((await page.locator('span').boundingBox())?.width).toBeGreaterThan(60)
  await browser.close()
})
