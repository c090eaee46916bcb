/** Every case prints what it says. */
import { describe, expect, test } from 'vitest'
import { caseNames, caseOf, findingsAfterMending, printedBy } from './run.ts'

const names = await caseNames()
const mended = (await Promise.all(names.map(caseOf))).filter(({ mended }) => mended.length > 0)

describe('a case prints what it says', () => {
  test.each(names)('%s', async (name) => {
    const one = await caseOf(name)
    expect(await printedBy(one)).toEqual(one.runs.map(({ printed }) => printed))
  })
})

describe('a mended document has no finding', () => {
  test.each(mended)('$name', async (one) => {
    expect(await findingsAfterMending(one)).toBe('')
  })
})
