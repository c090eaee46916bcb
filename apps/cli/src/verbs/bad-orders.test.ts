/** Orders as they should not be: each fault is a finding with code, place and fix, and the program goes on to its end. */
import type { Finding } from '@remit/language/text/finding.ts'
import { describe, expect, test } from 'vitest'
import { TOWN, townOrders, type Written } from '../testing/orders.ts'
import { run } from '../testing/run.ts'
import { expectSchema } from '../testing/schema.ts'

/** What `check` finds in `files` beside the town's orders: `path:line code`, and the findings themselves. */
async function checked(files: Readonly<Record<string, Written>>) {
  const orders = await townOrders(files)
  const { code, json, aside } = await run('check', '--orders', orders, '--json')
  expectSchema('check', json)
  expect(aside).toBe('')
  // Its schema has just been checked.
  const { findings, errors } = json as { readonly findings: readonly Finding[]; readonly errors: number }
  expect(code).toBe(errors === 0 ? 0 : 1)
  const text = await run('check', '--orders', orders)
  expect(text.code).toBe(code)
  for (const { message } of findings) expect(text.out).toContain(message)
  const places = findings
    .filter(({ code }) => code.startsWith('E'))
    .map(({ code, labels: [{ span }] }) => `${span.file}:${span.line} ${code}`)
  return { orders, places, findings }
}

const FRONT = [
  'title: A',
  'issuer: B',
  'short: C',
  'force: ordinance',
  'in-force: from 2020-01-01',
  'source: D',
  'verified: primary',
]
const frontMatter = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n`

describe('malformed front matter', () => {
  test.each([
    ['no front matter at all', '# An order\n', ['us/x.md:1 E010']],
    ['front matter that is not closed', '---\ntitle: A\n', ['us/x.md:1 E010']],
    ['a key that there is not', frontMatter(...FRONT, 'titel: A'), ['us/x.md:9 E012']],
    ['a key that is missing', frontMatter(...FRONT.slice(1)), ['us/x.md:2 E013']],
    ['a key given twice', frontMatter(...FRONT, 'title: E'), ['us/x.md:9 E015']],
    ['a force that there is not', frontMatter(...FRONT.with(3, 'force: decree')), ['us/x.md:5 E201']],
    ['a day that there is not', frontMatter(...FRONT.with(4, 'in-force: from 2020-02-30')), ['us/x.md:6 E034']],
    ['a period in other words', frontMatter(...FRONT.with(4, 'in-force: since 2020')), ['us/x.md:6 E014']],
    ['what is no YAML', frontMatter('title: [a, b', 'x: {'), ['us/x.md:3 E011']],
    ['an alias, which YAML could unfold without end', frontMatter(...FRONT, 'cite: *a'), ['us/x.md:9 E014']],
  ])('is told: %s', async (_, text, expected) => {
    const { places, findings } = await checked({ 'us/x.md': text })
    expect(places).toEqual(expected)
    expect(findings.every(({ fix, code }) => fix !== undefined || code.startsWith('W'))).toBe(true)
  })

  test('of an agency is told too', async () => {
    const { places } = await checked({ 'us/il/x/agency.md': '---\nname: X\nstate: Illinois\n---\n' })
    expect(places.every((place) => place.startsWith('us/il/x/agency.md:'))).toBe(true)
    expect(places.length).toBeGreaterThan(3)
  })
})

describe('names', () => {
  test('that there are not are found in the book that needs them', async () => {
    const block = 'norm n\n  when requster is ice\n  oficer must paus'
    const { places, findings } = await checked({ 'us/il/town/x.md': { block } })
    expect(places).toEqual(['us/il/town/x.md:14 E104', 'us/il/town/x.md:15 E101', 'us/il/town/x.md:15 E102'])
    expect(findings.filter(({ code }) => code.startsWith('E')).map(({ fix }) => fix)).toEqual([
      'write `requester`',
      'write `officer`',
      'write `pause`',
    ])
  })

  test('of two documents in force at once are one too many', async () => {
    const { places } = await checked({
      'us/il/town/a.md': { short: 'the order', block: '' },
      'us/il/b.md': { short: 'the order', 'in-force': 'from 2020-06-01', block: '' },
    })
    expect(places.map((place) => place.replace(/^.* /, ''))).toEqual(['E211'])
  })

  test('may be the same of two documents of which one ends before the other starts', async () => {
    const { places } = await checked({
      'us/il/town/a.md': { short: 'the order', 'in-force': 'from 2020-01-01 through 2020-05-31', block: '' },
      'us/il/b.md': { short: 'the order', 'in-force': 'from 2020-06-01', block: '' },
    })
    expect(places).toEqual([])
  })
})

describe('cycles', () => {
  test('of defines are told', async () => {
    const block = 'define door is open when gate is open\ndefine gate is open when door is open'
    const { places } = await checked({ 'us/il/town/x.md': { block } })
    expect(new Set(places.map((place) => place.replace(/^.* /, '')))).toEqual(new Set(['E110']))
  })

  test('of kinds are told', async () => {
    const block = 'act drive "Drive" is a kind of move\nact move "Move" is a kind of drive'
    const { places } = await checked({ 'us/more.md': { force: 'vocabulary', block } })
    expect(new Set(places.map((place) => place.replace(/^.* /, '')))).toEqual(new Set(['E112']))
  })

  test('through a third and a `not` are told', async () => {
    const block =
      'define door is open when gate is open\ndefine gate is open when wall is open\ndefine wall is open when door is not open'
    const { places } = await checked({ 'us/il/town/x.md': { block } })
    expect(new Set(places.map((place) => place.replace(/^.* /, '')))).toEqual(new Set(['E110']))
  })
})

test('`never`s that leave no situation are told with each of them', async () => {
  const block = 'never requester is ice\nnever requester is sheriff'
  const { places, findings, orders } = await checked({ 'us/more.md': { force: 'vocabulary', block } })
  expect(places).toEqual(['us/more.md:13 E302'])
  expect(findings.find(({ code }) => code === 'E302')?.labels.length).toBe(2)
  const decided = await run('decide', TOWN, '--at', '2020-05-01', '--orders', orders)
  expect(decided).toMatchObject({ code: 1, out: expect.stringContaining('these facts cannot be together') })
})

describe('a file that is no order', () => {
  test('is refused above a million bytes, before it is parsed', async () => {
    for (const size of [1_000_001, 9_000_000]) {
      const { places, findings } = await checked({ 'us/x.md': 'a'.repeat(size) })
      expect(places).toEqual(['us/x.md:1 E001'])
      expect(findings.find(({ code }) => code === 'E001')?.fix).toBe('divide it into several documents')
    }
  })

  test('is refused where it is binary', async () => {
    const junk = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 256)
    const { places } = await checked({ 'us/x.md': junk, 'us/y.md': Uint8Array.of(0xff, 0xfe, 0x2d, 0), 'us/z.md': '' })
    expect(places).toEqual(['us/x.md:1 E002', 'us/y.md:1 E002', 'us/z.md:1 E010'])
  })

  test('does not drive the terminal of whoever checks it', async () => {
    const { orders } = await checked({ 'us/x.md': { block: 'norm \u001b[31mred' }, 'us/y.md': 'x\u001b[2J' })
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there.
    expect((await run('check', '--orders', orders)).out).not.toMatch(/\u001b/)
  })

  test('is told once where nothing in it is a declaration', async () => {
    const { places } = await checked({ 'us/x.md': { block: 'lorem ipsum '.repeat(20_000) } })
    expect(places.length).toBeLessThanOrEqual(101)
    expect(places.length).toBeGreaterThan(0)
  })
})

describe('ten thousand defines', () => {
  const declared = (of: (index: number) => string) =>
    Array.from({ length: 10_000 }, (_, index) => `define d-${index} is true\n  when ${of(index)}`).join('\n')

  test('each built on the one before are refused as nested too deeply', async () => {
    const block = declared((index) => (index === 0 ? 'requester is ice' : `d-${index - 1} is true`))
    const { places, orders } = await checked({ 'us/il/town/x.md': { block } })
    expect(new Set(places.map((place) => place.replace(/^.* /, '')))).toEqual(new Set(['E111']))
    const decided = await run('decide', TOWN, '--at', '2020-05-01', '--orders', orders)
    expect(decided).toMatchObject({ code: 66, aside: expect.stringContaining('E111') })
    expect((await run('test', '--orders', orders)).code).toBe(1)
  }, 120_000)

  test('beside each other are fine', async () => {
    const { places } = await checked({ 'us/il/town/x.md': { block: declared(() => 'requester is ice') } })
    expect(places).toEqual([])
  }, 120_000)
})
