/**
 * Holds `docs/law/findings.md`: every finding about meaning in every book of the library has a reason, every reason its
 * finding, and whoever is in danger is helped in every book of an agency that runs Remit. `--write` writes the page.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { faultsOfReasons, faultsOfSafety } from './law/faults.ts'
import { analysedBooks, foundIn } from './law/found.ts'
import { pageOf } from './law/page.ts'
import { reasonsIn } from './law/reasons.ts'

const root = join(import.meta.dirname, '..')
const page = join(root, 'docs/law/findings.md')

const { intro, reasons } = reasonsIn(await readFile(join(root, 'docs/law/findings.source.md'), 'utf8'))
const books = await analysedBooks(join(root, 'orders'))
const found = foundIn(books)
const text = pageOf(intro, found, reasons)
if (process.argv.includes('--write')) await writeFile(page, text)
const isStale = (await readFile(page, 'utf8').catch(() => undefined)) !== text
const faults = [
  ...faultsOfReasons(found, reasons),
  ...faultsOfSafety(books),
  ...(isStale ? ['docs/law/findings.md is not what the analysis says now: run `npm run docs:law`'] : []),
]
for (const fault of faults) console.error(fault)
const running = [...new Set(books.filter(({ runs }) => runs).map(({ agency }) => agency))]
console.log(
  `${books.length} books analysed, ${found.length} findings, ${reasons.length} reasons, ${faults.length} faults`,
)
if (faults.length === 0) console.log(`whoever is in danger is helped in every book of ${running.join(', ')}`)
process.exitCode = faults.length === 0 ? 0 : 1
