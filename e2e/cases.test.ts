/** A1 to A13 through the first screen of the running program, in a real browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../tools/browser.ts'
import { type Program, startProgram } from './program.ts'
import { doesNotSay, nextStep, openCase, openPage, runToTheEnd, says, screenOf } from './visitor.ts'

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
    await nextStep(region, 2)
    await nextStep(region, 3)
    await nextStep(region, 4)
    await says(supervisor, 'Leave the scene.')
    await doesNotSay(officer, 'Leave the scene.')
    await nextStep(region, 5)
    await says(officer, 'Leave the scene.')
    await says(supervisor, /You directed the officers/)
    await says(screenOf(region, 'Dispatcher'), 'LEAVE')
  })

  test('A3: for another purpose the memo gives no duty to direct or to leave', LONG, async () => {
    const region = await openCase(page, 'A3')
    await runToTheEnd(region)
    await doesNotSay(screenOf(region, 'Officer'), 'Leave the scene.', 'Wait for your supervisor.')
    await doesNotSay(screenOf(region, 'Supervisor'), /You direct the officers/)
  })

  test(
    'A4: danger sets waiting aside, its end brings it back; again in danger after the direction, leaving is set aside',
    LONG,
    async () => {
      const region = await openCase(page, 'A4')
      const [dispatcher, officer] = [screenOf(region, 'Dispatcher'), screenOf(region, 'Officer')]
      await says(officer, 'Wait for your supervisor.')
      await nextStep(region, 2)
      await says(officer, /Say it on your radio/, 'Protect life now.', /immigration arrest stays theirs/)
      await says(dispatcher, 'PROTECT')
      await nextStep(region, 3)
      await says(officer, /Dispatcher, zone 7 has it/)
      await nextStep(region, 4)
      await says(officer, 'Wait for your supervisor.')
      await nextStep(region, 5)
      await says(officer, 'Leave the scene.')
      await nextStep(region, 6)
      await says(officer, 'Protect life now.')
      await doesNotSay(officer, 'Leave the scene.')
      await nextStep(region, 7)
      await says(officer, 'Leave the scene.')
    },
  )

  test(
    'A5: that nobody in danger is left is proved for each department, and the press is timed to the desk',
    LONG,
    async () => {
      const region = await openCase(page, 'A5')
      const rows = region.getByRole('row').filter({ has: page.getByRole('link', { name: 'nobody is left in danger' }) })
      await rows.first().waitFor()
      expect(await rows.count()).toBeGreaterThanOrEqual(3)
      await expect
        .poll(async () => (await rows.count()) - (await rows.filter({ hasText: 'proved' }).count()), {
          timeout: 30_000,
        })
        .toBe(0)
      await region.getByRole('button', { name: 'Report danger and measure' }).click()
      await says(region, /\d+ ms/)
    },
  )
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
    await runToTheEnd(region)
    await says(screenOf(region, 'Officer'), /You may (confirm the hit|act on the other violation)/)
  })

  test(
    'A8: each act stands beside what was ordered then, custody is timed, and what differs goes to review',
    LONG,
    async () => {
      const region = await openCase(page, 'A8')
      const record = screenOf(region, 'The record')
      await runToTheEnd(region)
      await says(record, /Call the immigration agency/, 'MUST NOT', /Hand the person over/)
      await says(record, /3:00:0\d/)
    },
  )
})

describe('the review and the drill', () => {
  test('A9: the acts that differed get an outcome, and the drill shows the one fact that decides', LONG, async () => {
    const region = await openCase(page, 'A9')
    const review = region
      .getByRole('listitem')
      .filter({ hasText: /did: call the immigration agency/ })
      .first()
    await says(review, /The orders said at that moment: MUST NOT/, /Custody in this incident: 3:00:00/)
    await review.getByRole('button', { name: 'Differed: training follows' }).click()
    await says(review, /Reviewed|training follows/)
    const drill = region.getByRole('region', { name: /A notice in a licence check/ })
    await drill
      .getByRole('button', { name: /^MAY You may confirm the hit/ })
      .first()
      .click()
    await says(drill, /The one fact that decides: .*custody, for another violation of law\? No\./)
    await says(drill, /REFER|Ask before/)
  })
})

describe('Houston, orders of 2026', () => {
  test('A13: under the directive the officer must call a sergeant; the screens are the same', LONG, async () => {
    const region = await openCase(page, 'A13')
    await says(screenOf(region, 'Officer'), 'MUST')
    await says(region, /Call a supervisor to the scene|Call the immigration agency/i)
  })
})

describe('around both', () => {
  test('A10: the memo’s words are as published or differ, and who issued it stands beside', LONG, async () => {
    const region = await openCase(page, 'A10')
    await region.getByRole('button', { name: 'The words as published' }).click()
    await says(
      region,
      'The same words as published',
      /Issued by Chicago Police Department as a memo/,
      /S06-14-03, from 30 Sep 2019/,
    )
    await region.getByRole('button', { name: 'Some words changed' }).click()
    await says(region, /words? differ/i)
    await region.getByRole('button', { name: 'Words of another text' }).click()
    await says(region, /proves nothing/)
  })

  test('A11: every place stands with its source and date, and lists are no law', LONG, async () => {
    const region = await openCase(page, 'A11')
    await says(region, /Said to restrict cooperation/, /A list is a claim of those who made it/)
    const rows = region.getByRole('row').filter({ hasText: 'Chicago, IL' })
    await rows.first().waitFor()
    await says(rows.first(), /\d{1,2} [A-Z][a-z]{2} \d{4}/)
    await says(region, /Texas Government Code 752\.053/)
  })

  test(
    'A12: the asking agency gets a receipt at once, what it can expect, and how to call for help',
    LONG,
    async () => {
      const region = await openCase(page, 'A12')
      await region.getByLabel('Who you are').selectOption('ice-ero')
      await region.getByLabel('What you ask help with').selectOption('civil-arrest')
      const beat = region.getByLabel(/Beat|beat/)
      if (await beat.count()) await beat.first().selectOption({ index: 1 })
      await region.getByRole('button', { name: 'Ask for help' }).click()
      await says(region, /R-\d{6}/, /Officers must not help with the immigration arrest/, /call 911/)
    },
  )
})
