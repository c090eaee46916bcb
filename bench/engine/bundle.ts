/** Bundles: how large they are, and how soon one answers in a browser. Times are of the machine as it is: other work makes them longer. */
import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { writeBundle } from '@remit/engine/bundle/write-bundle.ts'
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import { readLibrary } from '@remit/reference/testing/real-orders.ts'
import type { Facts, timesOf } from '../../e2e/bundle-page.ts'
import { openBundlePage, pageScript } from '../../e2e/bundle-visitor.ts'
import { launchBrowser } from '../../tools/browser.ts'
import { median, row } from '../measure.ts'

const CHICAGO = 'us/il/chicago/police'
const FACTS: Facts = [
  ['requester', 'ice-ero'],
  ['request-purpose', 'civil-arrest'],
]
const ROLE = 'officer'
/** Pages opened anew, and bundles read in each. */
const PAGES = 7
const READS = 30
const SIZE_WANTED = '< 40 KB'
const TIME_WANTED = '< 10 ms'

const library = readLibrary()
const script = await pageScript()
row('page’s script, gzip', kb(gzipSync(script.code).length), '')
const browser = await launchBrowser()
try {
  for (const [name, at] of [
    ['2019-09-28', Date.parse('2019-09-28T17:00Z')],
    ['today', Date.now()],
  ] as const) {
    const bundle = bundleOf(library, at)
    row(`Chicago ${name}: bundle`, kb(bundle.length), '')
    row(`Chicago ${name}: bundle, gzip`, kb(gzipSync(bundle, { level: 9 }).length), SIZE_WANTED)
    row(`Chicago ${name}: bundle, brotli`, kb(brotliCompressSync(bundle).length), SIZE_WANTED)
    await measure(name, bundle)
  }
} finally {
  await browser.close()
}

type Times = Awaited<ReturnType<typeof timesOf>>

async function measure(name: string, bundle: Uint8Array): Promise<void> {
  const firsts: Times[] = []
  const laters: Times[] = []
  for (let page = 0; page < PAGES; page++) {
    const opened = await openBundlePage(browser, script, bundle)
    const asked = [FACTS, ROLE, READS] as const
    const times = await opened.evaluate(([facts, role, runs]) => bundlePage.times(facts, role, runs), asked)
    await opened.context().close()
    firsts.push(...times.slice(0, 1))
    laters.push(...times.slice(-READS / 2))
  }
  const of = (times: readonly Times[], what: keyof Times) => times.map((each) => each[what])
  for (const [when, times] of [
    ['first in a new page', firsts],
    ['later in the same page', laters],
  ] as const) {
    row(`Chicago ${name}, ${when}: hash checked and read`, ms(of(times, 'read')), '')
    row(`Chicago ${name}, ${when}: the same to all answers of the ${ROLE}`, ms(of(times, 'own')), TIME_WANTED)
    row(`Chicago ${name}, ${when}: the same to the answers of all roles too`, ms(of(times, 'answered')), '')
    row(`Chicago ${name}, ${when}: the same to the next question`, ms(of(times, 'asked')), '')
  }
}

function bundleOf(library: Library, at: number): Uint8Array {
  const { book } = bookOf(library, CHICAGO, at, (text) => createHash('sha256').update(text).digest('hex'))
  const compilation = book && compile(book)
  if (compilation?.kind !== 'compiled') throw new Error(`there is a book of ${CHICAGO}`)
  return writeBundle(compilation.compiled, (bytes) => createHash('sha256').update(bytes).digest())
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

function ms(times: readonly number[]): string {
  return `${Math.min(...times).toFixed(1)} ms at best, ${median(times).toFixed(1)} in the middle`
}
