import type { FieldTest, List } from '@remit/language/checked/lists.ts'
import type { Input } from '@remit/language/checked/tree.ts'
import { describe, expect, test } from 'vitest'
import { determinePartial } from './complete.ts'
import { entriesOf, fails, fits, impossibleLists, someInputsOf } from './lists.ts'
import { act, book, norm } from './testing/small-books.ts'
import { FIELDS, NOWHERE } from './testing/words.ts'

const conviction: List = {
  id: 'conviction',
  text: 'Conviction',
  about: 'person',
  knownTo: [],
  fields: FIELDS,
  span: NOWHERE,
}

const felony: FieldTest = { field: 'class', kind: 'one-of', values: ['alpha'] }
const old: FieldTest = { field: 'elapsed', kind: 'compare', is: 'more-than', than: 5 }
const recent: FieldTest = { field: 'elapsed', kind: 'compare', is: 'at-most', than: 5 }

function some(id: string, tests: readonly FieldTest[]): Input {
  const of = { kind: 'some', list: 'conviction', tests } as const
  return { id, kind: 'yes-no', of, about: 'person', knownTo: [], alwaysOffered: false, changes: [] }
}

const any = some('any', [])
const ofOld = some('old', [old])
const ofFelony = some('felony', [felony])
const ofOldFelony = some('old felony', [felony, old])
const ofRecent = some('recent', [recent])

function impossible(answers: Readonly<Record<string, boolean>>, ...inputs: readonly Input[]) {
  return impossibleLists(book({ lists: [conviction], inputs }), new Map(Object.entries(answers)))
}

describe('a set of answers about a list', () => {
  test('is impossible where a yes has no entry that every no leaves', () => {
    const both = [ofFelony, ofOldFelony]
    expect(impossible({ felony: true, 'old felony': true }, ...both)).toEqual([])
    expect(impossible({ felony: true, 'old felony': false }, ...both)).toEqual([])
    expect(impossible({ felony: false, 'old felony': true }, ...both)).toEqual(['conviction'])
  })

  test('is not judged by each two answers: two noes together can leave nothing', () => {
    const three = [any, ofOld, ofRecent]
    expect(impossible({ any: true, old: false, recent: true }, ...three)).toEqual([])
    expect(impossible({ any: true, old: true, recent: false }, ...three)).toEqual([])
    expect(impossible({ any: true, old: false, recent: false }, ...three)).toEqual(['conviction'])
  })

  test('may need an entry for each yes', () => {
    expect(impossible({ old: true, recent: true }, ofOld, ofRecent)).toEqual([])
  })

  test('is possible where nothing is yes', () => {
    expect(impossible({ old: false, recent: false }, ofOld, ofRecent)).toEqual([])
  })
})

test('an unknown answer that the others decide is settled', () => {
  const when = { kind: 'yes', input: 'felony' } as const
  const of = book({
    acts: [act('hold')],
    lists: [conviction],
    inputs: [ofFelony, ofOldFelony],
    norms: [norm('a', 'memo', ['officer must hold'], { when })],
  })
  const decided = determinePartial(of, new Map([['old felony', true]]))
  expect(decided.kind === 'determined' && decided.pairs.get('officer hold')?.settled).toBe('MUST')
})

test('an entry that lacks a field neither fits a test of it nor fails it', () => {
  const partly = new Map([['class', 'alpha']])
  expect([fits(partly, [felony]), fails(partly, [felony])]).toEqual([true, false])
  expect([fits(partly, [felony, old]), fails(partly, [felony, old])]).toEqual([false, false])
  expect([
    fits(new Map([['class', 'bravo']]), [felony, old]),
    fails(new Map([['class', 'bravo']]), [felony, old]),
  ]).toEqual([false, true])
})

test('the entries that are tried are one for each way in which tests tell them apart', () => {
  const inputs = someInputsOf(book({ lists: [conviction], inputs: [ofOld] }), 'conviction')
  const years = new Set(entriesOf(conviction, inputs).map((entry) => entry.get('elapsed')))
  expect([...years]).toEqual([0, 2.5, 5, 6])
  expect(entriesOf(conviction, inputs)).toHaveLength(3 * 2 * 4)
})
