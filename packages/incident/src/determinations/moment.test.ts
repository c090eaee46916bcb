import { describe, expect, test } from 'vitest'
import { chicagoDemo, determinedAfter, type Happened, NIGHT } from '../testing.ts'
import { determine } from './from-facts.ts'
import { momentOf, wordToUnits } from './moment.ts'

const { compiled } = chicagoDemo()

function momentAfter(role: string, ...happened: readonly Happened[]) {
  const incident = determinedAfter(compiled, ...happened)
  const { answers } = determine(compiled, incident, NIGHT + 60_000)
  return momentOf(compiled.book, incident, answers, role)
}
const sentences = (moment: ReturnType<typeof momentOf>) =>
  [moment?.headline, ...(moment?.also ?? [])].map((line) => line?.sentence)

const arrived: Happened = { body: { kind: 'happened', event: 'supervisor-arrived' }, by: 'sergeant-730' }
const found: Happened = { body: { kind: 'observed', input: 'finding', value: 'civil-arrest' }, by: 'sergeant-730' }
const directed: Happened = {
  body: { kind: 'act-done', role: 'supervisor', act: 'direct-to-leave', determined: 'MUST', differs: false },
  by: 'sergeant-730',
}
const left: Happened = {
  body: { kind: 'act-done', role: 'officer', act: 'leave-scene', determined: 'MUST', differs: false },
}
const danger: Happened = { body: { kind: 'danger-reported', report: 'a', reportedAt: NIGHT, isLate: false } }

describe('the order of the moment', () => {
  test('is to wait, with the arrest beside it (A1)', () => {
    const moment = momentAfter('officer')
    expect(sentences(moment)).toEqual(['Wait for your supervisor.', 'Take no part in the arrest.'])
    expect(wordToUnits(moment)).toBe('WAIT')
  })

  test('is the supervisor’s to give before it is the officers’ to follow (A2)', () => {
    expect(sentences(momentAfter('supervisor', arrived, found))[0]).toBe('Leave the scene. Take no part in the arrest.')
    expect(wordToUnits(momentAfter('officer', arrived, found))).not.toBe('LEAVE')
    expect(wordToUnits(momentAfter('officer', arrived, found, directed))).toBe('LEAVE')
  })

  test('is over when it was done', () => {
    expect(sentences(momentAfter('officer', arrived, found, directed, left))[0]).not.toBe('Leave the scene.')
  })

  test('is to protect life before everything else, at every step (A4)', () => {
    for (const before of [[], [arrived], [arrived, found], [arrived, found, directed]]) {
      const moment = momentAfter('officer', ...before, danger)
      expect(sentences(moment)[0]).toBe('Protect life now.')
      expect(wordToUnits(moment)).toBe('PROTECT')
    }
  })

  test('stays to protect life while the danger lasts, whatever was done for it', () => {
    for (const act of ['give-aid', 'protect-life', 'stop-the-attack']) {
      const done: Happened = { body: { kind: 'act-done', role: 'officer', act, determined: 'MUST', differs: false } }
      expect(wordToUnits(momentAfter('officer', danger, done))).toBe('PROTECT')
    }
  })

  test('takes nothing that was done for an earlier duty as done for this one', () => {
    const again: readonly Happened[] = [arrived, found, directed, left]
    const aside: Happened = { body: { kind: 'danger-ended', report: 'a', seen: 1 } }
    expect(sentences(momentAfter('officer', ...again))[0]).not.toBe('Leave the scene.')
    expect(sentences(momentAfter('officer', ...again, danger, aside))[0]).toBe('Leave the scene.')
  })

  test('is absent for a role of whom nothing is asked', () => {
    expect(momentAfter('records')?.headline.modality).not.toBe('MUST')
  })
})
