import type { ChangesFound, ChangesView } from '@remit/contract/changes-view.ts'
import type { Library } from '@remit/language/checked/library.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadOrders } from '../orders/load-orders.ts'
import { ORDERS } from '../testing/server.ts'
import { versionsOf } from './versions.ts'
import { whatChanged } from './what-changed.ts'

let library: Library
beforeAll(async () => {
  library = (await loadOrders(ORDERS)).library
})

function found(view: ChangesView): ChangesFound {
  if (view.kind !== 'changes') throw new Error(view.words)
  return view
}

const CITY = 'us/il/chicago'
const POLICE = 'us/il/chicago/police'

describe('versions of an order', () => {
  test('are the documents of one folder and name, by first day', () => {
    expect(versionsOf(library, `${CITY}/welcoming-city-2021`).map(({ id, from }) => [id, from])).toEqual([
      [`${CITY}/welcoming-city-2012`, '2012-09-12'],
      [`${CITY}/welcoming-city-2021`, '2021-02-23'],
    ])
  })

  test('are also what one of them supersedes, under whatever name', () => {
    expect(versionsOf(library, `${POLICE}/s06-14-03-2020`).map(({ id }) => id)).toEqual([
      `${POLICE}/s06-14-03-2016`,
      `${POLICE}/2019-09-dhs-memo`,
      `${POLICE}/s06-14-03-2019`,
      `${POLICE}/s06-14-03-2020`,
    ])
  })

  test('of an order that never changed are itself alone', () => {
    expect(versionsOf(library, 'us/8-usc-1373').map(({ id }) => id)).toEqual(['us/8-usc-1373'])
  })
})

describe('what changed between two versions', () => {
  test('is compared by the orders of an agency on the last day before and the first day of the later one', () => {
    const { agency, before, after, others } = found(
      whatChanged(library, `${CITY}/welcoming-city-2012`, `${CITY}/welcoming-city-2021`),
    )
    expect([agency.id, before.day, after.day]).toEqual([POLICE, '2021-02-22', '2021-02-23'])
    expect(others.map(({ id, side }) => [side, id])).toEqual([['after', `${CITY}/o2021-117-supervisors`]])
  })

  test('CHI-H1: the four exceptions for criminal cases are gone: what an officer might do is forbidden, each with its clause', () => {
    const { answers } = found(whatChanged(library, `${CITY}/welcoming-city-2012`, `${CITY}/welcoming-city-2021`))
    const change = answers.find(
      ({ roles, acts, before }) =>
        before.modality === 'MAY' &&
        roles.some(({ id }) => id === 'officer') &&
        acts.some(({ id }) => id === 'assist-civil-enforcement'),
    )
    expect(change?.after).toEqual({ modality: 'MUST NOT' })
    expect(change?.conditions.toSorted()).toEqual([
      'criminal warrant is outstanding',
      'felony charge is pending',
      'felony conviction is recorded',
      'gang listing is recorded',
    ])
    expect(change?.kinds).toBe(2 ** 4 - 1)
    expect(change?.because.before.map(({ document }) => document)).toEqual([`${CITY}/welcoming-city-2012`])
    expect(change?.because.after.map(({ document }) => document)).toEqual([`${CITY}/welcoming-city-2021`])
  })

  test('begins with what an officer meets', () => {
    const { answers } = found(whatChanged(library, `${CITY}/welcoming-city-2012`, `${CITY}/welcoming-city-2021`))
    expect(answers[0]?.roles.map(({ id }) => id)).toContain('officer')
  })

  test('is nothing where the later text orders the same', () => {
    const { answerCount, answers, terms } = found(
      whatChanged(library, `${POLICE}/2019-09-dhs-memo`, `${POLICE}/s06-14-03-2019`),
    )
    expect({ answerCount, answers, terms }).toEqual({ answerCount: 0, answers: [], terms: [] })
  })

  test('says whom to ask where an answer was left to another', () => {
    const houston = 'us/tx/houston/34-41-2026-04'
    const { answers, words } = found(whatChanged(library, `${houston}-08`, `${houston}-22`))
    expect(answers.find(({ before }) => before.modality === 'REFER')?.before.ask).toEqual(['City attorney'])
    // Both owe the report on contacts, each in its own document.
    expect(words).toEqual([])
  })

  test('is not told backwards', () => {
    expect(whatChanged(library, `${CITY}/welcoming-city-2021`, `${CITY}/welcoming-city-2012`)).toEqual({
      kind: 'not compared',
      words: 'No agency of the library lived under both, one after the other.',
    })
  })
})
