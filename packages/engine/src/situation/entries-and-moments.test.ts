import type { Change, Happening, Input } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { describe, expect, test } from 'vitest'
import { assert } from '../assert.ts'
import { compile } from '../diagram/from-checked.ts'
import { decide } from '../questions/decide.ts'
import { momentsAhead, situationAt, type TimedHappening } from './from-happenings.ts'

const plain = { knownTo: [], alwaysOffered: false }

describe('the entries of a list', () => {
  const input: Input = {
    ...plain,
    id: 'some conviction has class listed and years-ago at most 15',
    kind: 'yes-no',
    changes: [],
    of: {
      kind: 'some',
      list: 'conviction',
      tests: [
        { field: 'class', kind: 'one-of', values: ['listed'] },
        { field: 'years-ago', kind: 'compare', is: 'at-most', than: 15 },
      ],
    },
  }
  const entry = (values: { readonly [field: string]: boolean | string | number }): Happening => ({
    kind: 'entry',
    list: 'conviction',
    values,
  })
  const complete: Happening = { kind: 'complete', list: 'conviction' }
  const state = (value: boolean): Happening => ({ kind: 'value', input: input.id, value })
  const after = (...happenings: readonly Happening[]) =>
    situationAt(
      book({ inputs: [input] }),
      happenings.map((happening) => ({ happening, atMs: 0 })),
      0,
    ).get(input.id)

  test('answer yes where one fits', () => {
    expect(after(entry({ class: 'other' }), entry({ class: 'listed', 'years-ago': 15 }))).toBe(true)
    expect(after(state(false), entry({ class: 'listed', 'years-ago': 3 }))).toBe(true)
  })

  test('answer no only where the list is complete and each fails', () => {
    expect(after(entry({ class: 'listed', 'years-ago': 16 }))).toBeUndefined()
    expect(after(entry({ class: 'listed', 'years-ago': 16 }), complete)).toBe(false)
    expect(after(complete)).toBe(false)
  })

  test('leave the answer open, or to what was stated, where a field is not known', () => {
    expect(after(entry({ class: 'listed' }), complete)).toBeUndefined()
    expect(after(entry({ class: 'other' }), complete)).toBe(false)
    expect(after(entry({ class: 'listed' }), complete, state(false))).toBe(false)
  })
})

describe('a moment', () => {
  const over = (change: Partial<Change & { readonly kind: 'moment' }> = {}): Input => ({
    ...plain,
    id: 'the-day is over',
    kind: 'yes-no',
    first: false,
    of: { kind: 'fact', text: 'over' },
    changes: [{ kind: 'moment', event: 'booked', minutes: 23 * 60 + 59, days: 0, ...change }],
  })
  /** Chicago: the evening of 2 July 2025. */
  const at = (text: string) => Date.parse(`${text}-05:00`)
  const booked = (text: string): TimedHappening => ({
    happening: { kind: 'event', event: 'booked', agoMs: 0 },
    atMs: at(text),
  })
  const stated = (value: boolean, text: string): TimedHappening => ({
    happening: { kind: 'value', input: 'the-day is over', value },
    atMs: at(text),
  })
  const { agency } = book({})
  const chicago = (input: Input) =>
    book({
      inputs: [input],
      agency: { ...agency, timeZone: 'America/Chicago' },
      acts: [act('release')],
      norms: [norm('release', 'memo', ['officer must release'], { when: { kind: 'yes', input: input.id } })],
    })
  const valueAt = (input: Input, text: string, ...happenings: readonly TimedHappening[]) =>
    situationAt(chicago(input), happenings, at(text)).get(input.id)

  test('comes at its time of the day on which its event happened, by the clock of the agency', () => {
    const event = booked('2025-07-02T20:00')
    expect(valueAt(over(), '2025-07-02T19:59', event)).toBeUndefined()
    expect(valueAt(over(), '2025-07-02T20:00', event)).toBe(false)
    expect(valueAt(over(), '2025-07-02T23:58', event)).toBe(false)
    expect(valueAt(over(), '2025-07-02T23:59', event)).toBe(true)
  })

  test('comes on the next day where it says so, and at once where its time is past', () => {
    expect(valueAt(over({ days: 1 }), '2025-07-03T23:58', booked('2025-07-02T20:00'))).toBe(false)
    expect(valueAt(over({ days: 1 }), '2025-07-03T23:59', booked('2025-07-02T20:00'))).toBe(true)
    expect(valueAt(over({ minutes: 8 * 60 }), '2025-07-02T20:00', booked('2025-07-02T20:00'))).toBe(true)
  })

  test('leaves what is reported until it comes, and what is reported after it', () => {
    const event = booked('2025-07-02T20:00')
    const [early, late] = [stated(true, '2025-07-02T21:00'), stated(false, '2025-07-03T01:00')]
    expect(valueAt(over(), '2025-07-02T22:00', event, early)).toBe(true)
    expect(valueAt(over(), '2025-07-03T00:00', event, stated(false, '2025-07-02T21:00'))).toBe(true)
    expect(valueAt(over(), '2025-07-03T02:00', event, late)).toBe(false)
  })

  test('starts again when its event happens again', () => {
    const again = [booked('2025-07-02T20:00'), booked('2025-07-03T10:00')]
    expect(valueAt(over({ days: 1 }), '2025-07-04T12:00', ...again)).toBe(false)
    expect(valueAt(over({ days: 1 }), '2025-07-04T23:59', ...again)).toBe(true)
  })

  test('comes when an hour is skipped at the end of that hour, and of an hour that comes twice the first time', () => {
    const zone = (text: string) => Date.parse(text)
    const ahead = (input: Input, event: number) =>
      momentsAhead(
        chicago(input),
        [{ happening: { kind: 'event', event: 'booked', agoMs: 0 }, atMs: event }],
        event,
      ).map(({ inMs }) => new Date(event + inMs).toISOString())
    const half = { minutes: 2 * 60 + 30 }
    expect(ahead(over(half), zone('2025-03-09T07:00Z'))).toEqual(['2025-03-09T08:00:00.000Z'])
    expect(ahead(over({ minutes: 90 }), zone('2025-11-02T05:30Z'))).toEqual(['2025-11-02T06:30:00.000Z'])
  })

  test('that is still ahead is the next change of a determination, to the millisecond', () => {
    const checked = chicago(over())
    const compilation = compile(checked)
    assert(compilation.kind === 'compiled', 'a small book compiles')
    const now = at('2025-07-02T20:00')
    const happenings = [booked('2025-07-02T20:00')]
    const ahead = momentsAhead(checked, happenings, now)
    const inMs = at('2025-07-02T23:59') - now
    expect(ahead).toEqual([{ input: 'the-day is over', inMs }])
    const decided = (ms: number) => decide(compilation.compiled, situationAt(checked, happenings, now + ms))
    expect(decide(compilation.compiled, situationAt(checked, happenings, now), ahead)).toEqual({
      kind: 'determination',
      answers: [],
      nextChangeMs: inMs,
    })
    expect(decided(inMs - 1)).toMatchObject({ answers: [] })
    expect(decided(inMs)).toMatchObject({ answers: [{ result: { kind: 'settled', modality: 'MUST' } }] })
  })
})
