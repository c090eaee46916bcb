/** Every row of the fact sheet went somewhere. */
import { expect, test } from 'vitest'
import { faultsOfRows, linesIn, rowsIn, rowsOfLibrary } from './rows.ts'

test('every row is in a document or among what is not encoded, and every place is there', async () => {
  expect(faultsOfRows(await rowsOfLibrary())).toEqual([])
})

test('a row that went nowhere, a place that is not there, and a row that is listed twice are faults', () => {
  const rows = rowsIn(
    [
      '| row | about | where |',
      '|---|---|---|',
      '| XX-01 | nothing | |',
      '| XX-02 | a norm | us/xx/code#no-help; left out: Xland: the fine |',
      '| XX-03 | a line | left out: Xland: 12-4(c) |',
      '| XX-03 | again | left out: Xland: 12-4(c) |',
    ].join('\n'),
  )
  const leftOut = linesIn('# Left out\n\n## Xland\n\n| what | reason |\n|---|---|\n| 12-4(c), a fine | no act |\n')
  expect(faultsOfRows({ rows, leftOut, library: { documents: [], agencies: [] } })).toEqual([
    'XX-01 is neither in a document nor among what is not encoded',
    'XX-02: there is no `us/xx/code#no-help`',
    'XX-02: there is no line in Xland that begins `the fine`',
    'XX-03 is listed twice',
  ])
})
