/** `diff` and `impact` on the orders that come with the program, and on those of an invented town. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { TOWN, townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const CHICAGO = 'us/il/chicago/police'
const MEMO = [CHICAGO, '--at', '2019-09-25', '--with', '2019-09-27']
const TOWN_AT = [TOWN, '--at', '2020-05-01']

/** An order of a later day, by which officers may help where the scene is quiet. */
const LATER = {
  'in-force': 'from 2021-01-01',
  force: 'ordinance',
  block: `
exception when-quiet to wait of "order" for assist
  when scene is quiet
  officer may assist`,
}

describe('diff', () => {
  test('says what the memo of 2019 changed: for whom, from what to what, where, and by which order', async () => {
    const { code, out } = await run('diff', ...MEMO)
    expect(code).toBe(0)
    expect(out).toContain('only on 2019-09-27\n  documents in force: DHS memo (us/il/chicago/police/2019-09-dhs-memo)')
    expect(out).toContain(
      '  Wait for your supervisor (wait-for-supervisor)\n    SILENT → MUST, in 1 kind of situation:\n      - requester is ',
    )
    expect(out).toContain('      on 2019-09-27: DHS memo, wait-for-a-supervisor')
  })

  test('says the same as JSON, with scenarios to paste', async () => {
    const { code, json } = await run('diff', ...MEMO, '--json')
    expect(code).toBe(0)
    expectSchema('diff', json)
    expect(json).toMatchObject({
      before: { agency: CHICAGO },
      answers: expect.arrayContaining([
        expect.objectContaining({
          roles: ['officer'],
          acts: ['protect-life'],
          before: { modality: 'SILENT' },
          after: { modality: 'MUST' },
          conditions: ['someone is in-danger'],
          example: expect.objectContaining({
            situation: { 'someone is in-danger': true },
            scenarios: {
              before: expect.stringContaining('expect officer protect-life is silent'),
              after: expect.stringContaining('expect officer must protect-life'),
            },
          }),
        }),
      ]),
    })
    const { out } = await run('diff', ...MEMO, '--scenarios')
    expect(out).toContain('passes on 2019-09-27:')
  })

  test('compares two folders of orders, as of a proposed change', async () => {
    const orders = await townOrders()
    const proposed = await townOrders({ 'us/il/town/quiet.md': { ...LATER, 'in-force': 'from 2020-01-01' } })
    const { code, out, aside } = await run('diff', ...TOWN_AT, '--orders', orders, '--with-orders', proposed)
    expect({ code, aside }).toEqual({ code: 0, aside: '' })
    expect(out).toContain('  Help with the operation (assist)\n    MUST NOT → MAY, in 1 kind of situation:')
    expect(out).toContain('      - requester is ice, scene is quiet')
  })

  test('tells of one role and one act alone', async () => {
    const { code, json } = await run('diff', ...MEMO, '--role', 'officer', '--act', 'protect-life', '--json')
    expect(code).toBe(0)
    expectSchema('diff', json)
    const only = { roles: ['officer'], acts: ['protect-life'] }
    expect(json).toMatchObject({ answers: [expect.objectContaining(only)] })
    const { out } = await run('diff', ...MEMO, '--role', 'officer', '--act', 'protect-life')
    expect(out).toContain('(protect-life)')
    expect(out).not.toContain('(wait-for-supervisor)')
  })

  test('says that nothing differs before a document begins, nor where the orders are the same', async () => {
    const later = await townOrders({ 'us/il/town/quiet.md': LATER })
    const before = await run('diff', ...TOWN_AT, '--orders', await townOrders(), '--with-orders', later)
    expect(before).toMatchObject({ code: 0, out: expect.stringMatching(/\n\nno answer differs$/) })
    const after = await run('diff', ...TOWN_AT, '--with', '2021-05-01', '--orders', later)
    expect(after.out).toContain('MUST NOT → MAY')
  })

  test('compares two agencies', async () => {
    const { code, json } = await run('diff', CHICAGO, 'us/tx/houston/police', '--at', '2026-05-01', '--json')
    expect(code).toBe(0)
    expectSchema('diff', json)
  })

  test('says in words why two books cannot be compared', async () => {
    const words = { force: 'vocabulary', block: 'fact hours is a number of hours\n  ask "How long?"' }
    const other = { force: 'vocabulary', block: 'fact hours is one of few, many\n  ask "How long?"' }
    const [one, two] = [await townOrders({ 'us/more.md': words }), await townOrders({ 'us/more.md': other })]
    const { code, out, aside } = await run('diff', ...TOWN_AT, '--orders', one, '--with-orders', two)
    expect({ code, aside }).toEqual({ code: 1, aside: '' })
    expect(out).toContain('`hours` is a number in the one and one of some values in the other')
    const { json } = await run('diff', ...TOWN_AT, '--orders', one, '--with-orders', two, '--json')
    expectSchema('diff', json)
  })

  test.each([
    [['diff', CHICAGO, '--at', '2019-09-25'], 'nothing to compare with'],
    [['diff', CHICAGO, '--with', '2019-09-25'], '`--at` is missing'],
    [['diff', '--at', '2019-09-25'], 'AGENCY is missing'],
    [['diff', CHICAGO, '--at', '2019-09-25', '--with', 'soon'], 'there is no day or time `soon`'],
    [['diff', ...MEMO, '--role', 'oficer'], 'there is no role `oficer`; `officer` is near'],
    [['diff', ...MEMO, '--act', 'protect-live'], 'there is no act `protect-live`; `protect-life` is near'],
    [['impact', ...MEMO, '--act', 'protect-life'], '`--act` is no option of `impact`'],
    [['impact', ...MEMO], 'give either --rows'],
  ])('refuses %j', async (args, reason) => {
    const { code, aside } = await run(...args)
    expect({ code, aside }).toEqual({ code: 2, aside: expect.stringContaining(reason) })
  })
})

/** A table on the disk, removed when the test ends. */
async function table(text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'remit-rows-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  const file = join(folder, 'rows.csv')
  await writeFile(file, text)
  return file
}

const ROWS = `#incident,requester,supervisor is on-scene,someone is in-danger
1,ice-ero,no,
2,ice-ero,no,no
3,ice-ero,no,unknown

4,other-agency,,no
`

describe('impact', () => {
  test('counts which past situations would be answered otherwise, and names their rows', async () => {
    const { code, out } = await run('impact', ...MEMO, '--rows', await table(ROWS))
    expect(code).toBe(0)
    expect(out).toContain('4 situations, 3 of them different; 3 situations would be answered otherwise')
    expect(out).toContain('  2  officer: Wait for your supervisor (wait-for-supervisor)\n     SILENT → MUST\n')
    expect(out).toContain('    row 2, row 3\n')
    const { json } = await run('impact', ...MEMO, '--rows', await table(ROWS), '--json')
    expectSchema('impact', json)
    expect(json).toMatchObject({
      rows: 4,
      kinds: 3,
      differing: 3,
      groups: [{ rows: ['row 2', 'row 3'] }, { rows: ['row 4'] }],
    })
  })

  test('says which cells it cannot read, and counts nothing', async () => {
    const file = await table('requester,supervisor is here,someone is in-danger\nice-erro,yes,maybe\nice-ero,,,\n')
    const { code, out } = await run('impact', ...MEMO, '--rows', file)
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      expect.stringContaining('row 1, column 2 (supervisor is here): there is no fact `supervisor is here`'),
      expect.stringContaining('row 2, column 1 (requester): `ice-erro` is none of its values; `ice-ero` is near'),
      expect.stringContaining('row 2, column 3 (someone is in-danger): `maybe` is none of its values'),
      expect.stringContaining('row 3, column 4: this row has more cells than there are heads'),
      'nothing is counted while a cell cannot be read',
    ])
    const { json } = await run('impact', ...MEMO, '--rows', file, '--json')
    expectSchema('impact', json)
  })

  test('says what is wrong with a file that is no table, and with one that is not there', async () => {
    expect((await run('impact', ...MEMO, '--rows', await table('requester\n"ice-ero\n'))).out).toContain('is not CSV')
    expect((await run('impact', ...MEMO, '--rows', await table(''))).out).toContain('the file is empty')
    expect(await run('impact', ...MEMO, '--rows', '/nowhere.csv')).toMatchObject({ code: 66 })
    expect(await run('impact', ...MEMO, '--record', '/nowhere.json')).toMatchObject({ code: 66 })
  })
})
