import { expect, test } from 'vitest'
import { faultsOfReasons, faultsOfSafety } from './faults.ts'
import { type AnalysedBook, foundIn, keyOf } from './found.ts'
import { pageOf } from './page.ts'
import { reasonsIn } from './reasons.ts'

type Finding = AnalysedBook['findings'][number]

const label = { span: { file: 'us/words.md', line: 1, column: 1, offset: 0, length: 1 }, text: 'it says so' }
const GAP: Finding = {
  code: 'W302',
  message: 'the orders say nothing of `call` there',
  witness: 'hit is civil',
  labels: [label],
}
const NO_DUTY: Finding = {
  code: 'W306',
  message: 'the orders of Alder do not oblige',
  witness: 'danger',
  labels: [label],
}
const KEPT = new Map([
  ['nobody-is-left-in-danger', true],
  ['nobody-is-left-hurt', true],
])

function book(given: Partial<AnalysedBook>): AnalysedBook {
  return {
    agency: 'us/a',
    name: 'Alder',
    runs: false,
    firstDay: '2020-01-01',
    findings: [],
    invariants: new Map(),
    ...given,
  }
}

const EARLY = book({ lastDay: '2020-12-31', findings: [GAP] })
const LATE = book({ firstDay: '2021-01-01', findings: [GAP, NO_DUTY] })
const RUNNING = book({ agency: 'us/b', runs: true, invariants: KEPT })
const SOURCE =
  '# Title\n\nAbout.\n\n## W302 `call`\n\nA gap.\n\nReviewed for: us/a.\n\n## W306\n\nOn purpose.\n\nReviewed for: us/a.\n'

test('a finding is known by its code and its act', () => {
  expect([GAP, NO_DUTY].map(keyOf)).toEqual(['W302 call', 'W306'])
})

test('books that follow one another with the same finding are one stretch', () => {
  expect(foundIn([EARLY, LATE])[0]?.places.get('us/a')?.stretches).toEqual([
    { firstDay: '2020-01-01', witness: 'hit is civil', kinds: [] },
  ])
})

test('a book without the finding parts two stretches', () => {
  const between = book({ firstDay: '2021-01-01', lastDay: '2021-06-30' })
  const stretches = foundIn([EARLY, between, book({ firstDay: '2021-07-01', findings: [GAP] })])[0]?.places.get(
    'us/a',
  )?.stretches
  expect(stretches?.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
    ['2020-01-01', '2020-12-31'],
    ['2021-07-01', undefined],
  ])
})

test('the page gives each reason with its places, their days and an example', () => {
  const { intro, reasons } = reasonsIn(SOURCE)
  const found = foundIn([EARLY, LATE])
  expect(faultsOfReasons(found, reasons)).toEqual([])
  expect(pageOf(intro, found, reasons)).toContain('| Alder (`us/a`) | 2021-01-01 | still | danger |')
})

test('a finding without a reason and a reason without a finding are faults, place by place', () => {
  const found = foundIn([LATE, book({ agency: 'us/c', findings: [GAP] })])
  expect(faultsOfReasons(found, reasonsIn(SOURCE).reasons)).toEqual(['W302 call in us/c has no reason'])
  expect(faultsOfReasons(foundIn([EARLY]), reasonsIn(SOURCE).reasons)).toEqual([
    'W306 in us/a has a reason and is not found',
  ])
})

test('a reason without words or places is no reason', () => {
  expect(() => reasonsIn('# T\n\n## W302 `call`\n\nReviewed for: us/a.\n')).toThrow('unlike: ## W302 `call`')
  expect(() => reasonsIn('# T\n\n## W302 `call`\n\nWords.\n')).toThrow('unlike: ## W302 `call`')
})

test('whoever is in danger is helped where Remit runs, and the lack shows elsewhere', () => {
  expect(faultsOfSafety([RUNNING, LATE])).toEqual([])
})

test('a promise that is missing or broken where Remit runs is a fault', () => {
  const broken = book({ agency: 'us/b', runs: true, invariants: new Map([['nobody-is-left-hurt', false]]) })
  expect(faultsOfSafety([broken, LATE])).toEqual([
    'us/b from 2020-01-01: `nobody-is-left-in-danger` is missing',
    'us/b from 2020-01-01: `nobody-is-left-hurt` is broken',
  ])
})

test('orders without the duty to protect life are a fault where Remit runs', () => {
  const without = { ...RUNNING, findings: [{ ...NO_DUTY, code: 'E306' as const }] }
  expect(faultsOfSafety([without, LATE])).toEqual(['us/b from 2020-01-01: nothing obliges officers to protect life'])
})

test('safety is not passed over where nothing was looked at', () => {
  expect(faultsOfSafety([])).toEqual([
    'no agency runs Remit, so no promise was looked at',
    'no place of the library shows W306',
  ])
})
