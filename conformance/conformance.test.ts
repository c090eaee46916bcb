/** Every case prints what it says. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CODES } from '@remit/language/text/codes.ts'
import { describe, expect, test } from 'vitest'
import { casesOf, EXEMPT } from './codes.ts'
import { allCases, findingsAfterMending, printedBy } from './run.ts'

const cases = await allCases()

describe('a case prints what it says', () => {
  test.each(cases)('$name', async (one) => {
    expect(await printedBy(one)).toEqual(one.runs.map(({ printed }) => printed))
  })
})

describe('a mended document has no finding', () => {
  test.each(cases.filter(({ mended }) => mended.length > 0))('$name', async (one) => {
    expect(await findingsAfterMending(one)).toBe('')
  })
})

describe('a code of a finding', () => {
  test('is shown by a case, or it is said why none can', () => {
    const shown = (code: string) => casesOf(code, cases).length > 0
    expect(Object.keys(CODES).filter((code) => shown(code) === Object.hasOwn(EXEMPT, code))).toEqual([])
  })

  test.each(Object.entries(EXEMPT))(
    '%s, which no case can show, is in the test that is named',
    async (code, { test }) => {
      if (test === undefined) return
      expect(await readFile(join(import.meta.dirname, '..', test), 'utf8')).toContain(code)
    },
  )
})

test('the documents on which every case stands are clean', async () => {
  const base = {
    name: 'base',
    title: '',
    lesson: '',
    files: [],
    mended: [],
    runs: [{ command: 'remit check', printed: '' }],
  }
  expect(await printedBy(base)).toEqual([expect.stringMatching(/ 0 errors, 0 warnings$/)])
})
