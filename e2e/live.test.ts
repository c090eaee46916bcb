/** A1 and A4 on the real pages: a desk and two phones in one browser each, with the program killed in the middle. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '../tools/browser.ts'
import { type Program, startProgram } from './program.ts'
import { CHICAGO, doesNotSay, openPage, PHONE, says } from './visitor.ts'

let program: Program
let browser: Browser
beforeAll(async () => {
  program = await startProgram()
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await program?.end()
})

const LONG = { timeout: 240_000 }
const desk = () => openPage(browser, `${program.url}/desk/${CHICAGO}?as=dispatcher-7`)
const phone = (position: string) => openPage(browser, `${program.url}/field/${CHICAGO}?as=${position}`, PHONE)
const body = (page: Page) => page.locator('body')

/** Records a request as the dispatcher does, in the command line of the desk, by the real clock of today. */
async function recordRequest(page: Page, line: string): Promise<string> {
  const command = page.getByRole('textbox', { name: 'Command line' })
  await command.fill(line)
  await command.press('Enter')
  const row = page
    .getByRole('row')
    .filter({ hasText: line.split(' ')[1] ?? '' })
    .filter({ hasText: /R-\d{6}/ })
    .first()
  await row.waitFor()
  return /R-\d{6}/.exec((await row.textContent()) ?? '')?.[0] ?? ''
}

/** A request of the night of the memo, through the interface that the dispatch system uses; the pages take it from there. */
async function requestOfTheNight(): Promise<{ readonly incident: string; readonly receipt: string }> {
  const response = await fetch(`${program.url}/api/agencies/${CHICAGO}/incidents`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      as: 'dispatcher-7',
      channel: 'radio',
      requesterIs: 'asserted',
      beat: '0733',
      values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest' },
      units: ['officer-0733', 'officer-0734'],
      startsAt: Date.UTC(2019, 8, 29, 2, 49, 20),
    }),
  })
  expect(response.status).toBe(201)
  return await response.json()
}

async function versionOf(incident: string): Promise<number> {
  const response = await fetch(`${program.url}/api/agencies/${CHICAGO}/incidents/${incident}`)
  const view: { readonly version: number } = await response.json()
  return view.version
}

/** Demo agencies can set their clock forward; a page that is not answered in time goes on to the next. */
async function passTime(incident: string, ms: number): Promise<void> {
  const response = await fetch(`${program.url}/api/agencies/${CHICAGO}/incidents/${incident}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'pass-time', as: 'dispatcher-7', version: await versionOf(incident), ms }),
  })
  expect(response.status).toBe(200)
}

async function close(incident: string): Promise<void> {
  await fetch(`${program.url}/api/agencies/${CHICAGO}/incidents/${incident}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'close', as: 'dispatcher-7', version: await versionOf(incident) }),
  })
}

describe('A1 on a desk and phones', () => {
  test('goes on after kill -9: the page, its deadline and the escalation are there again', LONG, async () => {
    const { incident, receipt } = await requestOfTheNight()
    const [dispatcher, officer] = [await desk(), await phone('officer-0733')]
    await says(body(officer), 'Wait for your supervisor.', 'Take no part in the arrest.')
    await says(body(dispatcher), receipt, /730 paged/, 'WAIT')

    await program.kill()
    await says(body(dispatcher), /Offline since|Connecting|not live/i)
    await program.start()

    await says(body(dispatcher), receipt, 'WAIT', /Live/)
    await says(body(officer), 'Wait for your supervisor.')
    await passTime(incident, 91_000)
    await says(body(dispatcher), /740 paged/)

    const sergeant = await phone('sergeant-740')
    await sergeant.getByRole('button', { name: /Accept|I am coming|I’m coming/ }).click()
    await says(body(dispatcher), /740 accepted/)
    await sergeant.getByRole('button', { name: /on scene/i }).click()
    await says(body(dispatcher), /740 on scene/)
    await sergeant.getByRole('button', { name: /A civil immigration arrest/ }).click()
    await doesNotSay(body(officer), 'Leave the scene.')
    await sergeant.getByRole('button', { name: 'Give this direction' }).click()
    await says(body(officer), 'Leave the scene.')
    await close(incident)
  })
})

describe('A4 on a desk and phones', () => {
  test(
    'keeps a report of danger through kill -9, shows its three states, and only its reporter ends it',
    LONG,
    async () => {
      const { incident } = await requestOfTheNight()
      const [dispatcher, officer] = [await desk(), await phone('officer-0734')]
      await says(body(officer), 'Wait for your supervisor.')
      await officer.getByRole('button', { name: 'Someone is in danger' }).click()
      await says(body(officer), /Say it on your radio/, 'Protect life now.', /Sent/, /Nobody has it yet/)
      await says(body(dispatcher), /Someone is in danger/, 'PROTECT', /Not yet accepted/)
      await says(body(officer), /Shown on the desk/)

      await program.kill()
      await program.start()

      await says(body(dispatcher), /Live/, /Someone is in danger/, /Not yet accepted/)
      await dispatcher.getByRole('button', { name: /I have it/ }).click()
      await says(body(officer), /Dispatcher, zone 7 has it/)
      await officer.getByRole('button', { name: 'I am no longer in danger' }).click()
      await officer
        .getByRole('button', { name: /Yes|over|end/i })
        .first()
        .click()
      await says(body(officer), 'Wait for your supervisor.')
      await doesNotSay(body(dispatcher), 'PROTECT')
      await close(incident)
    },
  )

  test(
    'says plainly that nothing was sent while the phone reaches nobody, and sends it when it does',
    LONG,
    async () => {
      const { incident } = await requestOfTheNight()
      const officer = await phone('officer-0734')
      await says(body(officer), 'Wait for your supervisor.')
      await program.kill()
      await officer.getByRole('button', { name: 'Someone is in danger' }).click()
      await says(body(officer), /Not sent/, /Say it on your radio/)
      await doesNotSay(body(officer), /^Sent$/)
      await program.start()
      await says(body(officer), /Sent/, 'Protect life now.')
      const dispatcher = await desk()
      await says(body(dispatcher), /Someone is in danger/)
      await dispatcher
        .getByRole('button', { name: /I have it/ })
        .first()
        .click()
      await officer.getByRole('button', { name: 'I am no longer in danger' }).click()
      await officer
        .getByRole('button', { name: /Yes|over|end/i })
        .first()
        .click()
      await says(body(officer), 'Wait for your supervisor.')
      await close(incident)
    },
  )
})

describe('a dispatcher', () => {
  test('records a request in one line, and gets a narrative and words for the radio', LONG, async () => {
    const dispatcher = await desk()
    const receipt = await recordRequest(dispatcher, 'IMM 0734 ICE CIVIL')
    expect(receipt).toMatch(/^R-\d{6}$/)
    await says(body(dispatcher), new RegExp(`IMM ICE CIVIL ARREST.*${receipt}`), /“0734, /)
  })
})
