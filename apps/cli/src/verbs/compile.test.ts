import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

const CHICAGO = ['us/il/chicago/police', '--at', '2019-09-28T21:50'] as const
const USE = `import { decide, officerWaitForSupervisor, type Facts } from './orders.js'
declare const facts: Facts
export const modality: 'MUST' | 'SET ASIDE' | 'SILENT' = officerWaitForSupervisor(facts)
export const answer = decide('officer wait-for-supervisor', facts)
// @ts-expect-error: there is no such fact
officerWaitForSupervisor({ ...facts, requester: 'somebody' })
// @ts-expect-error: there is no such pair
decide('officer fly', facts)
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'remit-compile-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('compile', () => {
  test('writes a module that answers A1 and A4, and types that a compiler takes', async () => {
    const out = join(folder, 'orders.js')
    const { code, json } = await run('compile', ...CHICAGO, '--out', out, '--json')
    expect(code).toBe(0)
    expectSchema('compile', json)
    expect(json).toMatchObject({ file: out, types: join(folder, 'orders.d.ts'), book: { agency: CHICAGO[0] } })
    const module = await import(pathToFileURL(out).href)
    const a1 = { requester: 'ice-ero', 'supervisor is on-scene': false, 'supervisor has done direct-to-leave': false }
    expect(module.officerWaitForSupervisor({ ...a1, 'someone is in-danger': false })).toBe('MUST')
    expect(module.officerWaitForSupervisor({ ...a1, 'someone is in-danger': true })).toBe('SET ASIDE')
    expect(module.possible({ requester: 'nobody', 'request-purpose': 'civil-arrest' })).toBe(false)
    expect(json).toMatchObject({ book: { hash: module.book.hash } })
    await writeFile(join(folder, 'package.json'), '{"type":"module"}')
    await writeFile(join(folder, 'use.ts'), USE)
    const compiler = join(import.meta.dirname, '../../../../node_modules/.bin/tsc')
    const options = [
      '--ignoreConfig',
      '--noEmit',
      '--strict',
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--types',
      '',
    ]
    const { stdout, status } = spawnSync(compiler, [...options, join(folder, 'use.ts')], { encoding: 'utf8' })
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
  })

  test('writes one function alone, of one role and act', async () => {
    const out = join(folder, 'one.mjs')
    const pair = ['--role', 'officer', '--act', 'wait-for-supervisor']
    const { code, out: said } = await run('compile', ...CHICAGO, ...pair, '--out', out)
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('one.d.mts: 1 function, book ') })
    const { pairs } = await import(pathToFileURL(out).href)
    expect(Object.keys(pairs)).toEqual(['officer wait-for-supervisor'])
    expect(await readFile(join(folder, 'one.d.mts'), 'utf8')).toContain('officerWaitForSupervisor(facts: Pick<Facts, ')
  })

  test('says what is wrong with the call', async () => {
    const wrong = async (...args: readonly string[]) => {
      const { code, aside } = await run('compile', ...CHICAGO, ...args)
      return [code, aside.split('\n')[0]]
    }
    expect(await wrong()).toEqual([2, 'remit: `--out` is missing'])
    expect(await wrong('--out', 'x.txt')).toEqual([2, 'remit: `--out` ends in .js or .mjs, not as `x.txt` does'])
    expect(await wrong('--out', join(folder, 'x.js'), '--act', 'fly')).toEqual([
      2,
      expect.stringMatching(/^remit: there is no act `fly`/),
    ])
    expect(await wrong('--out', join(folder, 'none', 'x.js'))).toEqual([66, expect.stringContaining('none/x.js')])
  })
})
