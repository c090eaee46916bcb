import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const CARD = ['paper', 'card', 'us/il/chicago/police/demo', '--at', '2019-09-28T21:50'] as const
const SHEET = ['paper', 'sheet', 'us/il/chicago/police/demo', '--since', '2019-09-20', '--at', '2019-09-28'] as const

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-paper-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('paper', () => {
  test('writes a card as PDF and as HTML, by the name of the file', async () => {
    const [pdf, html] = [join(folder, 'card.pdf'), join(folder, 'card.html')]
    const { code, out } = await run(...CARD, '--out', pdf)
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/card\.pdf: [\d,]+ bytes$/) })
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await run(...CARD, '--out', html)).code).toBe(0)
    expect(await readFile(html, 'utf8')).toContain('Wait for your supervisor.')
  })

  test('says a card as data, valid to the end of its day or of the one given, never past a change', async () => {
    const { json } = await run(...CARD, '--json')
    expectSchema('paper', json)
    expect(json).toMatchObject({ paper: { kind: 'visor card', validThrough: Date.UTC(2019, 8, 29, 5) - 1 } })
    const week = await run(...CARD, '--through', '2019-09-29', '--json')
    expect(week.json).toMatchObject({ paper: { validThrough: Date.UTC(2019, 8, 30, 5) - 1 } })
  })

  test('says a sheet as data, and writes it too where a file is named', async () => {
    const out = join(folder, 'sheet.html')
    const { json } = await run(...SHEET, '--out', out, '--json')
    expectSchema('paper', json)
    expect(json).toMatchObject({ file: out, paper: { kind: 'shift sheet', begun: ['DHS memo'], ended: [] } })
    expect(await readFile(out, 'utf8')).toContain('Changed since your last shift')
  })

  test.each([
    [['paper'], '`card` or `sheet` is missing'],
    [[...CARD], '`--out` is missing'],
    [[...CARD, '--out', 'card.doc'], '`card.doc` is neither .pdf nor .html'],
    [[...CARD, '--since', '2019-09-20', '--json'], '`--since` is for `sheet`'],
    [[...CARD, '--through', '2019-09-01', '--json'], '`--through` is before `--at`'],
    [[...SHEET, '--through', '2019-09-29', '--json'], '`--through` is for `card`'],
    [['paper', 'sheet', 'us/il/chicago/police/demo', '--at', '2019-09-28', '--json'], '`--since` is missing'],
    [['paper', 'sheet', 'us/il/chicago/police/demo', '--since', '2020-09-28', '--at', '2019-09-28', '--json'], 'after'],
  ])('%j is wrong use', async (args, words) => {
    const { code, aside } = await run(...args)
    expect(code).toBe(2)
    expect(aside).toContain(words)
  })
})
