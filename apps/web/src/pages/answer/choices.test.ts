import { expect, test } from 'vitest'
import { choicesIn } from './choices.ts'
import { answerSearch } from './search.ts'

const PLACES = [
  { id: 'us/il/chicago/police', timeZone: 'America/Chicago' },
  { id: 'us/tx/houston/police', timeZone: 'America/Chicago' },
  { id: 'us/ca/local', timeZone: 'America/Los_Angeles' },
]
/** In Chicago it is ten past midnight, in Los Angeles still the day before. */
const NOW_MS = Date.parse('2026-11-24T06:10Z')
const chosen = (search: Readonly<Record<string, unknown>>) =>
  choicesIn(answerSearch(search), { nowMs: NOW_MS, places: PLACES })

test('an address that says nothing asks about today in the first two places', () => {
  expect(chosen({})).toEqual({
    choices: {
      who: 'ice-ero',
      what: 'civil-arrest',
      paper: 'none',
      on: undefined,
      a: 'us/il/chicago/police',
      b: 'us/tx/houston/police',
      show: 'both',
    },
    mistakes: [],
  })
})

test('an address carries the whole situation, both places and the day', () => {
  const { choices, mistakes } = chosen({
    who: 'cbp',
    what: 'information',
    paper: 'i-200',
    on: '2019-09-26',
    a: 'us~ca~local',
    b: 'us~il~chicago~police',
    show: 'table',
    lang: 'es',
  })
  expect(mistakes).toEqual([])
  expect(choices).toEqual({
    who: 'cbp',
    what: 'information',
    paper: 'i-200',
    on: '2019-09-26',
    a: 'us/ca/local',
    b: 'us/il/chicago/police',
    show: 'table',
  })
})

test.each([
  ['who', 'nobody-known'],
  ['what', 'civil'],
  ['paper', 'I-200'],
  ['on', '2019-02-30'],
  ['on', 'today'],
  ['a', 'us~xx~local'],
  ['b', '../us'],
  ['show', 'map'],
  ['lang', 'fr'],
])('what names nothing is told, and the first choice stands in its place: %s=%s', (part, given) => {
  const { choices, mistakes } = chosen({ [part]: given })
  expect(mistakes).toEqual([{ part, given }])
  expect(choices).toEqual(chosen({}).choices)
})

test('a day is one that has come in one of the two places', () => {
  expect(chosen({ on: '2026-11-24', a: 'us~ca~local' }).mistakes).toEqual([])
  expect(chosen({ on: '2026-11-24', a: 'us~ca~local', b: 'us~ca~local' }).mistakes).toEqual([
    { part: 'on', given: '2026-11-24' },
  ])
  expect(chosen({ on: '2026-11-25' }).mistakes).toHaveLength(1)
  expect(chosen({ on: '2006-03-28' }).mistakes).toHaveLength(1)
})
