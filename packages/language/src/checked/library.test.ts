import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkLibrary } from './check-library.ts'
import { bookOf, type Library } from './library.ts'
import { bookOn, checkedOn, hashOf, libraryOf, TOWN, TOWN_AGENCY, type Written } from './testing.ts'

const NORM = 'norm aid\n  when scene is quiet\n  officer must assist'
const documentsOn = (day: string, library: Library, agency?: string) =>
  bookOn(day, library, agency).documents.map(({ id }) => id)

describe('a book holds', () => {
  test('what lies in the folders from the top down to the agency, and nothing beside them', () => {
    const library = libraryOf({
      'us/il/act': { block: NORM },
      'us/il/town/order': { block: NORM },
      'us/il/town/police/rule': { block: NORM },
      'us/il/village/order-3': { block: NORM },
      'us/il/town/fire/order-4': { block: NORM },
      'us/tx/order-5': { block: NORM },
    })
    expect(documentsOn('2020-06-01', library)).toEqual([
      'us/il/act',
      'us/il/town/order',
      'us/il/town/police/rule',
      'us/vocabulary',
    ])
  })

  test.each([
    ['police', true],
    ['town/police', true],
    ['us/il/town/police', true],
    ['us/il/town', true],
    ['municipal police', true],
    ['municipal-police', true],
    ['sheriff', false],
    ['pol', false],
    ['us/il/tow', false],
  ])('what binds `%s`: %s', (binds, isBound) => {
    const library = libraryOf({ 'us/il/act': { block: NORM, binds } })
    expect(documentsOn('2020-06-01', library).includes('us/il/act')).toBe(isBound)
  })

  test('what applies in the state of the agency', () => {
    const library = libraryOf({
      'us/a': { block: NORM, 'applies-in': 'TX, IL' },
      'us/b': { block: NORM, 'applies-in': 'TX' },
    })
    expect(documentsOn('2020-06-01', library)).toEqual(['us/a', 'us/vocabulary'])
  })

  test('what is in force, from the first moment of its first day to the last of its last, by local time', () => {
    const library = libraryOf({ 'us/il/act': { block: NORM, 'in-force': 'from 2019-09-26 through 2019-09-29' } })
    const isIn = (instant: string) => {
      const { book } = bookOf(library, TOWN, Date.parse(instant), hashOf)
      return book?.documents.some(({ id }) => id === 'us/il/act')
    }
    expect(isIn('2019-09-26T04:59:59.999Z')).toBe(false)
    expect(isIn('2019-09-26T05:00:00.000Z')).toBe(true)
    expect(isIn('2019-09-30T04:59:59.999Z')).toBe(true)
    expect(isIn('2019-09-30T05:00:00.000Z')).toBe(false)
  })
})

describe('a document that is superseded', () => {
  const old: Written = { block: NORM, short: 'order' }
  const next: Written = {
    block: NORM,
    short: 'order',
    supersedes: 'us/il/town/old',
    'in-force': 'from 2021-01-01 through 2021-12-31',
  }
  const library = libraryOf({ 'us/il/town/old': old, 'us/il/town/next': next })

  test('ends when the other starts', () => {
    expect(documentsOn('2020-12-31', library)).toContain('us/il/town/old')
    expect(documentsOn('2021-01-01', library)).not.toContain('us/il/town/old')
  })

  test('never revives, also when the other ends', () => {
    expect(documentsOn('2022-01-02', library)).toEqual(['us/vocabulary'])
  })

  test('never revives, whatever else is superseded when', () => {
    const days = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(fc.array(fc.tuple(days, days, fc.nat()), { minLength: 2, maxLength: 6 }), days, (plans, day) => {
        const at = (offset: number) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10)
        const chain = plans.map(([from, length, older], index): [string, Written] => {
          const supersedes = index === 0 ? {} : { supersedes: `us/il/town/d${older % index}` }
          return [
            `us/il/town/d${index}`,
            { block: '', 'in-force': `from ${at(from)} through ${at(from + length)}`, ...supersedes },
          ]
        })
        const held = documentsOn(at(day), libraryOf(Object.fromEntries(chain)))
        for (const [id] of chain) {
          const hasSuccessor = plans.some(([from, , older], index) => {
            return index > 0 && `us/il/town/d${older % index}` === id && from <= day
          })
          if (hasSuccessor) expect(held).not.toContain(id)
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('the hash of a book', () => {
  const blocks = [
    'norm first-1\n  when scene is quiet\n  officer must assist',
    'norm b\n  when request is federal\n  everyone must not hold',
    'exception c to b for hold\n  when request is local\n  officer may hold',
    'define request is local when requester is sheriff',
    'never requester is ice and scene is quiet',
    'never requester is sheriff and scene is not quiet',
    'invariant d when scene is quiet expect officer must assist',
    'choice by officer: hold, assist when some entry has size at most 5, colour red',
    'choice by supervisor: hold when training is certified',
    'report sums agency to dhs every year, also when none due 1 march fields "B", "A"',
    'report counts agency to dhs every month, only if any',
    'norm e\n  when no entry has colour one of blue, red\n  one officer must hold before guard\n  if broken "A fine"',
  ]
  const words = [
    'event bell "A bell rang"',
    'act ring "Ring" is a kind of assist',
    'fact bell is loud at first no yes at 23:59 of the day of bell',
    'role cook',
    'fact training is one of certified, basic about the actor',
    'list entry about the person\n  colour one of red, blue\n  size number of inches',
    'list item\n  sort yes or no',
  ]

  test('does not depend on the order of documents and declarations', () => {
    const make = (order: readonly string[], vocabulary: readonly string[], isReversed: boolean) => {
      const library = libraryOf({
        'us/il/town/order': { block: order.join('\n') },
        'us/il/words': { force: 'vocabulary', block: vocabulary.join('\n') },
      })
      return isReversed ? { ...library, documents: library.documents.toReversed() } : library
    }
    const expected = bookOn('2020-06-01', make(blocks, words, false)).hash
    const shuffledOf = (all: readonly string[]) => fc.shuffledSubarray([...all], { minLength: all.length })
    fc.assert(
      fc.property(shuffledOf(blocks), shuffledOf(words), fc.boolean(), (order, vocabulary, isReversed) => {
        expect(bookOn('2020-06-01', make(order, vocabulary, isReversed)).hash).toBe(expected)
      }),
      { numRuns: 30 },
    )
  })

  test('does not depend on the instant within one stretch of time, nor on line breaks and comments', () => {
    const library = libraryOf({ 'us/il/town/order': { block: NORM } })
    const spaced = libraryOf({ 'us/il/town/order': { block: NORM.replaceAll('\n', '\n\n -- why\n') } })
    expect(bookOn('2020-06-02', library).hash).toBe(bookOn('2020-06-01', library).hash)
    expect(bookOn('2020-06-01', spaced).hash).toBe(bookOn('2020-06-01', library).hash)
  })

  test('changes with a word of a norm and with a setting of the agency', () => {
    const library = libraryOf({ 'us/il/town/order': { block: NORM } })
    const other = libraryOf({ 'us/il/town/order': { block: NORM.replace('must', 'may') } })
    const agency = libraryOf(
      { 'us/il/town/order': { block: NORM } },
      { [TOWN]: TOWN_AGENCY.replace('refer-to: supervisor', 'refer-to: officer') },
    )
    const hashes = [library, other, agency].map((each) => bookOn('2020-06-01', each).hash)
    expect(new Set(hashes).size).toBe(3)
  })

  test('is changed by a new document exactly from its first day on, whatever it is', () => {
    const days = fc.integer({ min: 1, max: 400 })
    const day = (offset: number) => new Date(Date.UTC(2020, 0, 1 + offset)).toISOString().slice(0, 10)
    const kinds = fc.constantFrom<Written>(
      { block: 'norm extra\n  officer may hold' },
      { block: 'event bell "A bell rang"', force: 'vocabulary' },
      { block: 'norm extra\n  officer may hold', supersedes: 'us/il/town/order' },
    )
    const before = libraryOf({ 'us/il/town/order': { block: NORM } })
    fc.assert(
      fc.property(days, days, kinds, (start, asked, written) => {
        const next = { ...written, 'in-force': `from ${day(start)}` }
        const after = libraryOf({ 'us/il/town/order': { block: NORM }, 'us/il/town/next': next })
        const isSame = bookOn(day(asked), after).hash === bookOn(day(asked), before).hash
        expect(isSame).toBe(asked < start)
      }),
      { numRuns: 40 },
    )
  })

  test('is not changed by a document before its start, also one that supersedes', () => {
    const before = libraryOf({ 'us/il/town/order': { block: NORM } })
    const after = libraryOf({
      'us/il/town/order': { block: NORM },
      'us/il/town/next': {
        block: 'norm x\n  officer may hold',
        'in-force': 'from 2021-01-01',
        supersedes: 'us/il/town/order',
      },
    })
    expect(bookOn('2020-12-31', after).hash).toBe(bookOn('2020-12-31', before).hash)
    expect(bookOn('2021-01-01', after).hash).not.toBe(bookOn('2021-01-01', before).hash)
  })
})

describe('an agency', () => {
  test('E132: that the library does not hold has no book', () => {
    expect(checkedOn('2020-06-01', libraryOf({}), 'us/il/city/police')).toMatchObject({
      findings: [{ code: 'E132', message: 'there is no agency `us/il/city/police`' }],
    })
  })

  test('E130: needs a time zone', () => {
    const library = libraryOf({}, { [TOWN]: TOWN_AGENCY.replace('America/Chicago', 'America/Springfield') })
    const { book, findings } = checkedOn('2020-06-01', library)
    expect(book).toBeUndefined()
    expect(findings).toMatchObject([
      {
        code: 'E130',
        message: 'there is no time zone `America/Springfield`',
        labels: [{ span: { line: 5, column: 1 } }],
        fix: 'write the name of a place, as in `America/Chicago`',
      },
    ])
  })

  test('E131: lies in a state that there is', () => {
    const library = libraryOf({}, { [TOWN]: TOWN_AGENCY.replace('state: IL', 'state: ZZ') })
    expect(checkLibrary(library, hashOf).findings.filter(({ code }) => code.startsWith('E'))).toMatchObject([
      { code: 'E131', message: 'there is no state `ZZ`', labels: [{ span: { line: 4, column: 1 } }] },
    ])
  })

  test('E101: staffs roles that the book knows', () => {
    const library = libraryOf({}, { [TOWN]: TOWN_AGENCY.replace('roles: officer', 'roles: oficer') })
    expect(checkedOn('2020-06-01', library).findings).toMatchObject([{ code: 'E101', fix: 'write `officer`' }])
  })
})

describe('checking a library', () => {
  test('names each stretch of time of each agency once', () => {
    const library = libraryOf({ 'us/il/town/order': { block: NORM, 'in-force': 'from 2020-01-01 through 2020-01-31' } })
    const iso = (instant: number | undefined) => (instant === undefined ? undefined : new Date(instant).toISOString())
    const books = checkLibrary(library, hashOf).books.map(({ agency, from, through }) => [
      agency,
      iso(from),
      iso(through),
    ])
    expect(books).toEqual([
      [TOWN, '2000-01-01T06:00:00.000Z', '2020-01-01T05:59:59.999Z'],
      [TOWN, '2020-01-01T06:00:00.000Z', '2020-02-01T05:59:59.999Z'],
      [TOWN, '2020-02-01T06:00:00.000Z', undefined],
    ])
  })

  test('tells a fault once, however many books it is in, and in which it was met first', () => {
    const fire = 'us/il/town/fire'
    const library = libraryOf(
      {
        'us/il/town/order': { block: 'norm aid\n  officer must asist' },
        'us/il/town/later': { block: NORM, 'in-force': 'from 2021-01-01' },
      },
      { [TOWN]: TOWN_AGENCY, [fire]: TOWN_AGENCY },
    )
    const errors = checkLibrary(library, hashOf).findings.filter(({ code }) => code.startsWith('E'))
    expect(errors).toMatchObject([{ code: 'E102', book: 'us/il/town/police from 2020-01-01' }])
  })

  test('begins with the shared words: a statute may be older', () => {
    const library = libraryOf({ 'us/act': { block: NORM, 'in-force': 'from 1996-01-01' } })
    expect(checkLibrary(library, hashOf).findings.filter(({ code }) => code.startsWith('E'))).toEqual([])
  })
})
