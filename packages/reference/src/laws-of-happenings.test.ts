/** How what happened adds up to a situation: decision 5, readings 4 and 5, and *Properties* of the language's definition. */
import { momentsAhead, situationAt } from '@remit/engine/situation/from-happenings.ts'
import { situationOf as situationFor } from '@remit/incident/facts/situations.ts'
import type { Input } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Reported } from './happenings.ts'
import { situationOf } from './happenings.ts'
import { incidentsOf, instants } from './testing/happenings.ts'
import { law } from './testing/law.ts'
import { runs } from './testing/runs.ts'
import { book as smallBook } from './testing/small-books.ts'
import { wallText } from './wall.ts'

const incidents = incidentsOf(false)

law('the engine folds what happened as the reference does', 400, incidents, ({ book, reports, now }) => {
  expect([...situationAt(book, reports, now)]).toEqual([...situationOf(book, reports, now)])
})

law('folding what happened twice gives the same', 200, incidents, ({ book, reports, now }) => {
  expect(situationAt(book, reports, now)).toEqual(situationAt(book, reports, now))
})

law('what is recorded twice counts once', 200, incidentsOf(true), ({ book, reports, now }) => {
  expect(situationAt(book, [...reports, ...reports], now)).toEqual(situationAt(book, reports, now))
})

law(
  'the order in which reports of different instants are listed never changes a situation',
  300,
  fc.tuple(incidents, fc.nat()),
  ([{ book, reports, now }, seed]) => {
    const instantOf = ({ happening, atMs }: Reported) => atMs - ('agoMs' in happening ? happening.agoMs : 0)
    const once = [...new Map(reports.map((report) => [instantOf(report), report])).values()]
    const mixed = once.toSorted((one, other) => ((one.atMs * (seed + 7)) % 101) - ((other.atMs * (seed + 7)) % 101))
    expect(situationAt(book, mixed, now)).toEqual(situationAt(book, once, now))
  },
)

law('the order of the entries of a list never changes a situation', 300, incidents, ({ book, reports, now }) => {
  const entries = reports.filter(({ happening }) => happening.kind === 'entry' || happening.kind === 'complete')
  const atOnce = entries.map((report) => ({ ...report, atMs: now }))
  expect(situationAt(book, atOnce.toReversed(), now)).toEqual(situationAt(book, atOnce, now))
})

law('what is still to come changes nothing', 200, incidents, ({ book, reports, now }) => {
  const past = reports.filter(({ happening, atMs }) => atMs - ('agoMs' in happening ? happening.agoMs : 0) <= now)
  expect(situationAt(book, past, now)).toEqual(situationAt(book, reports, now))
})

const moment = (minutes: number, days: 0 | 1): Input => ({
  id: 'curfew is past',
  kind: 'yes-no',
  first: false,
  of: { kind: 'fact', text: 'Curfew' },
  knownTo: [],
  alwaysOffered: false,
  changes: [{ kind: 'moment', event: 'release-due', minutes, days }],
})

law(
  'a moment is no before its instant and yes from it on, to the millisecond, on days of 23, 24 and 25 hours',
  300,
  fc.tuple(instants, fc.nat(24 * 60 - 1), fc.constantFrom<0 | 1>(0, 1)),
  ([event, minutes, days]) => {
    const of = smallBook({ inputs: [moment(minutes, days)] })
    const reports: readonly Reported[] = [{ happening: { kind: 'event', event: 'release-due', agoMs: 0 }, atMs: event }]
    const valueAt = (now: number) => situationAt(of, reports, now).get('curfew is past')
    const [ahead] = momentsAhead(of, reports, event)
    const wall = (instant: number) => wallText(instant, 'America/Chicago').slice(0, 16)
    const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    if (ahead === undefined) {
      expect(days).toBe(0)
      expect(wall(event).slice(11) >= time || isShownTwice(event)).toBe(true)
      return expect(valueAt(event)).toBe(true)
    }
    const instant = event + ahead.inMs
    expect([valueAt(event), valueAt(instant - 1), valueAt(instant), valueAt(instant + 1)]).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect(wall(instant).slice(11) >= time, wall(instant)).toBe(true)
    expect(wall(instant).slice(0, 10)).toBe(dayAfter(wall(event).slice(0, 10), days))
    // The clock shows an earlier time, or the day before, a millisecond earlier.
    expect(wall(instant - 1) < `${wall(instant).slice(0, 10)} ${time}`, wall(instant - 1)).toBe(true)
  },
)

/** Whether the wall showed the same time an hour before. */
function isShownTwice(instant: number): boolean {
  return wallText(instant, 'America/Chicago') === wallText(instant - 3_600_000, 'America/Chicago')
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 24 * 3_600_000).toISOString().slice(0, 10)
}

law('between two moments ahead nothing changes but clocks', 200, incidents, ({ book, reports, now }) => {
  const past = reports.filter(({ happening, atMs }) => atMs - ('agoMs' in happening ? happening.agoMs : 0) <= now)
  const still = book.inputs.filter((input) => input.kind !== 'clock').map((input) => input.id)
  const valuesAt = (instant: number) => {
    const situation = situationAt(book, past, instant)
    return still.map((id) => [id, situation.get(id)])
  }
  const ahead = Math.min(...momentsAhead(book, past, now).map(({ inMs }) => inMs))
  const last = Number.isFinite(ahead) ? ahead - 1 : 1_000_000_000
  expect(valuesAt(now + last)).toEqual(valuesAt(now))
})

/** What is told of the first request and person, and then of another request or another person. */
const told = fc.tuple(
  incidents,
  fc.constantFrom({ request: 2 } as const, { person: 2 } as const, { request: 2, person: 2 } as const),
)
const FIRST = { request: 1, person: 1 }
const named = (reports: readonly Reported[], names: object) =>
  reports.map((report) => ({ ...report, ...names, by: 'officer' }))

law(
  'what happens to another request or person changes nothing that is about this one',
  300,
  told,
  ([{ book, reports, others, now }, names]) => {
    const own = named(reports, FIRST)
    const [alone, together] = [own, [...own, ...named(others, names)]].map(
      (happenings) => situationFor(book, happenings, FIRST, now).situation,
    )
    const isOf = (input: Input) =>
      (input.about === 'request' && 'request' in names) ||
      (input.about === 'person' && 'person' in names) ||
      input.kind === 'clock' ||
      (input.kind === 'yes-no' && input.of.kind === 'done')
    for (const input of book.inputs.filter(isOf))
      expect(together?.get(input.id), input.id).toEqual(alone?.get(input.id))
  },
)

law(
  'a fact about the incident or the actor is the same for every request and person',
  200,
  told,
  ([{ book, reports, others, now }, names]) => {
    const happenings = [...named(reports, FIRST), ...named(others, names)]
    const situations = [1, 2].flatMap((request) =>
      [1, 2].map((person) => situationFor(book, happenings, { request, person }, now).situation),
    )
    const isShared = (input: Input) =>
      (input.about === undefined || input.about === 'actor') &&
      input.kind !== 'clock' &&
      !(input.kind === 'yes-no' && input.of.kind === 'done')
    for (const { id } of book.inputs.filter(isShared))
      expect(new Set(situations.map((situation) => situation.get(id))).size, id).toBe(1)
  },
)

law(
  'what names neither request nor person is the same as if each were named',
  200,
  incidents,
  ({ book, reports, now }) => {
    const all = situationFor(book, named(reports, {}), { request: 2, person: 3 }, now).situation
    expect([...all]).toEqual([...situationAt(book, reports, now)])
    const own = situationFor(book, named(reports, { request: 2, person: 3 }), { request: 2, person: 3 }, now).situation
    expect([...own]).toEqual([...all])
  },
)

test('the incidents have moments ahead and past, entries that fit and fail, and danger', () => {
  const seen = new Map<string, number>()
  for (const { book, reports, now } of fc.sample(incidents, runs(400))) {
    const said = [...situationOf(book, reports, now)].flatMap(([id, value]) => {
      const isList = id.startsWith('some ')
      return isList || id === 'curfew is past' || id === 'danger is near' ? [`${isList ? 'list' : id} ${value}`] : []
    })
    const ahead = momentsAhead(book, reports, now).length > 0 ? ['ahead'] : []
    for (const each of new Set([...said, ...ahead])) seen.set(each, (seen.get(each) ?? 0) + 1)
  }
  const wanted = ['curfew is past', 'danger is near', 'list'].flatMap((id) => [`${id} true`, `${id} false`])
  expect([...wanted, 'ahead'].filter((each) => (seen.get(each) ?? 0) < 5)).toEqual([])
})
