import type { Act, Norm } from '@remit/language/checked/tree.ts'
import { expect, test } from 'vitest'
import { determine } from './determine.ts'
import { act, book, norm, statement } from './testing/small-books.ts'

/** The modality of each pair that is not silent, and by what it is set aside. */
function resultsOf(acts: readonly Act[], norms: readonly Norm[]): Readonly<Record<string, string>> {
  const determination = determine(book({ acts, norms }), new Map())
  if (determination.kind === 'impossible') throw new Error('the book has no never')
  const loud = [...determination.results].filter(([, result]) => result.modality !== 'SILENT')
  return Object.fromEntries(
    loud.map(([key, { modality, setAsideBy }]) => [key, [modality, ...setAsideBy].join(' by ')]),
  )
}

const WAIT = act('wait', { withdraws: true })
const PROTECT = act('protect', { urgent: true })
const ASSIST = act('assist', { excludes: ['leave'] })
const LEAVE = act('leave')

test('an urgent duty of the lowest force sets aside what withdraws', () => {
  const norms = [norm('a', 'ordinance', ['officer must wait']), norm('b', 'memo', ['officer must protect'])]
  expect(resultsOf([WAIT, PROTECT], norms)).toEqual({
    'officer protect': 'MUST',
    'officer wait': 'SET ASIDE by officer protect',
  })
})

test('the duty of higher force stands', () => {
  const norms = [norm('a', 'ordinance', ['officer must leave']), norm('b', 'memo', ['officer must assist'])]
  expect(resultsOf([ASSIST, LEAVE], norms)).toEqual({
    'officer assist': 'SET ASIDE by officer leave',
    'officer leave': 'MUST',
  })
})

test('duties of one force that collide are both referred, and so is one of lower force that collides with a referred one', () => {
  const acts = [ASSIST, LEAVE, act('stay', { excludes: ['leave'] })]
  const norms = [norm('a', 'ordinance', ['officer must leave, assist']), norm('b', 'memo', ['officer must stay'])]
  expect(resultsOf(acts, norms)).toEqual({
    'officer leave': 'REFER',
    'officer assist': 'REFER',
    'officer stay': 'REFER',
  })
})

test('a duty that is set aside sets nothing aside', () => {
  const acts = [ASSIST, LEAVE, act('stay', { excludes: ['assist'] })]
  const norms = [
    norm('a', 'ordinance', ['officer must leave']),
    norm('b', 'memo', ['officer must assist']),
    norm('c', 'dispatch message', ['officer must stay']),
  ]
  expect(resultsOf(acts, norms)).toEqual({
    'officer leave': 'MUST',
    'officer assist': 'SET ASIDE by officer leave',
    'officer stay': 'MUST',
  })
})

test('duties of two roles do not collide, unless one directs the other role', () => {
  const norms = [
    norm('a', 'ordinance', ['officer must assist']),
    norm('b', 'memo', ['supervisor must leave, send-away']),
  ]
  const sendAway = act('send-away', { directs: { role: 'officer', act: 'leave' } })
  expect(resultsOf([ASSIST, LEAVE, sendAway], norms)).toEqual({
    'officer assist': 'MUST',
    'supervisor leave': 'MUST',
    'supervisor send-away': 'SET ASIDE by officer assist',
  })
})

test('an act that excludes another excludes its kinds, and its own kinds exclude nothing', () => {
  const acts = [ASSIST, LEAVE, act('drive-off', { kindOf: ['leave'] }), act('assist-civil', { kindOf: ['assist'] })]
  const norms = [
    norm('a', 'memo', ['officer must assist, drive-off']),
    norm('b', 'memo', ['supervisor must assist-civil, leave']),
  ]
  expect(resultsOf(acts, norms)).toEqual({
    'officer assist': 'REFER',
    'officer drive-off': 'REFER',
    'supervisor assist-civil': 'MUST',
    'supervisor leave': 'MUST',
  })
})

test('for each event the shortest time counts, from the deciding force down, but not below a guaranteed freedom', () => {
  const within = (hours: number) =>
    statement('officer must wait', {
      deadline: { kind: 'within', ms: hours * 3_600_000, event: 'request-received', ifLate: `late-${hours}` },
    })
  const deadlines = (norms: readonly Norm[]) => {
    const determination = determine(book({ acts: [WAIT], norms }), new Map())
    return determination.kind === 'determined' ? determination.results.get('officer wait')?.deadlines : []
  }
  const higher = norm('a', 'state statute', [within(3)])
  const lower = norm('c', 'memo', [within(1)])
  const freedom = norm('b', 'ordinance', ['officer need not wait whatever lower orders say'])
  const late = (hours: number) => [{ event: 'request-received', ms: hours * 3_600_000, ifLate: [`late-${hours}`] }]
  expect(deadlines([higher, lower])).toMatchObject(late(1))
  expect(deadlines([higher, freedom, lower])).toMatchObject(late(3))
})
