/** The pages that are made are those that are committed. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { GENERATORS } from './generators.ts'
import { leftOver, ROOT } from './left-over.ts'

describe.each(GENERATORS)('$folder is what `npm run docs` writes', (generator) => {
  test('page by page', async () => {
    for (const [path, text] of await generator.pages()) {
      expect([path, await readFile(join(ROOT, path), 'utf8').catch(() => 'no such file')]).toEqual([path, text])
    }
  })

  test('and nothing else', async () => {
    expect(await leftOver(generator, await generator.pages())).toEqual([])
  })
})
