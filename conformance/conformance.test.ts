/** Every case prints what it says. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CODES } from '@remit/language/text/codes.ts'
import { describe, expect, test } from 'vitest'
import type { Case } from './case.ts'
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

describe('the documents of a good case have no finding, unless it shows them', () => {
  const isChecked = ({ runs }: Case) => runs.some(({ command }) => command === 'remit check')
  const good = cases.filter((one) => one.name.startsWith('good/') && !isChecked(one))
  const base: Case = { name: 'the base', title: '', lesson: '', files: [], mended: [], runs: [] }
  test.each([base, ...good])('$name', async (one) => {
    const [printed] = await printedBy({ ...one, runs: [{ command: 'remit check', printed: '' }] })
    expect(printed).toMatch(/ 0 errors, 0 warnings$/)
  })
})
