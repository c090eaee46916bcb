import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { EventBody, IncidentEvent } from '../events/event.ts'
import { foldIncident, isInDanger } from '../events/fold.ts'
import { ICE_ASKS, peopleBook, type Told, told } from '../people.testing.ts'
import { NIGHT } from '../testing.ts'
import { determine, determinedEvent } from './from-facts.ts'
import { momentOf } from './moment.ts'

const book = peopleBook()
const { compiled } = book

const person = fc.integer({ min: 1, max: 2 })
const names = fc
  .record({ person: fc.option(person, { nil: undefined }), request: fc.option(person, { nil: undefined }) })
  .map(({ person, request }) => ({
    ...(person === undefined ? {} : { person }),
    ...(request === undefined ? {} : { request }),
  }))
const bodies: fc.Arbitrary<EventBody> = fc.oneof(
  person.map((person): EventBody => ({ kind: 'happened', event: 'custody-began', person })),
  fc
    .record({ value: fc.boolean(), person })
    .map(({ value, person }): EventBody => ({ kind: 'observed', input: 'person is held', value, person })),
  fc.constantFrom<EventBody>(
    { kind: 'observed', input: 'training of officer is certified', value: true },
    { kind: 'observed', input: 'requester', value: 'police', request: 2 },
    { kind: 'danger-reported', report: 'a', reportedAt: NIGHT, isLate: false },
    { kind: 'time-passed', ms: 60_000 },
  ),
  fc.record({ years: fc.integer({ min: 0, max: 30 }), person }).map(
    ({ years, person }): EventBody => ({
      kind: 'entry-reported',
      list: 'conviction',
      values: { class: 'listed', 'years-ago': years },
      person,
    }),
  ),
  person.map((person): EventBody => ({ kind: 'list-complete', list: 'conviction', person })),
  fc.record({ act: fc.constantFrom('give-notice', 'hand-over', 'sign-form', 'wait-here'), names }).map(
    ({ act, names }): EventBody => ({
      kind: 'act-done',
      role: act === 'sign-form' || act === 'wait-here' ? 'officer' : 'jailer',
      act,
      determined: 'MUST',
      differs: false,
      ...names,
    }),
  ),
)
const START: readonly Told[] = [
  { body: { kind: 'person-added', person: 2 } },
  {
    body: {
      kind: 'request-added',
      request: 2,
      receipt: 'R-000002',
      channel: 'phone',
      requesterIs: 'asserted',
      values: { requester: 'ice' },
    },
  },
  { body: { kind: 'unit-assigned', position: 'officer-0733', role: 'officer' } },
  { body: { kind: 'unit-assigned', position: 'officer-0734', role: 'officer' } },
]
const all = fc
  .array(fc.record({ body: bodies, by: fc.constantFrom('officer-0733', 'officer-0734', 'lockup-7') }), { maxLength: 6 })
  .map((happened) => [...START, ...happened.filter(isFirstOfItsReport)])

function isFirstOfItsReport({ body }: Told, place: number, all: readonly Told[]): boolean {
  return body.kind !== 'danger-reported' || all.findIndex((one) => one.body.kind === 'danger-reported') === place
}

const RUNS = { numRuns: 25 }

describe('an incident with several requests, persons and units', () => {
  test('is decided again from its record as it was decided then', () => {
    fc.assert(
      fc.property(all, (all) => {
        const { events } = told(book, all)
        for (const { seq, at, body } of events) {
          if (body.kind !== 'determined') continue
          const before = foldIncident(events.slice(0, seq - 1))
          expect(determinedEvent(compiled, determine(compiled, before, at))).toEqual(body)
        }
      }),
      RUNS,
    )
  })

  test('has nothing more that follows when nothing happens', () => {
    fc.assert(
      fc.property(all, (all) => {
        const { events } = told(book, all)
        const last = events.at(-1)?.at ?? NIGHT
        expect(told(book, all, last).events).toEqual(events)
      }),
      RUNS,
    )
  })

  test('tells every officer to protect life while a report of danger is open, and nobody to wait', () => {
    fc.assert(
      fc.property(all, (all) => {
        const incident = told(book, all)
        const at = incident.events.at(-1)?.at ?? NIGHT
        const { answers } = determine(compiled, incident, at)
        for (const position of ['officer-0733', 'officer-0734']) {
          const moment = momentOf(compiled.book, incident, answers, 'officer', position)
          const acts = [moment?.headline, ...(moment?.also ?? [])].map((line) => line?.act.id)
          if (isInDanger(incident)) expect(acts[0]).toBe('protect-life')
          if (isInDanger(incident)) expect(acts).not.toContain('wait-here')
        }
      }),
      RUNS,
    )
  })
})

describe('a log from before there were several of anything', () => {
  const OLD: readonly IncidentEvent[] = [
    { seq: 1, at: NIGHT, by: 'dispatcher-7', body: ICE_ASKS },
    { seq: 2, at: NIGHT, by: 'dispatcher-7', body: { kind: 'unit-assigned', position: 'officer-0733' } },
    { seq: 3, at: NIGHT, by: 'dispatcher-7', body: { kind: 'unit-assigned', position: 'officer-0734' } },
    { seq: 4, at: NIGHT + 1, by: 'lockup-7', body: { kind: 'observed', input: 'person is held', value: true } },
    {
      seq: 5,
      at: NIGHT + 2,
      by: 'officer-0733',
      body: { kind: 'act-done', role: 'officer', act: 'sign-form', determined: 'MUST', differs: false },
    },
  ]

  test('has one request, one person, and no members of a role', () => {
    const incident = foldIncident(OLD)
    expect(incident).toMatchObject({ persons: 1, requests: [{ request: 1, body: { receipt: 'R-000001' } }] })
    expect([...incident.members]).toEqual([])
    expect(incident.units).toEqual(['officer-0733', 'officer-0734'])
  })

  test('is one situation, recorded with the fields that it always had', () => {
    const determined = determine(compiled, foldIncident(OLD), NIGHT + 3)
    expect(determined.cases.map(({ of }) => of)).toEqual([[{ request: 1, person: 1 }]])
    expect(Object.keys(determinedEvent(compiled, determined))).toEqual([
      'kind',
      'agency',
      'bookAt',
      'bookHash',
      'situation',
      'results',
    ])
  })
})
