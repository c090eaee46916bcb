import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { bundleExample } from './bundle-example.ts'

test('the page about the format of bundles shows the bundle that is written', async () => {
  const page = await readFile(new URL('../docs/bundle-format.md', import.meta.url), 'utf8')
  expect(page).toContain(`\`\`\`\n${bundleExample()}\n\`\`\``)
})
