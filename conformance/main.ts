/**
 * `npm run conformance`: says which cases print something else than they say. With `-- --update` it writes what they
 * print into them, for the reviewer to read as a diff. Words after the options choose cases by a part of their name.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { withPrinted } from './case.ts'
import { caseFile, caseNames, caseOf, findingsAfterMending, printedBy } from './run.ts'

const words = process.argv.slice(2)
const update = words.includes('--update')
const parts = words.filter((word) => !word.startsWith('--'))

const chosen = (await caseNames()).filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)))
let changed = 0
let faults = 0
for (const name of chosen) {
  try {
    const one = await caseOf(name)
    const text = await readFile(caseFile(name), 'utf8')
    const now = withPrinted(text, await printedBy(one))
    const mended = await findingsAfterMending(one)
    if (mended !== '') {
      faults++
      console.log(`not clean after mending: ${name}\n${mended}\n`)
    }
    if (now === text) continue
    changed++
    if (update) await writeFile(caseFile(name), now)
    console.log(`${update ? 'updated' : 'differs'}: ${name}`)
  } catch (error) {
    faults++
    console.log(error instanceof Error ? error.message : String(error))
  }
}
console.log(`${chosen.length} cases, ${changed} ${update ? 'updated' : 'differ'}, ${faults} at fault`)
process.exitCode = faults === 0 && (update || changed === 0) ? 0 : 1
