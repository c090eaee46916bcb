import { describe, expect, test } from 'vitest'
import type { EventBody } from '../events/event.ts'
import { ICE_ASKS, peopleBook, type Told, told } from '../people.testing.ts'
import { NIGHT } from '../testing.ts'
import { answerTo, determine, determinedEvent } from './from-facts.ts'
import { modalitiesOf } from './modalities.ts'
import { momentOf } from './moment.ts'
import { doneBy } from './standing.ts'

const book = peopleBook()
const { compiled } = book
const acts = new Map(compiled.book.acts.map((act) => [act.id, act]))

const person2: Told = { body: { kind: 'person-added', person: 2 } }
const held = (person: number): Told => ({ body: { kind: 'happened', event: 'custody-began', person } })
const police: Told = {
  body: {
    kind: 'request-added',
    request: 2,
    receipt: 'R-000002',
    channel: 'phone',
    requesterIs: 'asserted',
    values: { requester: 'police' },
  },
}
const entry = (person: number, yearsAgo: number): Told => ({
  body: { kind: 'entry-reported', list: 'conviction', values: { class: 'listed', 'years-ago': yearsAgo }, person },
})
const danger: Told = {
  body: { kind: 'danger-reported', report: 'a', reportedAt: NIGHT, isLate: false },
  by: 'officer-0733',
}
const did = (role: string, act: string, by: string, names: { person?: number; request?: number } = {}): Told => ({
  body: { kind: 'act-done', role, act, determined: 'MUST', differs: false, ...names },
  by,
})
const unit = (position: string): Told => ({ body: { kind: 'unit-assigned', position, role: 'officer' } })

/** What is determined of an act, by the request and person that it names. */
function sayings(role: string, act: string, all: readonly Told[], nowMs = NIGHT + 60_000) {
  const { answers } = determine(compiled, told(book, all), nowMs)
  return answers
    .filter((answer) => answer.role === role && answer.act === act)
    .map((answer) => ({ ...answer.named, says: modalitiesOf(answer).join() }))
}

function moment(role: string, all: readonly Told[], position?: string) {
  const incident = told(book, all)
  const found = momentOf(compiled.book, incident, determine(compiled, incident, NIGHT + 60_000).answers, role, position)
  return [found?.headline, ...(found?.also ?? [])].map((line) => line?.sentence)
}

describe('an incident with two persons', () => {
  test('says once what holds for both, and of whom what holds for one', () => {
    expect(sayings('dispatcher', 'decline', [person2])).toEqual([{ says: 'MUST' }])
    expect(sayings('jailer', 'give-notice', [person2, held(2)])).toEqual([{ person: 2, says: 'MUST' }])
    expect(sayings('jailer', 'give-notice', [person2, held(1), held(2)])).toEqual([{ says: 'MUST' }])
  })

  test('keeps apart what was done for one of them', () => {
    const done = did('jailer', 'give-notice', 'lockup-7', { person: 1 })
    expect(moment('jailer', [person2, held(1), held(2), done])[0]).toBe('Person 2: give the person notice.')
    const both = did('jailer', 'give-notice', 'lockup-7')
    expect(moment('jailer', [person2, held(1), held(2), both]).join()).not.toContain('notice')
  })

  test('reads a fact that names nobody as one about the first', () => {
    const first: Told = { body: { kind: 'observed', input: 'person is held', value: true } }
    expect(sayings('jailer', 'give-notice', [person2, first])).toEqual([{ person: 1, says: 'MUST' }])
  })

  test('has a list for each', () => {
    const all = [person2, held(1), held(2), entry(1, 3), entry(2, 30)]
    const complete: Told = { body: { kind: 'list-complete', list: 'conviction', person: 2 } }
    expect(sayings('jailer', 'hand-over', all)[0]).toMatchObject({ person: 1, says: 'MUST NOT' })
    expect(sayings('jailer', 'hand-over', [...all, complete])).toEqual([{ person: 1, says: 'MUST NOT' }])
  })

  test('counts no entry that was withdrawn', () => {
    const all = [held(1), entry(1, 3)]
    const of = told(book, all).events.find(({ body }) => body.kind === 'entry-reported')?.seq ?? 0
    expect(sayings('jailer', 'hand-over', all)).toEqual([{ says: 'MUST NOT' }])
    expect(sayings('jailer', 'hand-over', [...all, { body: { kind: 'withdrawn', of } }])).not.toEqual([
      { says: 'MUST NOT' },
    ])
  })
})

describe('an incident with two requests', () => {
  test('decides each, and records both situations so that they can be decided again', () => {
    expect(sayings('dispatcher', 'decline', [police])).toEqual([{ request: 1, says: 'MUST' }])
    const incident = told(book, [police])
    const event = determinedEvent(compiled, determine(compiled, incident, NIGHT + 1000))
    expect(event.situation).toMatchObject({ requester: 'ice' })
    expect(event.others).toEqual([
      { of: [{ request: 2, person: 1 }], situation: expect.objectContaining({ requester: 'police' }) },
    ])
    expect(event.results).toContainEqual({ role: 'dispatcher', act: 'decline', modalities: ['MUST'], request: 1 })
  })

  test('counts a fact about danger for all, whichever request or person it was said of', () => {
    const ofOne = (names: { person?: number; request?: number }): readonly Told[] => [
      { body: { kind: 'observed', input: 'someone is in-danger', value: true, ...names } },
      { body: { kind: 'happened', event: 'danger-reported', ...names } },
    ]
    for (const said of [...ofOne({ person: 2 }), ...ofOne({ request: 2 }), ...ofOne({ person: 2, request: 2 })]) {
      expect(sayings('officer', 'protect-life', [police, person2, said])).toEqual([{ says: 'MUST' }])
      expect(sayings('supervisor', 'protect-life', [police, person2, said])).toEqual([{ says: 'MUST' }])
    }
  })

  test('tells danger first, and beside it nothing that holds anybody back', () => {
    const lines = moment('officer', [police, danger])
    expect(lines[0]).toBe('Protect life now.')
    expect(lines.join(' ')).not.toContain('ait here')
    expect(sayings('officer', 'wait-here', [police, danger])).toEqual([{ request: 1, says: 'SET ASIDE' }])
  })
})

describe('an incident with one of each', () => {
  test('is recorded as it always was, without a name or another situation', () => {
    const { events } = told(book, [held(1)])
    const determined = events.flatMap(({ body }) => (body.kind === 'determined' ? [body] : []))
    expect(determined.length).toBeGreaterThan(1)
    for (const { others, results } of determined) {
      expect(others).toBeUndefined()
      for (const result of results) expect(Object.keys(result)).toEqual(['role', 'act', 'modalities'])
    }
  })
})

describe('a duty of several members of a role', () => {
  const two = [unit('officer-0733'), unit('officer-0734'), held(1)]

  test('is each one’s own: who has done it goes on to what is next, and the other does not', () => {
    const all = [...two, did('officer', 'sign-form', 'officer-0733')]
    expect(moment('officer', all, 'officer-0734').join()).toContain('Sign the form')
    expect(moment('officer', all, 'officer-0733').join()).not.toContain('Sign the form')
    expect(moment('officer', all).join()).toContain('Sign the form')
    const incident = told(book, all)
    const { answers } = determine(compiled, incident, NIGHT + 60_000)
    const answer = answers.find(({ role, act }) => role === 'officer' && act === 'sign-form')
    expect(answer && doneBy(incident, answer, acts)).toEqual({ done: 1, of: 2 })
    const last = did('officer', 'sign-form', 'officer-0734')
    expect(moment('officer', [...all, last]).join()).not.toContain('Sign the form')
  })

  test('is met by one where the order says `one`', () => {
    const sergeants: readonly Told[] = ['sergeant-730', 'sergeant-740'].map((position) => ({
      body: { kind: 'unit-assigned', position, role: 'supervisor' },
    }))
    const all = [...sergeants, held(1)]
    expect(moment('supervisor', all).join()).toContain('Sign the form')
    expect(moment('supervisor', [...all, did('supervisor', 'sign-form', 'sergeant-740')]).join()).not.toContain('Sign')
  })

  test('is met by the role where one unit is assigned, or the log is older than roles of units', () => {
    const old: readonly Told[] = ['officer-0733', 'officer-0734'].map((position) => ({
      body: { kind: 'unit-assigned', position },
    }))
    for (const units of [[unit('officer-0733')], old]) {
      const all = [...units, held(1), did('officer', 'sign-form', 'officer-0734')]
      expect(moment('officer', all).join()).not.toContain('Sign the form')
    }
  })
})

describe('a fact about the actor', () => {
  const says = (by: string, value: boolean): Told => ({
    body: { kind: 'observed', input: 'training of officer is certified', value },
    by,
  })

  test('is not known while members of the role differ', () => {
    const search = (all: readonly Told[]) => sayings('officer', 'search-car', [held(1), ...all])
    expect(search([says('officer-0733', true)])).toEqual([{ says: 'MAY' }])
    expect(search([says('officer-0733', true), says('officer-0734', false)])).toEqual([{ says: 'MAY,SILENT' }])
    expect(search([says('officer-0733', true), says('officer-0734', false), says('officer-0734', true)])).toEqual([
      { says: 'MAY' },
    ])
  })
})

describe('an act done', () => {
  test('for nobody in particular differs where it does for one of them', () => {
    const incident = told(book, [person2, held(2), entry(2, 3)])
    const { answers } = determine(compiled, incident, NIGHT + 60_000)
    const handOver = acts.get('hand-over')
    expect(handOver && answerTo(answers, 'jailer', handOver)).toEqual({ determined: 'MUST NOT', differs: true })
    expect(handOver && answerTo(answers, 'jailer', handOver, { named: { person: 1 } })).toMatchObject({
      differs: false,
    })
  })
})

test('the first request is the first event, whatever follows', () => {
  expect(told(book, [police]).requests.map(({ body }) => body.receipt)).toEqual([
    ICE_ASKS.kind === 'request-received' ? ICE_ASKS.receipt : undefined,
    'R-000002',
  ] satisfies (string | undefined)[])
  const unordered: EventBody = { kind: 'person-added', person: 4 }
  expect(() => told(book, [{ body: unordered }])).toThrow('bug: person 4 follows 1')
})
