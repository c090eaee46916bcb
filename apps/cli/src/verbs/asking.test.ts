/** `decide`, `ask` and `explain` on the orders that come with the program. Expectations are those of the article's cases. */

import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answer } from '@remit/engine/questions/answer.ts'
import type { Question } from '@remit/engine/questions/ask.ts'
import type { Explanation } from '@remit/engine/questions/explain.ts'
import { describe, expect, test } from 'vitest'
import { TOWN, townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

type Decided = {
  readonly book: { readonly agency: string; readonly at: string; readonly hash: string }
  readonly answers: readonly Answer[]
  readonly nextChangeMs?: number
  readonly question?: Question
}

const CHICAGO = 'us/il/chicago/police'
const A1 = 'requester is ice-ero; request-purpose is civil-arrest'
const A1_AT = ['--at', '2019-09-28T21:50', '--given', A1]

async function decided(...args: readonly string[]): Promise<Decided> {
  const { code, json, aside } = await run('decide', ...args, '--json')
  expect({ code, aside }).toEqual({ code: 0, aside: '' })
  expectSchema('decide', json)
  // Its schema has just been checked.
  return json as Decided
}

/** What is determined of an act, and by which norms' names. */
function said({ answers }: Decided, role: string, act: string) {
  const answer = answers.find((answer) => answer.role === role && answer.act === act)
  if (answer === undefined) return 'SILENT'
  const { result, deciding } = answer
  const modality = result.kind === 'settled' ? result.modality : 'open'
  return [modality, ...deciding.map(({ norm }) => norm.slice(norm.indexOf('#') + 1))].join(' ')
}

describe('decide', () => {
  test('answers A1 with the book, each role and act that is not silent, and the next question', async () => {
    const answer = await decided(CHICAGO, ...A1_AT, '--role', 'officer')
    expect(answer.book).toEqual({
      agency: CHICAGO,
      at: '2019-09-29T02:50:00.000Z',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(new Set(answer.answers.map(({ role }) => role))).toEqual(new Set(['officer']))
    expect(answer.answers.find(({ act }) => act === 'wait-for-supervisor')).toMatchObject({
      role: 'officer',
      result: { kind: 'settled', modality: 'MUST' },
      deciding: [{ norm: 'us/il/chicago/police/2019-09-dhs-memo#wait-for-a-supervisor', modality: 'must' }],
      presumed: expect.arrayContaining(['someone is in-danger', 'supervisor is on-scene']),
      citations: [{ cite: 'CPD memo, late September 2019', verified: 'secondary' }],
      arises: 'yes',
    })
    expect(said(answer, 'officer', 'assist-civil-arrest')).toBe('MUST NOT wait-for-a-supervisor')
    expect(said(answer, 'officer', 'leave-scene')).toBe('SILENT')
    expect(answer.answers.every(({ result }) => result.kind === 'open' || result.modality !== 'SILENT')).toBe(true)
    expect(answer.question).toMatchObject({ ask: expect.stringMatching(/\?$/), decides: expect.any(Array) })
  })

  test('answers for every role without --role, and the same for one of them', async () => {
    const all = await decided(CHICAGO, ...A1_AT)
    const one = await decided(CHICAGO, ...A1_AT, '--role', 'officer')
    expect(all.answers.filter(({ role }) => role === 'officer')).toEqual(one.answers)
    expect(new Set(all.answers.map(({ role }) => role)).size).toBeGreaterThan(5)
  })

  test('in danger sets waiting aside and still forbids help with the arrest (A4)', async () => {
    const danger = await decided(CHICAGO, ...A1_AT, '--given', 'danger-reported')
    expect(said(danger, 'officer', 'protect-life')).toBe('MUST help-in-danger')
    expect(said(danger, 'officer', 'wait-for-supervisor')).toMatch(/^SET ASIDE/)
    expect(said(danger, 'officer', 'assist-civil-arrest')).toMatch(/^MUST NOT/)
  })

  test('answers Fairfax with and without other custody (A6, A7)', async () => {
    const at = ['us/va/fairfax-county/police', '--at', '2019-09-21T14:46', '--given']
    const notice = 'requester is nobody; request-purpose is none; hit is civil; custody is'
    const [a6, a7] = [
      await decided(...at, `${notice} not for-another-violation`),
      await decided(...at, `${notice} for-another-violation`),
    ]
    expect(said(a6, 'officer', 'call-ice')).toBe('MUST NOT ignore-the-hit')
    expect(said(a6, 'officer', 'arrest-on-civil-warrant')).toMatch(/^MUST NOT/)
    expect(a6.answers.find(({ role, act }) => role === 'officer' && act === 'confirm-hit')).toMatchObject({
      result: { modality: 'REFER' },
      referral: { cause: 'unsettled', ask: ['county-attorney'] },
    })
    expect(said(a7, 'officer', 'confirm-hit')).toBe('MAY confirm-in-custody')
    expect(said(a7, 'officer', 'arrest-on-civil-warrant')).toMatch(/^MUST NOT/)
  })

  test("answers a sheriff's jail in Texas (S23)", async () => {
    const at = ['us/tx/harris-county/sheriff', '--at', '2026-03-20', '--given']
    const detainer =
      'requester is ice-ero; request-purpose is civil-detention; asks include hold; asks include notify; person is in-custody; warrant is i-200; detainer-received'
    const before = await decided(...at, detainer)
    expect(said(before, 'jailer', 'give-release-info')).toBe('MUST notify-as-requested')
    const due = await decided(...at, `${detainer}; release-due`)
    expect(said(due, 'jailer', 'hold-on-detainer')).toBe('MUST hold-as-requested')
    expect(due.nextChangeMs).toBe(48 * 3_600_000 + 1)
  })

  test('answers Houston by the version of its day (A13)', async () => {
    const hit =
      'requester is nobody; request-purpose is none; hit is civil; stop is not finished; crime is not suspected; custody is not for-another-violation'
    const on = (day: string) => decided('us/tx/houston/police', '--at', day, '--given', hit)
    const [april, may] = [await on('2026-04-10'), await on('2026-05-01')]
    expect(april.book.hash).not.toBe(may.book.hash)
    expect(said(april, 'officer', 'prolong-stop')).toMatch(/^MUST NOT/)
    expect(said(april, 'officer', 'call-ice')).toMatch(/^MUST/)
  })

  test('says which facts cannot be together, and exits 1', async () => {
    const facts = ['--given', 'requester is nobody; request-purpose is civil-arrest']
    const args = [CHICAGO, '--at', '2019-09-28', ...facts]
    for (const verb of ['decide', 'ask', 'explain'] as const) {
      const more = verb === 'explain' ? ['--role', 'officer', '--act', 'assist-civil-arrest'] : []
      const { code, json } = await run(verb, ...args, ...more, '--json')
      expect(code).toBe(1)
      expectSchema(verb, json)
      expect(json).toMatchObject({
        book: { agency: CHICAGO },
        impossible: [{ words: 'never requester is nobody and request-purpose is not none' }],
      })
      expect((await run(verb, ...args, ...more)).out).toBe(
        'these facts cannot be together:\n  never requester is nobody and request-purpose is not none',
      )
    }
  })

  test('reads an agency as a folder, facts on several lines or in several options, and a time as local', async () => {
    const orders = await townOrders()
    const plain = await run(
      'decide',
      TOWN,
      '--at',
      '2020-05-01T12:00',
      '--given',
      'requester is ice; scene is not quiet',
      '--orders',
      orders,
    )
    const same = ['--given', 'requester is ice\n', '--given', ' ;scene is not quiet;', '--orders', orders]
    expect(plain.code).toBe(0)
    expect(await run('decide', `orders/${TOWN}/`, '--at', '2020-05-01', ...same)).toEqual(plain)
  })
})

describe('the text of decide', () => {
  test('is by role, what must be done first, and says how much more there is', async () => {
    const { out } = await run('decide', CHICAGO, ...A1_AT)
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^Chicago Police Department, 2019-09-28 21:50 \(book [0-9a-f]{12}\)$/),
      '',
      'officer',
      '  MUST        Wait for your supervisor (wait-for-supervisor)',
      '              CPD memo, late September 2019 (secondary)',
      expect.stringMatching(/^ {14}presumed: someone is not in-danger, .*supervisor is not on-scene$/),
      '  MUST NOT    Help with the immigration arrest (assist-civil-arrest)',
      '              CPD memo, late September 2019 (secondary)',
      expect.stringMatching(/^ {14}presumed: .*supervisor is not on-scene/),
      '',
      expect.stringMatching(
        /^\d+ more answers, about acts that do not arise here or roles that the agency does not staff: --json shows all$/,
      ),
      '',
      expect.stringMatching(/^next question: .*\?$/),
    ])
  })

  test('says the same of several roles once', async () => {
    const given = ['--given', A1]
    const { out } = await run('decide', 'us/va/fairfax-county/police', '--at', '2026-05-01', ...given)
    expect(out).toContain('\nofficer, supervisor, dispatcher, staff, watch-commander, agency\n')
    expect(out).toContain('\n              ask county-attorney\n')
    expect(out).not.toContain('jailer')
  })

  test('says what silence means where the orders say nothing', async () => {
    const orders = await townOrders()
    const { out } = await run(
      'decide',
      TOWN,
      '--at',
      '2020-05-01',
      '--given',
      'requester is sheriff',
      '--orders',
      orders,
    )
    expect(out).toMatch(/^.*\n\nAsk your supervisor\.$/)
  })

  test('says what an open answer hangs on', async () => {
    const orders = await townOrders()
    const { out } = await run('decide', TOWN, '--at', '2020-05-01', '--orders', orders)
    expect(out).toContain(
      'OPEN        Wait for your supervisor (pause)\n              MUST or SILENT: hangs on requester',
    )
    expect(out).toContain('\nnext question: Who is asking?')
  })
})

describe('ask', () => {
  test('gives the question with its answers as --given takes them', async () => {
    const orders = await townOrders()
    const { out } = await run('ask', TOWN, '--at', '2020-05-01', '--orders', orders)
    expect(out.split('\n').slice(2)).toEqual([
      'Who is asking?',
      '  ICE          --given "requester is ice"',
      '  The sheriff  --given "requester is sheriff"',
      '',
      expect.stringMatching(/^decides assist for officer: \w/),
      expect.stringMatching(/^decides pause for officer: \w/),
    ])
    const { json } = await run('ask', TOWN, '--at', '2020-05-01', '--orders', orders, '--json')
    expectSchema('ask', json)
    expect(json).toMatchObject({ question: { input: 'requester' } })
  })

  test('ranks every question that matters, by how many are expected to be left', async () => {
    const { code, out } = await run('ask', CHICAGO, ...A1_AT, '--role', 'officer', '--all')
    expect(code).toBe(0)
    expect(out).toMatch(/\n *(about )?\d+\.\d {2}\S.*\?/)
    const { json } = await run('ask', CHICAGO, ...A1_AT, '--role', 'officer', '--all', '--json')
    expectSchema('ask', json)
    const one = await run('ask', CHICAGO, ...A1_AT, '--role', 'officer', '--json')
    // Their schemas are checked.
    const { questions } = json as { readonly questions: readonly Question[] }
    const { question } = one.json as { readonly question: Question }
    expect(questions[0]).toMatchObject(question)
    expect(new Set(questions.map(({ input }) => input)).size).toBe(questions.length)
  })

  test('takes counts of the past, and refuses what is none', async () => {
    const orders = await townOrders()
    const withCounts = async (counts: string) => {
      const file = join(orders, 'counts.json')
      await writeFile(file, counts)
      return run('ask', TOWN, '--at', '2020-05-01', '--orders', orders, '--likely', file, '--all', '--json')
    }
    const { code, json } = await withCounts('{"requester": {"ice": 98}}')
    expectSchema('ask', json)
    expect(code).toBe(0)
    const wrong = {
      '[': 'no JSON object',
      '{"requester": 3}': 'no JSON object',
      '{"requestor": {}}': '`requester` is near',
      '{"requester": {"icee": 1}}': 'no value of `requester` `icee`',
      '{"requester": {"ice": -1}}': 'no number from 0',
    }
    for (const [counts, said] of Object.entries(wrong)) {
      const { code, aside } = await withCounts(counts)
      expect({ code, aside }).toEqual({ code: 2, aside: expect.stringContaining(said) })
    }
  })

  test('has nothing to ask where nothing can change', async () => {
    const orders = await townOrders()
    const at = [TOWN, '--at', '2020-05-01', '--given', 'requester is ice', '--orders', orders]
    expect((await run('ask', ...at)).out).toContain('nothing to ask')
    const { json } = await run('ask', ...at, '--json')
    expectSchema('ask', json)
    expect(json).toEqual({ book: expect.anything() })
  })
})

describe('explain', () => {
  const why = [CHICAGO, ...A1_AT, '--role', 'officer', '--act']

  test('says what decides, with its source, and which one fact would change it', async () => {
    const { code, out } = await run('explain', ...why, 'wait-for-supervisor')
    expect(code).toBe(0)
    expect(out).toContain('  decides         DHS memo: officer must wait-for-supervisor\n')
    expect(out).toContain('CPD memo, late September 2019, us/il/chicago/police/2019-09-dhs-memo, secondary')
    expect(out).toContain('\n  supervisor is on-scene: SILENT')
    const { json } = await run('explain', ...why, 'wait-for-supervisor', '--json')
    expectSchema('explain', json)
    // Its schema has just been checked.
    const { changes } = json as Explanation
    expect(changes).toContainEqual({ input: 'supervisor is on-scene', value: true, modalities: ['SILENT'] })
  })

  test('says that the orders are silent', async () => {
    const { out } = await run('explain', ...why, 'leave-scene')
    expect(out).toContain('\n\nSILENT: these orders say nothing of it here.')
    const { code, json } = await run('explain', ...why, 'leave-scene', '--json')
    expectSchema('explain', json)
    expect({ code, json }).toEqual({ code: 0, json: { book: expect.anything() } })
  })
})

describe('an agency whose orders cannot be read whole', () => {
  const broken = { block: 'norm x\n  oficer must pause pause' }
  const verbs = ['decide', 'ask', 'explain'] as const
  const argsOf = (verb: string) => [
    ...[verb, TOWN, '--at', '2020-05-01', '--given', 'requester is ice'],
    ...(verb === 'explain' ? ['--role', 'officer', '--act', 'pause'] : []),
  ]

  test.each(verbs)('gets no answer from %s, but the place of the first fault', async (verb) => {
    for (const path of ['us/broken.md', 'us/il/broken.md', 'us/il/town/police/broken.md']) {
      const orders = await townOrders({ [path]: broken })
      const { code, out, aside } = await run(...argsOf(verb), '--orders', orders)
      expect({ code, out }).toEqual({ code: 66, out: '' })
      expect(aside).toMatch(
        new RegExp(`^remit: the orders of ${TOWN} cannot be read whole, so nothing is said from them: ${path}:\\d+: E`),
      )
      expect(aside).toContain('`remit check`')
    }
  })

  test.each(verbs)('is answered by %s where the faulty document is of another place', async (verb) => {
    const agency = 'no front matter'
    const orders = await townOrders({ 'us/il/other/broken.md': broken, 'us/il/town/agency.md': agency })
    expect((await run(...argsOf(verb), '--orders', orders)).code).toBe(0)
  })

  test('is told so where its own agency.md is the fault', async () => {
    const orders = await townOrders({ [`${TOWN}/agency.md`]: '---\nname: Town\n---\n' })
    const { code, aside } = await run(...argsOf('decide'), '--orders', orders)
    expect(code).toBe(66)
    expect(aside).toContain(`${TOWN}/agency.md:2: E013`)
  })

  test('is told so where a document names what there is not', async () => {
    const orders = await townOrders({ 'us/il/broken.md': { block: 'norm x\n  oficer must pause' } })
    const { code, aside } = await run(...argsOf('decide'), '--orders', orders)
    expect(code).toBe(66)
    expect(aside).toBe(
      `remit: the book of ${TOWN} at 2020-05-01 cannot be used: us/il/broken.md:14: E101 there is no role or group \`oficer\`; \`remit check\` shows all that is wrong`,
    )
  })
})
