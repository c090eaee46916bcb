/** `what-if` and `why-not` on the orders that come with the program. */
import { describe, expect, test } from 'vitest'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const CHICAGO = ['us/il/chicago/police', '--at', '2019-09-28T21:50']
const OFFICER = [...CHICAGO, '--role', 'officer', '--given', 'requester is ice-ero; request-purpose is civil-arrest']

describe('what-if', () => {
  test('says what would have to change on the night of the memo, the nearest first', async () => {
    const { code, out } = await run('what-if', ...OFFICER, '--act', 'wait-for-supervisor')
    expect(code).toBe(0)
    expect(out).toContain('officer wait-for-supervisor is MUST\n')
    expect(out).toContain('SET ASIDE (1 fact changed)\n  if someone is in danger')
    expect(out).toContain('  if supervisor is on scene')
  })

  test('keeps to what one wants, with the facts that an event can change before those that none does', async () => {
    const args = [...OFFICER, '--act', 'assist-civil-arrest', '--want', 'may']
    const { code, json } = await run('what-if', ...args, '--json')
    expect(code).toBe(0)
    expectSchema('what-if', json)
    expect(json).toMatchObject({
      now: ['MUST NOT'],
      answers: [
        {
          modality: 'MAY',
          distance: 2,
          ways: expect.arrayContaining([
            expect.objectContaining({
              facts: expect.arrayContaining([
                expect.objectContaining({ input: 'supervisor is on-scene', values: [true], canChange: true }),
              ]),
            }),
          ]),
        },
      ],
    })
    expect(await run('what-if', ...args.slice(0, -1), 'must')).toMatchObject({
      out: expect.stringContaining('no possible situation makes it MUST'),
    })
  })

  test('says which answers there are where it does not know the one that is wanted', async () => {
    const { code, aside } = await run('what-if', ...OFFICER, '--act', 'leave-scene', '--want', 'shall')
    expect(code).toBe(2)
    expect(aside).toContain('there is no answer `SHALL`')
  })
})

describe('why-not', () => {
  test('names the norm that would say so, why it does not, and what would have to be so', async () => {
    const { code, out } = await run('why-not', ...OFFICER, '--act', 'leave-scene')
    expect(code).toBe(0)
    expect(out).toContain('officer leave-scene is SILENT, not MUST')
    expect(out).toContain('does not apply, because supervisor has not done “direct to leave”')
    expect(out).toContain('MUST (1 fact changed)\n  if supervisor has done “direct to leave”')
  })

  test('names what decides instead', async () => {
    const args = [...OFFICER, '--act', 'assist-civil-arrest', '--expected', 'MAY']
    const { code, json } = await run('why-not', ...args, '--json')
    expect(code).toBe(0)
    expectSchema('why-not', json)
    expect(json).toMatchObject({
      expected: 'MAY',
      isSo: false,
      instead: [{ part: 'decides', source: { norm: 'us/il/chicago/police/2019-09-dhs-memo#wait-for-a-supervisor' } }],
      claims: [{ fate: 'does not apply' }],
      nearest: { modality: 'MAY', distance: 2 },
    })
  })

  test('says so where it is as expected, and where no order speaks of it', async () => {
    expect((await run('why-not', ...OFFICER, '--act', 'wait-for-supervisor')).out).toContain('is MUST, as expected')
    const unsaid = await run('why-not', ...OFFICER, '--act', 'call-ice', '--expected', 'should')
    expect(unsaid.out).toContain('no order speaks of it so')
  })

  test('takes the facts to be together, and exits 1 where they are not', async () => {
    const given = ['--given', 'requester is nobody; request-purpose is civil-arrest']
    for (const verb of ['what-if', 'why-not'] as const) {
      const { code, json } = await run(
        verb,
        ...CHICAGO,
        ...given,
        '--role',
        'officer',
        '--act',
        'leave-scene',
        '--json',
      )
      expect(code).toBe(1)
      expectSchema(verb, json)
    }
  })
})
