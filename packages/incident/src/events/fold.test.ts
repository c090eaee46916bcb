import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventsOf, type Happened, incidentOf } from '../testing.ts'
import type { EventBody } from './event.ts'
import { foldIncident, hasUnseen, isInDanger } from './fold.ts'

const reports = ['a', 'b', 'c'] as const
const danger = fc
  .constantFrom(...reports)
  .chain((report) =>
    fc.constantFrom<EventBody>(
      { kind: 'danger-reported', report, reportedAt: 0, isLate: false },
      { kind: 'danger-shown', report },
      { kind: 'danger-accepted', report },
      { kind: 'danger-ended', report, seen: 1 },
    ),
  )
const position = fc.constantFrom('officer-0733', 'officer-0734', 'dispatcher-7')
/** The server writes one report an id, and only events of reports that there are. */
const happened: fc.Arbitrary<readonly Happened[]> = fc.array(fc.record({ body: danger, by: position })).map((all) =>
  all.filter(({ body }, at) =>
    isPossible(
      body,
      all.slice(0, at).map(({ body }) => body),
    ),
  ),
)

function isPossible(body: EventBody, before: readonly EventBody[]): boolean {
  if (!('report' in body)) return true
  const isReported = before.some((earlier) => earlier.kind === 'danger-reported' && earlier.report === body.report)
  return body.kind === 'danger-reported' ? !isReported : isReported
}

describe('an incident', () => {
  test('is the same whenever the same events are folded', () => {
    fc.assert(
      fc.property(happened, (happened) => {
        expect(incidentOf(...happened)).toEqual(incidentOf(...happened))
      }),
    )
  })

  test('is in danger exactly while a report has not been ended', () => {
    fc.assert(
      fc.property(happened, (happened) => {
        const of = (kind: EventBody['kind']) =>
          new Set(happened.flatMap(({ body }) => (body.kind === kind && 'report' in body ? [body.report] : [])))
        const open = [...of('danger-reported')].filter((report) => !of('danger-ended').has(report))
        expect(isInDanger(incidentOf(...happened))).toBe(open.length > 0)
      }),
    )
  })

  test('keeps every report with its own states: shown and accepted are never inferred from one another', () => {
    fc.assert(
      fc.property(happened, (happened) => {
        for (const { report, shown, accepted } of incidentOf(...happened).dangers) {
          const said = (kind: EventBody['kind']) =>
            happened.some(({ body }) => body.kind === kind && 'report' in body && body.report === report)
          expect(shown.length > 0).toBe(said('danger-shown'))
          expect(accepted !== undefined).toBe(said('danger-accepted'))
        }
      }),
    )
  })

  test('holds up nobody for what they did themselves, or for what screens showed', () => {
    const incident = incidentOf(
      { body: { kind: 'page-accepted', page: 1 }, by: 'sergeant-730' },
      { body: { kind: 'shown', through: 2, sentence: 'Wait for your supervisor.' }, by: 'officer-0733' },
    )
    expect(hasUnseen(incident, 1, 'sergeant-730')).toBe(false)
    expect(hasUnseen(incident, 1, 'dispatcher-7')).toBe(true)
    expect(hasUnseen(incident, 2, 'dispatcher-7')).toBe(false)
  })

  test('is a bug, not an incident, where an event is missing', () => {
    const events = eventsOf([{ body: { kind: 'closed' } }, { body: { kind: 'closed' } }]).filter(({ seq }) => seq !== 2)
    expect(() => foldIncident(events)).toThrow('bug: event 3 follows event 1')
  })
})
