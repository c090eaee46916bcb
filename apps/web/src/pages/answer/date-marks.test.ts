import type { PlaceDocument, PlaceView } from '@remit/contract/library-view.ts'
import { expect, test } from 'vitest'
import { dateMarks, dayAfterMove, LINE, labelled, placeOf, placesOnLine } from './date-marks.ts'

function place(...documents: readonly (readonly [id: string, day: string, ended?: string])[]): PlaceView {
  return {
    id: 'us/il/chicago/police',
    name: 'Chicago Police Department',
    kind: 'municipal police',
    state: 'IL',
    timeZone: 'America/Chicago',
    changes: [],
    documents: documents.map(
      ([id, day, ended]): PlaceDocument => ({
        id,
        day,
        ...(ended === undefined ? {} : { ended }),
        short: id.toUpperCase(),
        force: 'memo',
        federal: false,
      }),
    ),
  }
}

const TODAY = '2026-11-24'
const FIRST = place(['a', '2017-08-28'], ['memo', '2019-09-26', '2021-02-23'], ['city', '2021-02-23'])
const SECOND = place(['a', '2017-08-28'], ['tx', '2017-09-01'], ['short', '2026-04-08', '2026-04-22'])

test('a mark is a day on which something began or ended, and names it', () => {
  expect(dateMarks(FIRST, SECOND, TODAY)).toEqual([
    { day: '2017-08-28', side: 'above', began: ['A'], ended: [] },
    { day: '2017-09-01', side: 'below', began: ['TX'], ended: [] },
    { day: '2019-09-26', side: 'above', began: ['MEMO'], ended: [] },
    { day: '2021-02-23', side: 'above', began: ['CITY'], ended: [] },
    { day: '2026-04-08', side: 'below', began: ['SHORT'], ended: [] },
    { day: '2026-04-22', side: 'below', began: [], ended: ['SHORT'] },
  ])
})

test('no mark stands before the first day of the page or after the last', () => {
  const marks = dateMarks(place(['old', '2006-01-01'], ['soon', '2027-01-01']), SECOND, TODAY)
  expect(marks.map(({ day }) => day)).not.toContain('2006-01-01')
  expect(marks.map(({ day }) => day)).not.toContain('2027-01-01')
})

test('days stand in order of time, each apart from the other, and today at the end', () => {
  const places = [...placesOnLine(dateMarks(FIRST, SECOND, TODAY), TODAY)]
  expect(places.map(([day]) => day)).toEqual(places.map(([day]) => day).toSorted())
  expect(places.at(0)?.[1]).toBe(0)
  expect(places.at(-1)).toEqual([TODAY, LINE])
  for (const [index, [, at]] of places.entries()) {
    const before = places[index - 1]?.[1]
    if (before !== undefined) expect(at - before).toBeGreaterThan(LINE / 30)
  }
})

test('a day without a mark stands between its neighbours', () => {
  const places = placesOnLine(dateMarks(FIRST, SECOND, TODAY), TODAY)
  const at = placeOf('2020-03-01', places)
  expect(at).toBeGreaterThan(placeOf('2019-09-26', places))
  expect(at).toBeLessThan(placeOf('2021-02-23', places))
  expect(placeOf('2010-01-01', places)).toBe(0)
})

test('a key moves to the next change, and a pull to the nearest one', () => {
  const places = placesOnLine(dateMarks(FIRST, SECOND, TODAY), TODAY)
  const memo = placeOf('2019-09-26', places)
  expect(dayAfterMove(memo, memo + 1, places)).toBe('2021-02-23')
  expect(dayAfterMove(memo, memo - 1, places)).toBe('2017-09-01')
  expect(dayAfterMove(LINE, LINE + 1, places)).toBeUndefined()
  expect(dayAfterMove(memo, LINE - 3, places)).toBe(TODAY)
  expect(dayAfterMove(memo, 4, places)).toBe('2017-08-28')
})

test('words that would lie on each other are left out, never those of the picked day', () => {
  const marks = dateMarks(FIRST, SECOND, TODAY)
  const places = placesOnLine(marks, TODAY)
  const kept = labelled(marks, places, { picked: '2026-04-08', wordsOf: () => 'x'.repeat(40) })
  expect([...kept].map(({ day }) => day)).toContain('2026-04-08')
  expect([...kept].map(({ day }) => day)).not.toContain('2026-04-22')
})
