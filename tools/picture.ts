/** Makes the picture at the top of the README: the first screen, with case A2 run to the direction. Run: `npm run picture`. */
import { join } from 'node:path'
import { startProgram } from '../e2e/program.ts'
import { nextStep, openCase, openPage, says, screenOf } from '../e2e/visitor.ts'
import { launchBrowser } from './browser.ts'

const OUT = join(import.meta.dirname, '..', 'docs', 'pictures', 'cases.png')
const DIRECTION_STEP = 5

const program = await startProgram()
const browser = await launchBrowser()
try {
  const page = await openPage(browser, program.url)
  const region = await openCase(page, 'A2')
  for (let step = 2; step <= DIRECTION_STEP; step++) await nextStep(region, step)
  await says(screenOf(region, 'Officer'), 'Leave the scene.')
  await says(screenOf(region, 'Supervisor'), /Shown to/)
  await page.screenshot({ path: OUT })
} finally {
  await browser.close()
  await program.end()
}
