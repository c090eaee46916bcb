/** `npm run docs`: writes every page that is made from the cases, and removes those that nothing makes any longer. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { GENERATORS } from './docs/generators.ts'
import { leftOver, ROOT } from './docs/left-over.ts'

let written = 0
for (const generator of GENERATORS) {
  const pages = await generator.pages()
  for (const path of await leftOver(generator, pages)) {
    await rm(join(ROOT, path))
    console.log(`removed: ${path}`)
  }
  for (const [path, text] of pages) {
    const file = join(ROOT, path)
    if ((await readFile(file, 'utf8').catch(() => undefined)) === text) continue
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
    written++
    console.log(`written: ${path}`)
  }
}
console.log(`${written} pages written`)
