import { describe, expect, test } from 'vitest'
import { determine } from '../determinations/from-facts.ts'
import type { EventBody } from '../events/event.ts'
import { foldIncident, type Incident } from '../events/fold.ts'
import { chicagoDemo, eventsOf, type Happened, NIGHT } from '../testing.ts'
import { consequencesOf, wakesOf } from './consequences.ts'
import { dutiesOf } from './from-determinations.ts'

const { compiled, agency } = chicagoDemo()
const positions = [
  { id: 'sergeant-730', role: 'supervisor', chain: 'sergeant' },
  { id: 'lieutenant-7', role: 'supervisor', chain: 'lieutenant' },
  { id: 'watch-commander-7', role: 'watch-commander', chain: 'watch-commander' },
]

/** The incident after what happened and all that follows, and what followed. */
function settled(happened: readonly Happened[], nowMs: number): { incident: Incident; followed: readonly EventBody[] } {
  let events = eventsOf(happened)
  const followed: EventBody[] = []
  for (;;) {
    const incident = foldIncident(events)
    const bodies = consequencesOf(compiled, incident, determine(compiled, incident, nowMs), {
      agency,
      positions,
      nowMs,
    })
    if (bodies.length === 0) return { incident, followed }
    followed.push(...bodies)
    events = [...events, ...bodies.map((body, at) => ({ seq: events.length + 1 + at, at: nowMs, by: 'remit', body }))]
  }
}

const kinds = (bodies: readonly EventBody[]) => bodies.map(({ kind }) => kind)
const arrived: Happened = { body: { kind: 'happened', event: 'supervisor-arrived' }, by: 'sergeant-730' }
const danger: Happened = { body: { kind: 'danger-reported', report: 'a', reportedAt: NIGHT, isLate: false } }

describe('what follows from a request of the night of the memo', () => {
  test('is a determination and a page to the first of the chain', () => {
    const { incident, followed } = settled([], NIGHT)
    expect(kinds(followed).filter((kind) => kind !== 'determined')).toEqual(['page-sent'])
    expect(incident.pages[0]).toMatchObject({ position: 'sergeant-730', answerBy: NIGHT + 90_000 })
  })

  test('is nothing more when asked again', () => {
    const { incident } = settled([], NIGHT)
    expect(
      consequencesOf(compiled, incident, determine(compiled, incident, NIGHT), { agency, positions, nowMs: NIGHT }),
    ).toEqual([])
  })

  test('is no page where a supervisor is there already', () => {
    expect(kinds(settled([arrived], NIGHT + 1000).followed)).not.toContain('page-sent')
  })

  test('is nothing once it is closed', () => {
    expect(settled([{ body: { kind: 'closed' } }], NIGHT + 1000).followed).toEqual([])
  })

  test('ends the chain at the watch commander, who is paged again and again', () => {
    const pages: readonly Happened[] = positions.map(({ id }, at) => ({
      body: { kind: 'page-sent', page: at + 1, position: id, answerBy: NIGHT + 90_000 * (at + 1) },
    }))
    const missed: readonly Happened[] = positions
      .slice(0, 2)
      .map(({ id }, at) => ({ body: { kind: 'page-not-reached', page: at + 1, position: id } }))
    const { incident } = settled([...pages, ...missed], NIGHT + 300_000)
    // Twice as long as the first time: an incident that nobody closes does not fill its log.
    const answerBy = NIGHT + 300_000 + 180_000
    expect(incident.pages.at(-1)).toMatchObject({ page: 4, position: 'watch-commander-7', state: 'paged', answerBy })
  })
})

describe('the thirty minutes of the demo setting', () => {
  const due = NIGHT + 30 * 60_000
  const dutyAt = (happened: readonly Happened[], nowMs: number) => {
    const { incident } = settled(happened, nowMs)
    const { answers } = determine(compiled, incident, nowMs)
    return dutiesOf(compiled.book, incident, answers, nowMs).find(({ act }) => act.id === 'come-to-scene')
  }

  test('run from the request, are in time at their end and late after it', () => {
    expect(dutyAt([], due)).toMatchObject({ due, state: 'running', ifLate: 'watch-commander' })
    expect(dutyAt([], due + 1)).toMatchObject({ due, state: 'late' })
  })

  test('are said to be late once, and the watch commander is paged', () => {
    const accepted: Happened = { body: { kind: 'page-sent', page: 1, position: 'sergeant-730', answerBy: NIGHT } }
    const { followed, incident } = settled(
      [accepted, { body: { kind: 'page-accepted', page: 1 }, by: 'sergeant-730' }],
      due + 1,
    )
    expect(kinds(followed).filter((kind) => kind === 'duty-late')).toHaveLength(1)
    expect(incident.pages.at(-1)?.position).toBe('watch-commander-7')
  })

  test('go on while danger sets waiting aside, and are not said to be late before the duty is back', () => {
    const { incident } = settled([danger], NIGHT + 5000)
    const { answers, nextChangeMs } = determine(compiled, incident, NIGHT + 5000)
    const wakes = wakesOf(compiled, incident, { answers }, NIGHT + 5000)
    expect(wakes).toContainEqual(expect.objectContaining({ kind: 'duty', at: due + 1 }))
    expect(nextChangeMs).toBeUndefined()
  })

  test('are met by arriving', () => {
    const duties = settled([arrived], NIGHT + 60_000).incident.duties.map(({ body }) => body.kind)
    expect(duties).not.toContain('duty-late')
  })
})
