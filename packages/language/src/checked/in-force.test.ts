import { describe, expect, test } from 'vitest'
import { checkLibrary } from './check-library.ts'
import { bookOf } from './library.ts'
import { allFaultsOf, bookOn, faultsOf, hashOf, libraryOf, TOWN, type Written } from './testing.ts'

const ORDER = 'us/il/town/order'
const block = 'norm aid\n  officer must assist'
const SUSPENDED: Written = {
  block,
  'in-force': 'from 2020-01-01 through 2020-12-31',
  suspended: `
  - from 2020-03-01 through 2020-03-31, by the District Court
  - from 2020-06-01T12:00 through 2020-07-31, by the Court of Appeals`,
}

describe('a suspended document', () => {
  const library = libraryOf({ [ORDER]: SUSPENDED })
  const isIn = (instant: string) =>
    bookOf(library, TOWN, Date.parse(instant), hashOf).book?.documents.some(({ id }) => id === ORDER)

  test('is not in force, from the first moment of the suspension to the last, by local time', () => {
    expect(isIn('2020-03-01T05:59:59.999Z')).toBe(true)
    expect(isIn('2020-03-01T06:00:00.000Z')).toBe(false)
    expect(isIn('2020-04-01T04:59:59.999Z')).toBe(false)
    expect(isIn('2020-04-01T05:00:00.000Z')).toBe(true)
    expect(isIn('2020-06-01T16:59:59.999Z')).toBe(true)
    expect(isIn('2020-06-01T17:00:00.000Z')).toBe(false)
    expect(isIn('2020-08-01T05:00:00.000Z')).toBe(true)
  })

  test('says in its header when, and by whom', () => {
    const [header] = bookOn('2020-05-01', library).documents
    expect(header).toMatchObject({
      id: ORDER,
      suspended: [
        {
          from: Date.parse('2020-03-01T06:00Z'),
          through: Date.parse('2020-04-01T05:00Z') - 1,
          by: 'the District Court',
        },
        { from: Date.parse('2020-06-01T17:00Z'), by: 'the Court of Appeals' },
      ],
    })
  })

  test('begins and ends a book with each stretch', () => {
    const starts = checkLibrary(library, hashOf).books.map(({ from }) => new Date(from).toISOString().slice(0, 10))
    expect(starts).toEqual([
      '2000-01-01',
      '2020-01-01',
      '2020-03-01',
      '2020-04-01',
      '2020-06-01',
      '2020-08-01',
      '2021-01-01',
    ])
  })

  test('is ended by what supersedes it, suspended or not', () => {
    const next: Written = {
      block,
      supersedes: ORDER,
      'in-force': 'from 2020-02-01',
      suspended: 'from 2020-02-01, by the District Court',
    }
    const both = libraryOf({ [ORDER]: { block }, 'us/il/town/next': next })
    expect(bookOn('2020-01-15', both).documents.map(({ id }) => id)).toEqual([ORDER, 'us/vocabulary'])
    expect(bookOn('2020-03-01', both).documents.map(({ id }) => id)).toEqual(['us/vocabulary'])
  })

  test('W103: is never in force if it is suspended all the time', () => {
    const always: Written = { block, suspended: 'from 2020-01-01, by the District Court' }
    expect(faultsOf(libraryOf({ [ORDER]: always }))).toMatchObject([
      { code: 'W103', at: '2020-01-01', label: 'it ends or is suspended before it starts' },
    ])
  })

  test.each([
    ['from 2019-03-01 through 2019-03-31, by the District Court', 'it ends before the document is in force'],
    ['from 2021-03-01, by the District Court', 'it starts when the document has ended'],
    ['from 2020-03-31 through 2020-03-01, by the District Court', 'it ends before it starts'],
  ])('W110: is not suspended where it is not in force: %s', (suspended, label) => {
    expect(faultsOf(libraryOf({ [ORDER]: { ...SUSPENDED, suspended } }))).toMatchObject([
      { code: 'W110', message: 'the suspension by the District Court suspends nothing', label },
    ])
  })
})

describe('a document that became known', () => {
  test('says so in its header, as does the decision that reads it so', () => {
    const library = libraryOf({ [ORDER]: { block, published: '2019-12-24', 'applied-by': 'Doe v. Town' } })
    const [header] = bookOn('2020-05-01', library).documents
    expect(header).toMatchObject({ published: Date.parse('2019-12-24T06:00Z'), appliedBy: 'Doe v. Town' })
    expect(faultsOf(library)).toEqual([])
  })

  test('W108: after it was in force, could not be followed', () => {
    expect(faultsOf(libraryOf({ [ORDER]: { block, published: '2020-01-02' } }))).toEqual([
      {
        code: 'W108',
        message: 'this became known only after it was in force',
        at: '2020-01-02',
        label: 'known from 2020-01-02',
        fix: 'look at both days; nobody could follow it between them',
      },
    ])
  })
})

describe('W111: a document that has ended', () => {
  const old: Written = { block, 'in-force': 'from 2020-01-01 through 2020-12-31' }
  const ended = (documents: Readonly<Record<string, Written>>, today?: string) =>
    allFaultsOf(libraryOf(documents), today).filter(({ code }) => code === 'W111')

  test('and that nothing follows, by a day that the caller names', () => {
    expect(ended({ [ORDER]: old })).toEqual([])
    expect(ended({ [ORDER]: old }, '2021-01-01T05:59Z')).toEqual([])
    expect(ended({ [ORDER]: old }, '2021-01-01T06:01Z')).toEqual([
      {
        code: 'W111',
        message: '"order" has ended, and nothing follows it',
        at: '2020-12-31',
        label: 'it is in force no more',
        fix: 'write the document that follows, or take the end out if it is still in force',
      },
    ])
  })

  test.each<[string, Written, string]>([
    ['what supersedes it', { block, supersedes: ORDER, 'in-force': 'from 2021-01-01' }, 'us/il/town/next'],
    ['its next version', { block, short: 'order', 'in-force': 'from 2022-01-01' }, 'us/il/town/next'],
  ])('is followed by %s', (_, next, id) => {
    expect(ended({ [ORDER]: old, [id]: next }, '2021-01-02')).toEqual([])
  })

  test('is not followed by a document of another folder, nor by an older one', () => {
    const version: Written = { block, short: 'order', 'in-force': 'from 2022-01-01' }
    const older: Written = { block, short: 'order', 'in-force': 'from 2019-01-01 through 2019-12-31' }
    expect(ended({ [ORDER]: old, 'us/il/next': version }, '2021-01-02')).toHaveLength(1)
    expect(ended({ [ORDER]: old, 'us/il/town/older': older }, '2021-01-02')).toHaveLength(1)
  })
})
