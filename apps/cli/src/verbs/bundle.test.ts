import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const CHICAGO = 'us/il/chicago/police'
const AT = ['--at', '2019-09-28T21:50']
const LONG = { timeout: 120_000 }

let folder: string
let file: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-bundle-'))
  file = join(folder, 'chicago.bundle')
  const { code, json } = await run('bundle', CHICAGO, ...AT, '--out', file, '--json')
  expect(code).toBe(0)
  expectSchema('bundle', json)
  expect(json).toMatchObject({ file, book: { agency: CHICAGO }, bytes: (await readFile(file)).length })
})
afterAll(() => rm(folder, { recursive: true }))

describe('bundle', () => {
  test('answers from the file what `decide` answers from the orders', LONG, async () => {
    const facts = '{"requester": "ice-ero", "request-purpose": "civil-arrest"}'
    const read = await run('bundle', '--read', file, '--facts', facts, '--role', 'officer', '--json')
    const given = 'requester is ice-ero; request-purpose is civil-arrest'
    const decided = await run('decide', CHICAGO, ...AT, '--given', given, '--role', 'officer', '--json')
    expect(read.code).toBe(0)
    expectSchema('bundle', read.json)
    expect(read.json).toEqual(decided.json)
    const text = await run('bundle', '--read', file, '--facts', facts, '--role', 'officer')
    expect(text.out).toContain('MUST')
  })

  test('refuses a file that was changed, and says so', LONG, async () => {
    const bytes = await readFile(file)
    bytes[500] = (bytes[500] ?? 0) ^ 1
    const changed = join(folder, 'changed.bundle')
    await writeFile(changed, bytes)
    const { code, aside } = await run('bundle', '--read', changed)
    expect({ code, aside }).toEqual({
      code: 66,
      aside: `remit: ${changed} is refused: it is not what it was when its hash was taken`,
    })
  })

  test('refuses a file that is no bundle or is not there', LONG, async () => {
    const other = join(folder, 'other')
    await writeFile(other, 'nothing of the kind')
    expect(await run('bundle', '--read', other)).toMatchObject({ code: 66, aside: expect.stringContaining('refused') })
    expect(await run('bundle', '--read', join(folder, 'none'))).toMatchObject({ code: 66 })
    const out = join(folder, 'none', 'x.bundle')
    expect(await run('bundle', CHICAGO, ...AT, '--out', out)).toMatchObject({ code: 66 })
  })

  test('says what is wrong with how it is called', LONG, async () => {
    const wrong = async (...args: readonly string[]) => {
      const { code, aside } = await run('bundle', ...args)
      expect([args, code]).toEqual([args, 2])
      return aside
    }
    expect(await wrong()).toContain('AGENCY is missing')
    expect(await wrong(CHICAGO, ...AT)).toContain('`--out` is missing')
    expect(await wrong(CHICAGO, ...AT, '--out', file, '--role', 'officer')).toContain('`--role` is for `--read`')
    expect(await wrong('--read', file, ...AT)).toContain('leave out `--at`')
    expect(await wrong('--read', file, '--facts', '[]')).toContain('one JSON object')
    expect(await wrong('--read', file, '--facts', '{"requestor": "ice-ero"}')).toContain('`requester` is near')
    expect(await wrong('--read', file, '--facts', '{"requester": 1}')).toContain('"ice-ero"')
    expect(await wrong('--read', file, '--facts', '{"supervisor is on-scene": "no"}')).toContain('true or false')
  })
})
