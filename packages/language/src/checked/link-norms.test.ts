import { describe, expect, test } from 'vitest'
import { bookOn, checkedOn, faultsOf, libraryOf, type Written } from './testing.ts'

const RULE = 'us/il/town/police/rule'
const order = (block: string, others: Readonly<Record<string, Written>> = {}) =>
  libraryOf({ [RULE]: { block }, ...others })
const inWords = (block: string) => libraryOf({ 'us/il/words': { force: 'vocabulary', block } })

test('a norm holds `one`, `before`, `nobody` and what happens if it is broken', () => {
  const block = `norm aid
  one officer must assist before note-it; if late, tell supervisor
  nobody may hold
  if broken "A fine of $500"`
  const [norm] = bookOn('2020-06-01', order(block)).norms
  expect(norm?.ifBroken).toBe('A fine of $500')
  expect(norm?.statements).toMatchObject([
    { one: true, roles: ['officer'], deadline: { kind: 'before', act: 'note-it', ifLate: 'supervisor' } },
    { roles: ['agency'], modality: 'must not', acts: ['hold'], words: 'nobody may hold' },
  ])
  expect(norm?.statements[1]).not.toHaveProperty('one')
})

describe('E230: `one` stands before one role that must or should do something', () => {
  test.each([
    ['one officer, supervisor must assist', '`one` stands before one role', 'supervisor', 'a second role'],
    ['one everyone must assist', '`one` stands before one role', 'everyone', 'this is a group: officer, supervisor'],
    [
      'one officer must not assist',
      '`one` does not fit `must not`',
      'one officer must not assist',
      'only what must or should be done is done when one member has done it',
    ],
  ])('%s', (statement, message, at, label) => {
    expect(faultsOf(order(`norm aid\n  ${statement}`))).toMatchObject([{ code: 'E230', message, at, label }])
  })
})

describe('a moment', () => {
  const first = (change: string, shape = 'is over at first no') => `fact day ${shape} ${change}`

  test('turns a fact to yes at a time of the day of an event, or of the day after', () => {
    const changes = (change: string) =>
      bookOn('2020-06-01', inWords(first(change))).inputs.find(({ id }) => id === 'day is over')?.changes
    expect(changes('yes at 23:59 of the day of agents-arrived')).toEqual([
      { kind: 'moment', event: 'agents-arrived', minutes: 1439, days: 0 },
    ])
    expect(changes('yes at 09:30 of the day after agents-arrived')).toEqual([
      { kind: 'moment', event: 'agents-arrived', minutes: 570, days: 1 },
    ])
  })

  test.each([
    [first('no at 23:59 of the day of agents-arrived'), 'E114', 'no', 'write `yes`'],
    [
      first('high at 23:59 of the day of agents-arrived', 'is one of low, high at first low'),
      'E115',
      'high at 23:59 of the day of agents-arrived',
      'write `VALUE when EVENT`',
    ],
    [first('yes at 23:59 of the day of agents-arived'), 'E103', 'agents-arived', 'write `agents-arrived`'],
    [first('yes at 23:59 of the day of agents-arrived', 'is over'), 'E215', 'day', 'write `at first no`'],
  ])('%s', (block, code, at, fix) => {
    expect(faultsOf(inWords(block))).toContainEqual(expect.objectContaining({ code, at, fix }))
  })
})

test('a choice is held with its role, its acts and its condition', () => {
  const block = `norm aid
  officer may assist
choice by officer: hold, assist when scene is quiet
choice by supervisor: hold`
  expect(bookOn('2020-06-01', order(block)).choices).toMatchObject([
    {
      id: `${RULE}#choice by officer: hold, assist when scene is quiet`,
      role: 'officer',
      acts: ['assist', 'hold'],
      when: { kind: 'yes', input: 'scene is quiet' },
    },
    { id: `${RULE}#choice by supervisor: hold`, when: { kind: 'all', of: [] } },
  ])
  expect(faultsOf(order('choice by dhs: hld, assist when sceen is quiet'))).toMatchObject([
    { code: 'E101', message: '`dhs` is outside, and nothing is decided for it', at: 'dhs' },
    { code: 'E102', at: 'hld' },
    { code: 'E104', at: 'sceen' },
  ])
})

describe('a report', () => {
  const report = (rest: string) => `report transfers agency to dhs ${rest}`

  test('is held with its period and the day on which it is due', () => {
    const block = [
      report('every year, also when none due 1 march fields "Number", "Reasons" cite "Code 3"'),
      report('every half-year, only if any due within 30 days').replace('transfers', 'holds'),
      report('every month, only if any due "promptly"').replace('transfers', 'notices'),
    ].join('\n')
    expect(bookOn('2020-06-01', order(block)).reports).toMatchObject([
      { id: `${RULE}#holds`, every: 'half-year', alsoWhenNone: false, due: { kind: 'within', days: 30 } },
      { id: `${RULE}#notices`, every: 'month', due: { kind: 'words', text: 'promptly' } },
      {
        id: `${RULE}#transfers`,
        by: 'agency',
        every: 'year',
        alsoWhenNone: true,
        due: { kind: 'day', month: 3, day: 1 },
        fields: ['Number', 'Reasons'],
        cite: 'Code 3',
      },
    ])
  })

  test.each([
    ['every yeer, only if any', 'E122', 'there is no period `yeer`', 'yeer', 'write `year`'],
    ['every year, only if any due 1 marsh', 'E122', 'there is no month `marsh`', 'marsh', 'write `march`'],
    [
      'every year, only if any due 31 april',
      'E122',
      'not every year has a day `31 april`',
      'due 31 april',
      'write a day from 1 to 30',
    ],
    [
      'every year, only if any due within 12 hours',
      'E107',
      'a report is not due within `12 hours`',
      'hours',
      'write `days` or `weeks`',
    ],
  ])('%s', (rest, code, message, at, fix) => {
    expect(faultsOf(order(report(rest)))).toMatchObject([{ code, message, at, fix }])
  })

  test('E220: stands in a document that has a force', () => {
    const library = libraryOf({ 'us/il/form': { force: 'federal form', block: report('every year, only if any') } })
    expect(faultsOf(library)).toMatchObject([
      { code: 'E220', message: 'the report `transfers` stands in a document without force', at: 'transfers' },
    ])
  })
})

describe('a norm of another document', () => {
  const act: Written = { block: 'norm aid\n  officer must not assist', short: 'The Act' }
  const note = 'unsettled aid of "The Act", ask supervisor, until answered: do not assist'
  const down = {
    exception: 'exception but to aid of "The Act" for hold\n  officer may hold',
    scenario: 'scenario "s" expect officer must not assist because aid of "The Act"',
  }

  test.each(Object.entries(down))('is found by its short title, from below: %s', (_, block) => {
    expect(faultsOf(order(block, { 'us/il/town/act': act }))).toEqual([])
  })

  test('is found by its short title, from above', () => {
    const library = libraryOf({
      'us/il/town/act': act,
      'us/il/higher': { block: down.exception, force: 'state statute' },
    })
    expect(faultsOf(library)).toEqual([])
    expect(bookOn('2020-06-01', library).exceptions[0]?.to).toEqual(['us/il/town/act#aid'])
  })

  test('can be unsettled by itself or against another', () => {
    const written: Written = { block: note, force: 'counsel note' }
    const against: Written = {
      block: note.replace(', ask', ' against rule of "Other Act", ask'),
      force: 'counsel note',
    }
    const library = libraryOf({
      'us/il/town/act': act,
      'us/il/other': { block: 'norm rule\n  officer must assist', short: 'Other Act' },
      'us/il/town/police/note': written,
      'us/il/town/police/note-2': against,
    })
    expect(faultsOf(library)).toEqual([])
    expect(bookOn('2020-06-01', library).unsettled.map(({ norms }) => norms)).toEqual([
      ['us/il/town/act#aid'],
      ['us/il/town/act#aid', 'us/il/other#rule'],
    ])
  })

  test.each([
    ['ends before the document that names it', { 'in-force': 'from 2020-01-01 through 2020-05-31' }, '2020-06-01'],
    ['starts later', { 'in-force': 'from 2020-03-01' }, '2020-01-01'],
    [
      'is suspended meanwhile',
      { 'in-force': 'from 2020-01-01', suspended: 'from 2020-04-01 through 2020-04-30, by the District Court' },
      '2020-04-01',
    ],
  ])('is missing where it %s', (_, times, day) => {
    const library = order(down.exception, { 'us/il/town/act': { ...act, ...times } })
    const faults = faultsOf(library)
    expect(faults).toMatchObject([
      { code: 'E109', message: 'no document with the short title "The Act" is in force here', at: '"The Act"' },
    ])
    expect(checkedOn(day, library).findings).toMatchObject([{ code: 'E109' }])
  })

  test('is missing where the version of the day does not have it', () => {
    const next: Written = {
      block: 'norm aid-2\n  officer must not assist',
      short: 'The Act',
      'in-force': 'from 2021-01-01',
      supersedes: 'us/il/town/act',
    }
    const faults = faultsOf(order(down.exception, { 'us/il/town/act': act, 'us/il/town/act-2': next }))
    expect(faults).toMatchObject([
      { code: 'E108', message: 'there is no norm `aid` in `us/il/town/act-2`, which is "The Act" here', at: 'aid' },
    ])
  })
})

test('all that is wrong with a norm is told at once, in the order of its text', () => {
  const block = `norm aid
  when requester of officer is icy
   and sceen is quiet
   and some conviction has class listed
   and supervisr has done asist
   and speed is at least 5 hours
   and hours-here is at least 2 years
   and training include x
  unless asks include hld
  one officer, supervisor must asist, hold other than gard within 2 lightyears of agents-arived; if late, tell dh
  officr may hold
exception but to ad, aid for hld
  when k is y
  oficer may hold`
  const codes = faultsOf(order(block)).map(({ code, at }) => `${code} ${at}`)
  expect(codes).toEqual([
    'E120 officer',
    'E105 icy',
    'E104 sceen',
    'E117 conviction',
    'E101 supervisr',
    'E102 asist',
    'E107 hours',
    'E107 years',
    'E104 training',
    'E105 hld',
    'E230 supervisor',
    'E102 asist',
    'E102 gard',
    'E107 lightyears',
    'E103 agents-arived',
    'E101 dh',
    'E101 officr',
    'E108 ad',
    'E102 hld',
    'E104 k',
    'E101 oficer',
  ])
})

test('what is wrong with a norm is told also where its document has no force', () => {
  const faults = faultsOf(order('norm aid\n  when sceen is quiet\n  oficer must assist', {}))
  const powerless = libraryOf({
    [RULE]: { block: 'norm aid\n  when sceen is quiet\n  oficer must assist', force: 'ordinanse' },
  })
  expect(faults.map(({ code }) => code)).toEqual(['E104', 'E101'])
  expect(faultsOf(powerless).map(({ code }) => code)).toEqual(['E201', 'E104', 'E101'])
})
