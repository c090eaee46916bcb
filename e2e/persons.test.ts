/** Two persons in one incident whose duties differ, on the real pages: a desk and the lockup's phone. */
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
const body = (page: Page) => page.locator('body')
const address = () => `${program.url}/api/agencies/${CHICAGO}/incidents`

async function post(path: string, said: object): Promise<{ readonly incident: string }> {
  const response = await fetch(`${address()}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(said),
  })
  expect(response.ok).toBe(true)
  return await response.json()
}

/** As many minutes as the case needs pass at once, which a demo agency can do. */
async function passTime(incident: string, ms: number): Promise<void> {
  const view: { readonly version: number } = await (await fetch(`${address()}/${incident}`)).json()
  await post(`/${incident}/commands`, { kind: 'pass-time', as: 'dispatcher-7', version: view.version, ms })
}

async function record(desk: Page, what: string): Promise<void> {
  await desk.getByRole('combobox', { name: 'What to record' }).selectOption({ label: what })
  await desk.getByRole('button', { name: 'Record', exact: true }).click()
}

describe('two persons of one incident', () => {
  test('have duties of their own: one gets a copy before being moved, both are checked on at ten', LONG, async () => {
    const { incident } = await post('', {
      as: 'dispatcher-7',
      channel: 'radio',
      requesterIs: 'asserted',
      beat: '0733',
      values: { requester: 'ice-ero', 'request-purpose': 'civil-arrest' },
      units: ['officer-0733', 'officer-0734'],
      startsAt: Date.UTC(2019, 8, 29, 2, 49, 20),
    })
    const desk = await openPage(browser, `${program.url}/desk/${CHICAGO}?as=dispatcher-7`)
    const lockup = await openPage(browser, `${program.url}/desk/${CHICAGO}?as=lockup-7`)
    const phone = await openPage(browser, `${program.url}/field/${CHICAGO}?as=lockup-7`, PHONE)
    await says(body(desk), 'Wait for your supervisor'.toLowerCase())

    await record(desk, 'Person 2')
    await says(body(desk), /2 persons are concerned/)
    await record(desk, 'Person 1: person taken into custody')
    await says(body(desk), /Person 1: the person was taken into custody/)
    await record(desk, 'Person 2: person taken into custody')

    // The question is about the first; the list on the lockup's desk has both, each with its number.
    await says(body(phone), /^Person 1: is there a paper shown/)
    await lockup.getByText(/^Paper shown: none reported/).click()
    const second = lockup.getByRole('region', { name: 'Person 2: paper shown' })
    await second.getByLabel('Sort of paper').selectOption({ label: 'A detainer' })
    await second.getByLabel(/^Days since it was shown/).fill('1')
    await second.getByRole('button', { name: 'Add it' }).click()
    await says(body(phone), 'Person 2: give the person a copy of the paper.')
    await says(body(desk), 'Person 2: give the person a copy of the paper')
    await doesNotSay(body(desk), 'Person 1: give the person a copy of the paper')

    // Moving the second person waits for the copy: the desk says so before the press, and does not block it.
    const view: { readonly version: number } = await (await fetch(`${address()}/${incident}`)).json()
    await post(`/${incident}/commands`, {
      kind: 'observe',
      as: 'lockup-7',
      version: view.version,
      input: 'person is to-be-moved',
      value: true,
      person: 2,
    })
    await says(body(lockup), 'First: give the person a copy of the paper (person 2).')
    await lockup.getByRole('button', { name: 'Done: move the person to the other building' }).click()
    await says(body(desk), /^Person 2: not done first/, 'Watch commander is told')

    // Ten in the evening comes, and with it the order, on screens that nobody touches.
    await doesNotSay(body(desk), 'check on the person')
    await passTime(incident, 10 * 60_000 + 40_000)
    await says(body(desk), 'check on the person')

    // Danger is first on every phone, whomever the other duties are about.
    const officer = await openPage(browser, `${program.url}/field/${CHICAGO}?as=officer-0733`, PHONE)
    await officer.getByRole('button', { name: 'Someone is in danger' }).click()
    await says(body(officer), 'Protect life now.')
    await says(body(desk), 'PROTECT')
    await says(body(phone), 'Protect life now.')
    await doesNotSay(body(phone), 'give the person')
    // The record says what the screen said, and not what stood behind the red.
    const shown = await openPage(browser, `${program.url}/incident/${CHICAGO}/${incident}`)
    const lines = shown.locator('li, tr').filter({ hasText: 'Lockup, zone 7' })
    await says(lines, 'Screen showed: Protect life now.')
  })
})
