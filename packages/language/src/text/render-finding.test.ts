import { expect, test } from 'vitest'
import type { Finding } from './finding.ts'
import { renderFinding, TERMINAL_COLOURS } from './render-finding.ts'
import { sourceOf, spanAt } from './source.ts'

const text =
  'fact speed is a number of miles\n\nnorm slow\n\twhen speed is at least 20 minutes\n  officer must slow-down'
const source = sourceOf('town.md', text)
const at = (part: string) => spanAt(source, text.indexOf(part), part.length)
const sources = (file: string) => (file === 'town.md' ? source : undefined)

const FINDING: Finding = {
  code: 'E117',
  message: '`speed` cannot be compared with `20 minutes`',
  labels: [
    { span: at('20 minutes'), text: 'a time' },
    { span: at('miles'), text: 'declared here' },
  ],
  witness: 'a car passes',
  fix: 'write `20 miles`',
}

test('a finding shows the fault, the reason, the witness and the fix', () => {
  expect(renderFinding(FINDING, sources)).toBe(
    [
      'town.md:4:25: E117 `speed` cannot be compared with `20 minutes`',
      '4 | \twhen speed is at least 20 minutes',
      `  | \t${' '.repeat(23)}^^^^^^^^^^ a time`,
      '1 | fact speed is a number of miles',
      `  | ${' '.repeat(26)}^^^^^ declared here`,
      '  = for example: a car passes',
      '  = fix: write `20 miles`',
    ].join('\n'),
  )
})

test('a finding shows in how many ways it comes about, in three lines', () => {
  const shown = (conditions: readonly string[], left?: number) => {
    const description = left === undefined ? { conditions } : { conditions, left }
    const lines = renderFinding({ ...FINDING, description }, sources).split('\n')
    return lines.slice(lines.indexOf('  = for example: a car passes') + 1, -1)
  }
  expect(shown(['a car passes'])).toEqual([])
  expect(shown(['always'])).toEqual(['  = in every possible situation'])
  expect(shown(['a', 'b', 'c'])).toEqual(['  = whenever: a', '  =       or: b', '  =       or: c'])
  expect(shown(['a', 'b', 'c', 'd'])).toEqual(['  = whenever: a', '  =       or: b', '  =      and: 2 more conditions'])
  expect(shown(['a'], 7)).toEqual(['  = whenever: a', '  =      and: 7 more kinds of situation'])
})

test('a label of a file whose text is not at hand names the line', () => {
  expect(renderFinding(FINDING, () => undefined).split('\n')[1]).toBe('  | line 4: a time')
})

test('a label of another file says which', () => {
  const other = sourceOf('state.md', 'fact speed is a number of kilometres')
  const finding: Finding = {
    ...FINDING,
    labels: [FINDING.labels[0], { span: spanAt(other, 5, 5), text: 'declared here' }],
    book: 'us/il/town/police from 2020-01-01',
  }
  const shown = renderFinding(finding, (file) => (file === 'state.md' ? other : source)).split('\n')
  expect(shown.slice(3, 7)).toEqual([
    '  > state.md:',
    '1 | fact speed is a number of kilometres',
    '  |      ^^^^^ declared here',
    '  = for example: a car passes',
  ])
  expect(shown[7]).toBe('  = in the book of us/il/town/police from 2020-01-01')
})

test('colours are only what the caller gives', () => {
  const colours = {
    error: (part: string) => `<e>${part}</e>`,
    warning: (part: string) => part,
    quiet: (part: string) => part,
  }
  const coloured = renderFinding(FINDING, sources, colours)
  expect(coloured).toContain('<e>E117</e>')
  expect(coloured.replaceAll(/<\/?e>/g, '')).toBe(renderFinding(FINDING, sources))
  expect(TERMINAL_COLOURS.error('E117')).toBe('\u001b[1;31mE117\u001b[0m')
})

test('a long line is cut around the fault, and control characters are not sent to the terminal', () => {
  const long = sourceOf('long.md', `${'x'.repeat(500)}\u001b[2J!`)
  const finding: Finding = { code: 'W101', message: 'odd', labels: [{ span: spanAt(long, 503, 1), text: 'here' }] }
  const [, shown = '', carets = ''] = renderFinding(finding, () => long).split('\n')
  expect(shown.length).toBeLessThan(200)
  expect(shown).toContain('\ufffd[2J!')
  expect(shown[carets.indexOf('^')]).toBe('J')
})
