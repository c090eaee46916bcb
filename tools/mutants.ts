/**
 * `npm run mutants`: makes each norm of each order document wrong in small ways, and holds that a scenario notices, that
 * the check refuses it, or that no answer changes anywhere. A word limits it to the documents whose path begins so.
 * `--each N --seed S` takes each Nth change, from the Sth on. `--write` writes `docs/law/mutants.md`, from a whole run without survivors.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { loadOrders } from '@remit/server/orders/load-orders.ts'
import { firstDifference } from './mutants/equivalence.ts'
import { Scenarios } from './mutants/killing.ts'
import { mutantsOf } from './mutants/mutations.ts'
import { mutantsPage, type Tried } from './mutants/page.ts'

const root = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: 'string', default: '1' },
    seed: { type: 'string', default: '0' },
    write: { type: 'boolean', default: false },
  },
})
const [place = ''] = positionals
const [each, seed] = [Number(values.each), Number(values.seed)]
const { library } = await loadOrders(join(root, 'orders'))
const scenarios = new Scenarios(library)
const taken = library.documents
  .flatMap(mutantsOf)
  .filter(({ document }, index) => document.id.startsWith(place) && index % each === seed % each)
const tried = taken.map((mutant, index): Tried => {
  if (process.stderr.isTTY) process.stderr.write(`\r${index} of ${taken.length} changes tried`)
  if (scenarios.notice(mutant.document)) return { mutant, end: 'killed' }
  const difference = firstDifference(library, mutant.document)
  if (difference === undefined) return { mutant, end: 'equivalent' }
  if (difference.kind === 'refused') return { mutant, end: 'killed' }
  const { sort, document, line, changed, words } = mutant
  const where = `${difference.agency} from ${new Date(difference.at).toISOString()}, where ${difference.words}`
  console.error(`no scenario notices ${document.id}.md:${line}: ${changed}: ${sort}: ${words}\n  in ${where}`)
  return { mutant, end: 'survived' }
})
const count = (end: Tried['end']) => tried.filter((one) => one.end === end).length
const survived = count('survived')
console.log(
  `${tried.length} changes: ${count('killed')} noticed, ${count('equivalent')} change no answer, ${survived} survived`,
)
if (values.write && survived === 0 && place === '' && each === 1) {
  await writeFile(join(root, 'docs/law/mutants.md'), mutantsPage(tried))
}
process.exitCode = survived === 0 && tried.length > 0 ? 0 : 1
