import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DecisionLine } from '@remit/contract/decide.ts'
import { expect, test } from 'vitest'

test('the published schema of the decision log is the one by which lines are judged', async () => {
  const path = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'decision-log.schema.json')
  const { $schema: _, title, ...published } = JSON.parse(await readFile(path, 'utf8'))
  expect(title).toBe('One line of a decision log')
  expect(published).toEqual(JSON.parse(JSON.stringify(DecisionLine)))
})
