import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { compile } from '../diagram/from-checked.ts'
import { type Column, columnsDecider, decideColumns } from './decide-columns.ts'
import { CODES } from './decider.ts'

const plain = { knownTo: [], alwaysOffered: false, changes: [] }
const compilation = compile(
  book({
    inputs: [
      { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: [] },
      { ...plain, id: 'age', kind: 'number', unit: 'years' },
    ],
    acts: [act('wait')],
    norms: [
      norm('late', 'memo', ['officer must wait'], {
        when: { kind: 'compare', input: 'since release-due', is: 'more-than', than: 1000 },
      }),
      norm('grown', 'memo', ['officer may wait'], {
        when: {
          kind: 'all',
          of: [
            { kind: 'compare', input: 'age', is: 'at-least', than: 18 },
            { kind: 'compare', input: 'since release-due', is: 'at-most', than: 1000 },
          ],
        },
      }),
    ],
  }),
)
assert(compilation.kind === 'compiled', 'a small book compiles')
const { compiled } = compilation

function decided(clock: readonly number[], ages: readonly number[]): readonly (string | undefined)[] {
  const decider = columnsDecider([compiled], { role: 'officer', act: 'wait' }, { inputs: ['since release-due', 'age'] })
  const numbers = (values: readonly number[]): Column => ({ kind: 'numbers', numbers: Float64Array.from(values) })
  const columns = new Map([
    ['since release-due', numbers(clock)],
    ['age', numbers(ages)],
  ])
  const codes = new Uint8Array(clock.length)
  decideColumns(decider, columns, codes)
  return Array.from(codes, (code) => CODES[code])
}

test('numbers are on the side of a threshold on which they are, to the last digit', () => {
  expect(decided([1000, 1001, 1000.0000000000001, 0], [17, 17, 17, 17])).toEqual(['SILENT', 'MUST', 'MUST', 'SILENT'])
  expect(decided([1000, 0, 0], [18, 17.999999999999996, 18])).toEqual(['MAY', 'SILENT', 'MAY'])
})

test('a number below zero is a clock that is not started, and one that is none is not known', () => {
  expect(decided([-1, -1], [0, 90])).toEqual(['SILENT', 'SILENT'])
  expect(decided([Number.NaN, Number.NaN, 1001], [17, 90, Number.NaN])).toEqual(['OPEN', 'OPEN', 'MUST'])
})
