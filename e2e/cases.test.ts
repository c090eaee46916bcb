/** A1 to A13 through the first screen of the running program, in a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../tools/browser.ts'
import { type Program, startProgram } from './program.ts'
import { doesNotSay, nextStep, openCase, openPage, says, screenOf } from './visitor.ts'

let program: Program
let browser: Browser
let page: Page
beforeAll(async () => {
  program = await startProgram()
  browser = await launchBrowser()
  page = await openPage(browser, program.url)
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await program?.end()
})

const LONG = { timeout: 180_000 }

describe('Chicago, the memo of late September 2019', () => {
  test(
    'A1: officers wait; a supervisor is paged, then the next; when the half hour is over the watch commander is',
    LONG,
    async () => {
      const region = await openCase(page, 'A1')
      const [dispatcher, officer] = [screenOf(region, 'Dispatcher'), screenOf(region, 'Officer')]
      await says(officer, 'Wait for your supervisor.', 'Take no part in the arrest.')
      await says(dispatcher, 'WAIT', 'No danger reported', /730 paged/)
      await says(region, /The memo was issued .* received by .* read by .* Superseded since/)
      await nextStep(region, 2)
      await says(dispatcher, /740 paged/)
      await nextStep(region, 3)
      await says(dispatcher, /740 accepted/)
      await nextStep(region, 4)
      await says(dispatcher, /paged Watch commander 7/i, /late/i)
      await nextStep(region, 5)
      await says(dispatcher, /740 on scene/)
      await doesNotSay(officer, 'Wait for your supervisor.')
    },
  )

  test('A2: only when the supervisor gives the direction do the officers’ phones say to leave', LONG, async () => {
    const region = await openCase(page, 'A2')
    const [officer, supervisor] = [screenOf(region, 'Officer'), screenOf(region, 'Supervisor')]
    await says(officer, 'Wait for your supervisor.')
    let step = 1
    while (!(await officer.getByText('Leave the scene.').first().isVisible())) {
      const isFound = await region.getByText(/civil arrest/i).count()
      expect(isFound).toBeGreaterThan(0)
      await nextStep(region, ++step)
      if (step < 5) await doesNotSay(officer, 'Leave the scene.')
      else await says(officer, 'Leave the scene.')
    }
    await says(supervisor, /You directed the officers/)
    await says(screenOf(region, 'Dispatcher'), 'LEAVE')
  })

  test('A3: for another purpose the memo gives no duty to direct or to leave', LONG, async () => {
    const region = await openCase(page, 'A3')
    const steps = await region.getByRole('list', { name: 'Steps' }).getByRole('listitem').count()
    for (let step = 2; step <= steps; step++) await nextStep(region, step)
    await doesNotSay(screenOf(region, 'Officer'), 'Leave the scene.', 'Wait for your supervisor.')
    await doesNotSay(screenOf(region, 'Supervisor'), /You direct the officers/)
  })

  test('A4: danger at any step sets waiting aside, and it comes back when the danger ends', LONG, async () => {
    const region = await openCase(page, 'A4')
    const [dispatcher, officer] = [screenOf(region, 'Dispatcher'), screenOf(region, 'Officer')]
    await says(officer, 'Wait for your supervisor.')
    await officer.getByRole('button', { name: 'Someone is in danger' }).click()
    await says(officer, /Say it on your radio/, 'Protect life now.')
    await says(dispatcher, 'PROTECT')
    await doesNotSay(officer, 'Wait for your supervisor.')
  })
})

describe('Fairfax County, the order of 2019', () => {
  test(
    'A6: the officer must not detain on the notice, and confirming it is referred to whom to ask',
    LONG,
    async () => {
      const region = await openCase(page, 'A6')
      await says(
        screenOf(region, 'Officer'),
        'Do not arrest someone on a civil immigration warrant.',
        /Ask before you confirm the hit/,
      )
    },
  )

  test('A7: with custody for another violation the hit may be confirmed', LONG, async () => {
    const region = await openCase(page, 'A7')
    const steps = await region.getByRole('list', { name: 'Steps' }).getByRole('listitem').count()
    for (let step = 2; step <= steps; step++) await nextStep(region, step)
    await says(screenOf(region, 'Officer'), /You may (confirm the hit|act on the other violation)/)
  })

  test(
    'A8: each act stands beside what was ordered then, custody is timed, and what differs goes to review',
    LONG,
    async () => {
      const region = await openCase(page, 'A8')
      const record = screenOf(region, 'The record')
      const steps = await region.getByRole('list', { name: 'Steps' }).getByRole('listitem').count()
      for (let step = 2; step <= steps; step++) await nextStep(region, step)
      await says(record, /Call the immigration agency/, 'MUST NOT', /Hand the person over/)
      await says(record, /0?3:00:00|3 h|3 hours/)
    },
  )
})

describe('Houston, orders of 2026', () => {
  test('A13: under the directive the officer must call a sergeant; the screens are the same', LONG, async () => {
    const region = await openCase(page, 'A13')
    await says(screenOf(region, 'Officer'), 'MUST')
    await says(region, /Call a supervisor to the scene|Call the immigration agency/i)
  })
})
