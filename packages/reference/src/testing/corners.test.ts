import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CORNERS, cornersOf } from './corners.ts'
import { patienceMs } from './law.ts'
import { runs } from './runs.ts'
import { cases } from './situations.ts'

/** How many cases of the sample must reach each corner. */
const ENOUGH = 3

test('the generated cases reach every corner of the language', { timeout: patienceMs() }, () => {
  const { numRuns, seed } = runs(800)
  const counts = new Map(CORNERS.map((corner) => [corner, 0]))
  for (const each of fc.sample(cases, { numRuns, seed }))
    for (const corner of cornersOf(each)) counts.set(corner, (counts.get(corner) ?? 0) + 1)
  const tooFew = [...counts].filter(([, count]) => count < ENOUGH)
  expect(tooFew, `of ${numRuns} cases from seed ${seed}`).toEqual([])
})
