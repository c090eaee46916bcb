/** Every verb that needs a compiled book, on a book that is too large: refused with its place, never a crash. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { TOWN, townOrders } from './testing/orders.ts'
import { run } from './testing/run.ts'

/** More facts than diagrams may test. */
const FORMS = Array.from({ length: 2_001 }, (_, place) => `form-${place} is complete`)
const LARGE = {
  block: `${FORMS.map((form) => `fact ${form} ask "Is it?" known to officer`).join('\n')}

norm paperwork
  when ${FORMS.join('\n   and ')}
  officer must pause`,
}
const orders = async () => ['--orders', await townOrders({ 'us/il/town/large.md': LARGE })] as const
const AT = ['--at', '2020-05-01'] as const
const PLACE = 'us/il/town/large.md:2015: E307'
const TAKES_MOST = 'the norm `paperwork` takes the most; let fewer facts bear on it'
const LONG = { timeout: 120_000 }

describe('a book that is too large', () => {
  const alone: readonly (readonly string[])[] = [
    ['decide', TOWN, ...AT],
    ['ask', TOWN, ...AT],
    ['explain', TOWN, ...AT, '--role', 'officer', '--act', 'pause'],
    ['drills', TOWN, ...AT],
    ['bundle', TOWN, ...AT, '--out', join('nowhere', 'town.bundle')],
    ['compile', TOWN, ...AT, '--out', join('nowhere', 'town.mjs')],
  ]
  test.each(alone)('is refused by %s with its place', LONG, async (...words) => {
    const { code, aside } = await run(...words, ...(await orders()))
    expect({ code, aside }).toEqual({
      code: 66,
      aside: expect.stringContaining(`remit: ${PLACE} the book of ${TOWN} is too large to compile`),
    })
    expect(aside).toContain(TAKES_MOST)
  })

  const together: readonly (readonly string[])[] = [
    ['diff', TOWN, '--at', '2019-05-01', '--with', '2020-05-01'],
    ['impact', TOWN, '--at', '2019-05-01', '--with', '2020-05-01', '--rows', 'rows.csv'],
  ]
  test.each(together)('is refused by %s with its place', LONG, async (...words) => {
    const { code, aside } = await run(...words, ...(await orders()))
    expect({ code, aside }).toEqual({
      code: 66,
      aside: expect.stringContaining(
        `remit: ${PLACE} the books of ${TOWN} and ${TOWN} are together too large to compare`,
      ),
    })
    expect(aside).toContain(TAKES_MOST)
  })

  test('is told by cover, analyse and test, which go on with the others', LONG, async () => {
    const town = await orders()
    expect(await run('cover', ...town)).toMatchObject({ code: 0, aside: expect.stringContaining(PLACE) })
    const analysed = await run('analyse', TOWN, ...AT, ...town)
    expect(analysed.code).toBeGreaterThan(0)
    expect(`${analysed.out}${analysed.aside}`).toContain(PLACE)
    const tested = await run('test', ...town)
    expect(tested).toMatchObject({ code: 1, out: expect.stringContaining(`not run: ${PLACE}`) })
  })
})
