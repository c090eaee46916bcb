/** A book's bundle in a browser answers as the book does here. */
import { createHash } from 'node:crypto'
import { writeBundle } from '@remit/engine/bundle/write-bundle.ts'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { booksOf, readLibrary } from '@remit/reference/testing/real-orders.ts'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../tools/browser.ts'
import type { BrowserScript } from '../tools/browser-script.ts'
import { answersIn, type Facts } from './bundle-page.ts'
import { openBundlePage, pageScript } from './bundle-visitor.ts'

let browser: Browser
let script: BrowserScript
beforeAll(async () => {
  script = await pageScript()
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
})

const SITUATIONS: readonly Facts[] = [
  [],
  [
    ['requester', 'ice-ero'],
    ['request-purpose', 'civil-arrest'],
    ['supervisor is on-scene', false],
  ],
  [['someone is in-danger', true]],
]

test('a page without orders, parser and checker answers what the book answers', { timeout: 240_000 }, async () => {
  const [book] = booksOf(readLibrary()).get('us/il/chicago/police') ?? []
  const compilation = book && compile(book)
  if (compilation?.kind !== 'compiled') throw new Error('there is a book of Chicago in 2019')
  const { compiled } = compilation
  const bundle = writeBundle(compiled, (bytes) => createHash('sha256').update(bytes).digest())
  const page = await openBundlePage(browser, script, bundle)
  for (const facts of SITUATIONS) {
    const answers = await page.evaluate((facts) => bundlePage.answers(facts), facts)
    expect(JSON.parse(answers)).toEqual(JSON.parse(answersIn(compiled, facts)))
  }
  await page.context().close()
})

test('of the language it holds words for values, and nothing that reads text', () => {
  const ofLanguage = script.modules.flatMap((file) => /packages\/language\/src\/(.*)$/.exec(file)?.[1] ?? [])
  expect(ofLanguage.toSorted()).toEqual(['checked/outcome.ts', 'checked/tree.ts'])
  expect(script.modules.filter((file) => file.includes('node_modules'))).toEqual([])
})
