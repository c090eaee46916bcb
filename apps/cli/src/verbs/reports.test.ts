import { expect, test } from 'vitest'
import { TOWN, townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const HOLDS = {
  'in-force': 'from 2021-08-02 through 2022-12-31',
  block: `role state "The state" outside
report holds
  agency to state
  every year, also when none
  due 1 march
  fields "how many", "how long"
  cite "Code 7"`,
}

test('reports are told with their period, the part in force, and the day', async () => {
  const orders = await townOrders({ 'us/il/law.md': HOLDS })
  const args = ['reports', TOWN, '--from', '2021-01-01', '--through', '2023-12-31', '--orders', orders]
  expect((await run(...args)).out).toBe(`2021-01-01 to 2021-12-31  The agency to The state: holds
  due 2022-03-01, also when there is none
  for 2021-08-02 to 2021-12-31
  - how many
  - how long
  us/il/law: Code 7

2022-01-01 to 2022-12-31  The agency to The state: holds
  due 2023-03-01, also when there is none
  - how many
  - how long
  us/il/law: Code 7`)
  const { json } = await run(...args, '--json')
  expectSchema('reports', json)
  expect(json).toMatchObject({
    agency: TOWN,
    reports: [
      {
        name: 'holds',
        to: ['state'],
        period: { from: '2021-01-01', through: '2021-12-31' },
        parts: [{ from: '2021-08-02T05:00:00.000Z', through: '2022-01-01T05:59:59.999Z' }],
        due: { day: '2022-03-01' },
      },
      { due: { day: '2023-03-01' } },
    ],
  })
})

test('nothing is owed of a time in which no period closed', async () => {
  const orders = await townOrders({ 'us/il/law.md': HOLDS })
  const { code, out } = await run(
    'reports',
    TOWN,
    '--from',
    '2022-01-01',
    '--through',
    '2022-12-30',
    '--orders',
    orders,
  )
  expect({ code, out }).toEqual({ code: 0, out: `${TOWN} owes no report for this time` })
  expect((await run('reports', TOWN, '--orders', orders)).code).toBe(0)
})

test('no report is silently missing: a book with an error is no answer', async () => {
  const orders = await townOrders({ 'us/il/law.md': { ...HOLDS, block: HOLDS.block.replace('to state', 'to sate') } })
  const { code, out, aside } = await run('reports', TOWN, '--through', '2023-12-31', '--orders', orders)
  expect({ code, out }).toEqual({ code: 66, out: '' })
  expect(aside).toContain('a report might be missing: E101')
})
