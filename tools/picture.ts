/** Makes the picture at the top of the README: the first screen, with case A2 run to the direction. Run: `npm run picture`. */
import { join } from 'node:path'
import { startProgram } from '../e2e/program.ts'
import { launchBrowser } from './browser.ts'

const OUT = join(import.meta.dirname, '..', 'docs', 'pictures', 'cases.png')

const program = await startProgram()
const browser = await launchBrowser()
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await page.goto(program.url)
  await page.getByRole('link', { name: /directs the officers to leave/ }).click()
  const next = page.getByRole('button', { name: 'Next step' })
  while (!(await page.getByText('Leave the scene.').first().isVisible())) {
    await next.click()
    await page.waitForLoadState('networkidle')
  }
  await page.screenshot({ path: OUT })
} finally {
  await browser.close()
  await program.end()
}
