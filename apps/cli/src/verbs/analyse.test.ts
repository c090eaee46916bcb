/** `analyse` on the orders that come with the program. */
import { expect, test } from 'vitest'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const DEMO = 'us/il/chicago/police/demo'

test('says of one day which findings its book has, and in how many kinds of situation its invariants hold', async () => {
  const { code, json } = await run('analyse', 'us/il/chicago/police', '--at', '2019-09-28', '--json')
  expect(code).toBe(0)
  expectSchema('analyse', json)
  expect(json).toMatchObject({
    books: [
      {
        from: '2019-09-26T05:00:00.000Z',
        findings: expect.arrayContaining([
          expect.objectContaining({ code: 'W302', witness: expect.any(String), description: expect.any(Object) }),
        ]),
      },
    ],
    unusable: [],
  })
  const { out } = await run('analyse', DEMO, '--at', '2019-09-28')
  expect(out).toMatch(/^invariant `[a-z-]+` holds in all [\d,]+ kinds of situation that meet its condition$/m)
  expect(out).toMatch(/^1 book: 0 errors, \d+ warnings?$/m)
})

test('goes through every book that the agency ever had, and tells each finding once', async () => {
  const { code, out } = await run('analyse', DEMO, '--every-change')
  expect(code).toBe(0)
  const heads = [...out.matchAll(/: (W\d{3} .*)$/gm)].map(([, head]) => head)
  expect(heads.length).toBeGreaterThan(0)
  expect(heads).toEqual([...new Set(heads)])
  expect(out).toMatch(/^\d+ books: 0 errors/m)
})

test('goes through the books of every agency where none is named', async () => {
  const { code, json } = await run('analyse', '--every-change', '--json')
  expect(code).toBe(0)
  expect(json).toMatchObject({
    books: expect.arrayContaining([
      expect.objectContaining({ book: expect.objectContaining({ agency: DEMO }) }),
      expect.objectContaining({ book: expect.objectContaining({ agency: 'us/tx/houston/police/demo' }) }),
    ]),
    unusable: [],
  })
})

test('takes either a time or every change', async () => {
  for (const args of [[], ['--at', '2019-09-28', '--every-change'], ['--at', 'monday']]) {
    expect((await run('analyse', DEMO, ...args)).code, args.join(' ')).toBe(2)
  }
})
