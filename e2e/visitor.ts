/** A person with a browser: opens pages of the running program and reads what they show by role and name, as a screen reader does. */
import type { Browser, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'

export const CHICAGO = 'us~il~chicago~police~demo'
export const FAIRFAX = 'us~va~fairfax-county~police~demo'
export const HOUSTON = 'us~tx~houston~police~demo'

/** How long a page may take on a loaded machine before the test says that it never came. */
const PATIENCE_MS = 30_000

export async function openPage(browser: Browser, url: string, size = { width: 1440, height: 900 }): Promise<Page> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  await page.goto(url)
  return page
}

export const PHONE = { width: 390, height: 844 }

/** Opens a case from the first screen and gives its part of the page. */
export async function openCase(page: Page, id: string): Promise<Locator> {
  await page
    .getByRole('navigation', { name: 'Cases' })
    .getByRole('link', { name: new RegExp(`^${id} `) })
    .click()
  const region = page.getByRole('region', { name: new RegExp(`^${id}:`) })
  await region.waitFor()
  return region
}

export function screenOf(region: Locator, whose: 'Dispatcher' | 'Officer' | 'Supervisor' | 'The record'): Locator {
  return region.getByRole('region', { name: new RegExp(`^${whose}.s screen`) })
}

/** Presses "Next step" once and waits until the page says that it stands there. */
export async function nextStep(region: Locator, step: number): Promise<void> {
  await region.getByRole('button', { name: 'Next step' }).click()
  await region
    .getByRole('status')
    .filter({ hasText: `Step ${step} of` })
    .waitFor()
}

/** Waits until the part of the page says all of `words`, whatever stands between. */
export async function says(part: Locator, ...words: readonly (string | RegExp)[]): Promise<void> {
  for (const word of words) await part.getByText(word).first().waitFor({ timeout: PATIENCE_MS })
}

/** Runs the case from its first step to its last. */
export async function runToTheEnd(region: Locator): Promise<void> {
  const status = await region.getByRole('status').filter({ hasText: 'Step 1 of' }).textContent()
  const last = Number(/of (\d+)/.exec(status ?? '')?.[1])
  for (let step = 2; step <= last; step++) await nextStep(region, step)
}

export async function doesNotSay(part: Locator, ...words: readonly (string | RegExp)[]): Promise<void> {
  for (const word of words)
    await expect.poll(() => part.getByText(word).filter({ visible: true }).count(), { timeout: PATIENCE_MS }).toBe(0)
}
