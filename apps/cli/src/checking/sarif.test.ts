import { readFileSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Compile } from 'typebox/schema'
import { beforeAll, describe, expect, test } from 'vitest'
import { townOrders } from '../testing/orders.ts'
import { run } from '../testing/run.ts'

/** As far as the tests look into a log. */
type Region = Readonly<Record<'startLine' | 'startColumn' | 'endLine' | 'endColumn', number>>
type Location = {
  readonly physicalLocation: { readonly artifactLocation: { readonly uri: string }; readonly region: Region }
  readonly message: { readonly text: string }
}
type Result = {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [Location]
  readonly relatedLocations?: readonly Location[]
  readonly fixes?: readonly unknown[]
  readonly partialFingerprints: Readonly<Record<string, string>>
}
type Log = {
  readonly runs: readonly [
    { readonly tool: { driver: { rules: { id: string; helpUri: string }[] } }; readonly results: readonly Result[] },
  ]
}

let validate: (log: unknown) => readonly string[]
beforeAll(() => {
  const file = join(import.meta.dirname, '..', 'testdata', 'sarif-2.1.0-rtm.5.json')
  // Its patterns are read without the `u` flag, with which one of them, that has a `]` alone, cannot be read.
  const patterns = (key: string, value: unknown) =>
    key === 'pattern' && typeof value === 'string' ? new RegExp(value) : value
  const validator = Compile(JSON.parse(readFileSync(file, 'utf8'), patterns))
  validate = (log) => validator.Errors(log)[1].map(({ instancePath, message }) => `${instancePath} ${message}`)
})

async function logOf(orders: string, ...paths: readonly string[]): Promise<Log> {
  const { json } = await run('check', ...paths, '--orders', orders, '--format', 'sarif')
  expect(validate(json)).toEqual([])
  // Proof: the schema of SARIF has just been held against it, and it is more exact.
  return json as Log
}

const FAULTY = {
  'us/il/town/x.md': {
    block: 'norm n\n  when requester is ic\n  oficer must pause\n\nnorm wait\n  officer may assist',
  },
}

describe('SARIF', () => {
  test('that is not SARIF is refused by the schema, so that the tests see it', async () => {
    const log = await logOf(await townOrders(FAULTY))
    expect(validate({ ...log, version: '2.0.0' })).not.toEqual([])
    expect(validate({ ...log, runs: [{ results: [] }] })).not.toEqual([])
  })

  test('of orders without a finding has no result', async () => {
    const orders = await townOrders()
    const { runs } = await logOf(orders, 'us/il/town/order')
    expect(runs[0].results).toEqual([])
  })

  test('has each finding at its place, in UTF-16 units from 1, the end after the last', async () => {
    const orders = await townOrders({ 'us/il/town/x.md': { block: 'norm n\n  -- 🚓\n  oficer must pause' } })
    const { runs } = await logOf(orders, 'us/il/town/x')
    const [result] = runs[0].results.filter(({ ruleId }) => ruleId === 'E101')
    expect(result).toMatchObject({
      level: 'error',
      message: { text: expect.stringContaining('`oficer`') },
      locations: [{ physicalLocation: { region: { startLine: 15, startColumn: 3, endLine: 15, endColumn: 9 } } }],
    })
    expect(result?.locations[0].physicalLocation.artifactLocation.uri).toBe(
      pathToFileURL(join(orders, 'us/il/town/x.md')).href,
    )
  })

  test('has a rule for each code that was met, with the page that explains it', async () => {
    const { runs } = await logOf(await townOrders(FAULTY))
    const { rules } = runs[0].tool.driver
    expect(rules.map(({ id }) => id)).toEqual([...new Set(runs[0].results.map(({ ruleId }) => ruleId))].sort())
    for (const { ruleId, ruleIndex } of runs[0].results) expect(rules[ruleIndex]?.id).toBe(ruleId)
    for (const { id, helpUri } of rules) expect(helpUri).toMatch(new RegExp(`^file:.*/docs/findings/${id}\\.md$`))
  })

  test('has the other places of a finding, and the fix as an edit where it is one text', async () => {
    const { runs } = await logOf(await townOrders(FAULTY), 'us/il/town/x')
    const fault = (code: string) => runs[0].results.find(({ ruleId }) => ruleId === code)
    const deletedRegion = { startLine: 15, startColumn: 3, endColumn: 9 }
    expect(fault('E101')?.fixes).toMatchObject([
      {
        description: { text: expect.stringContaining('`officer`') },
        artifactChanges: [{ replacements: [{ deletedRegion, insertedContent: { text: 'officer' } }] }],
      },
    ])
    expect(fault('E105')).not.toHaveProperty('fixes')
    expect(fault('E105')?.relatedLocations).toMatchObject([
      { physicalLocation: { artifactLocation: { uri: expect.stringContaining('us/words.md') } } },
    ])
  })

  test('has fingerprints that stay where lines are added above, and differ between findings', async () => {
    const orders = await townOrders(FAULTY)
    const fingerprints = async () => {
      const { runs } = await logOf(orders, 'us/il/town/x')
      return runs[0].results.map(({ ruleId, partialFingerprints }) => [ruleId, partialFingerprints['remitFinding/v1']])
    }
    const before = await fingerprints()
    expect(new Set(before.map(String)).size).toBe(before.length)
    const file = join(orders, 'us/il/town/x.md')
    const text = await readFile(file, 'utf8')
    await writeFile(file, text.replace('```remit', 'A sentence more.\n\nAnd one more.\n\n```remit'))
    expect(await fingerprints()).toEqual(before)
  })

  test('of the orders that come with the program names files as they lie in the repository', async () => {
    const { code, json } = await run('check', 'us/vocabulary', '--format', 'sarif')
    expect(validate(json)).toEqual([])
    const text = JSON.stringify(json)
    expect({ code, hasAbsolutePath: /"uri":"file:/.test(text) }).toEqual({ code: 0, hasAbsolutePath: false })
  })
})

describe('formats', () => {
  test('--json is --format json', async () => {
    const orders = await townOrders(FAULTY)
    const one = await run('check', '--orders', orders, '--json')
    const other = await run('check', '--orders', orders, '--format', 'json')
    expect(other).toEqual(one)
    expect((await run('check', '--orders', orders, '--format', 'text')).out).toMatch(/3 errors|2 errors/)
  })
})

test('--today tells of what has ended and nothing follows', async () => {
  const orders = await townOrders({
    'us/il/town/x.md': { 'in-force': 'from 2020-01-01 through 2020-12-31', block: 'norm n\n  officer must pause' },
  })
  const codes = async (...more: readonly string[]) =>
    (await run('check', 'us/il/town/x', '--orders', orders, ...more)).out
  expect(await codes()).not.toContain('W111')
  expect(await codes('--today', '2021-06-01')).toContain('W111')
  expect(await codes('--today', '2020-06-01')).not.toContain('W111')
})
