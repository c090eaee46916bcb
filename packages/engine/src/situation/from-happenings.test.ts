import type { Happening, Input } from '@remit/language/checked/tree.ts'
import { act, book } from '@remit/reference/testing/small-books.ts'
import { expect, test } from 'vitest'
import { situationAt, type TimedHappening } from './from-happenings.ts'

const plain = { knownTo: [], alwaysOffered: false, changes: [] }
const danger: Input = {
  ...plain,
  id: 'someone is in-danger',
  kind: 'yes-no',
  first: false,
  of: { kind: 'fact', text: 'in danger' },
  changes: [{ kind: 'while', opens: 'danger-reported', closes: 'danger-ended' }],
}
const onScene: Input = {
  ...plain,
  id: 'supervisor is on-scene',
  kind: 'yes-no',
  first: false,
  of: { kind: 'fact', text: 'on scene' },
  changes: [
    { kind: 'becomes', event: 'supervisor-arrived', value: true },
    { kind: 'becomes', event: 'supervisor-left', value: false },
  ],
}
const held: Input = { ...plain, id: 'since release-due', kind: 'clock', event: 'release-due', names: ['hours-held'] }
const done: Input = {
  ...plain,
  id: 'officer has done protect-life',
  kind: 'yes-no',
  first: false,
  of: { kind: 'done', role: 'officer', act: 'protect-life' },
}
const words = book({
  inputs: [danger, done, held, onScene],
  acts: [act('give-aid', { kindOf: ['protect-life'] }), act('leave'), act('protect-life')],
})

const event = (name: string, agoMs = 0): Happening => ({ kind: 'event', event: name, agoMs })
const at = (atMs: number, happening: Happening, of?: string): TimedHappening =>
  of === undefined ? { happening, atMs } : { happening, atMs, of }
const valueAt = (input: Input, nowMs: number, ...happenings: readonly TimedHappening[]) =>
  situationAt(words, happenings, nowMs).get(input.id)

test('nothing that was not reported is in a situation', () => {
  expect([...situationAt(words, [], 5)]).toEqual([])
})

test('danger lasts while any report of it is open', () => {
  const reports = [at(1, event('danger-reported'), 'a'), at(2, event('danger-reported'), 'b')]
  expect(valueAt(danger, 9, ...reports)).toBe(true)
  expect(valueAt(danger, 9, ...reports, at(3, event('danger-ended'), 'a'))).toBe(true)
  expect(valueAt(danger, 9, ...reports, at(3, event('danger-ended'), 'a'), at(4, event('danger-ended'), 'b'))).toBe(
    false,
  )
})

test('the end of a report that is not open ends no other', () => {
  expect(valueAt(danger, 9, at(1, event('danger-reported'), 'a'), at(2, event('danger-ended'), 'z'))).toBe(true)
})

test('a value does not end danger while a report is open', () => {
  const no: Happening = { kind: 'value', input: danger.id, value: false }
  expect(valueAt(danger, 9, at(1, event('danger-reported')), at(2, no))).toBe(true)
})

test('without names the end of danger ends the latest report, or danger that was only stated', () => {
  const stated = at(1, { kind: 'value', input: danger.id, value: true })
  expect(valueAt(danger, 9, stated)).toBe(true)
  expect(valueAt(danger, 9, stated, at(2, event('danger-ended')))).toBe(false)
})

test('events count from when they happened, not from when they were reported', () => {
  const left = at(10, event('supervisor-left'))
  const arrivedEarlierReportedLater = at(20, event('supervisor-arrived', 15))
  expect(valueAt(onScene, 30, left, arrivedEarlierReportedLater)).toBe(false)
})

test('what is still to come is not in the situation', () => {
  expect(valueAt(onScene, 9, at(10, event('supervisor-arrived')))).toBeUndefined()
  expect(valueAt(onScene, 10, at(10, event('supervisor-arrived')))).toBe(true)
})

test('a clock counts from the last time that its event happened', () => {
  expect(valueAt(held, 100, at(10, event('release-due')), at(40, event('release-due')))).toBe(60)
})

test('a clock whose time is stated goes on from there', () => {
  expect(valueAt(held, 100, at(90, { kind: 'value', input: held.id, value: 5 }))).toBe(15)
  expect(valueAt(held, 100, at(90, { kind: 'value', input: held.id, value: 'not started' }))).toBe('not started')
})

test('doing a kind of an act is doing the act', () => {
  expect(valueAt(done, 5, at(1, { kind: 'done', role: 'officer', act: 'give-aid', agoMs: 0 }))).toBe(true)
  expect(valueAt(done, 5, at(1, { kind: 'done', role: 'officer', act: 'leave', agoMs: 0 }))).toBeUndefined()
  expect(valueAt(done, 5, at(1, { kind: 'done', role: 'supervisor', act: 'give-aid', agoMs: 0 }))).toBeUndefined()
})
