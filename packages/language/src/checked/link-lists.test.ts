import { describe, expect, test } from 'vitest'
import { scenariosOf } from './scenarios.ts'
import { allFaultsOf, bookOn, faultsOf, hashOf, libraryOf, seen } from './testing.ts'

const RULE = 'us/il/town/police/rule'
const LIST = `list conviction "Conviction", about the person
  class "class" one of serious "serious or violent", listed, other
  level one of felony, misdemeanor
  years-ago number of years
  was-reduced "reduced by Proposition 47" yes or no
  ask "What convictions does the person have?"
  known to supervisor`
const order = (block: string, words = LIST) =>
  libraryOf({ 'us/il/words': { force: 'vocabulary', block: words }, [RULE]: { block } })
const when = (line: string) => `norm aid\n  when ${line}\n  officer must assist`

describe('a list', () => {
  test('is held with its fields and their words, in the order of the text', () => {
    const { lists } = bookOn('2020-06-01', order(when('scene is quiet')))
    expect(lists).toMatchObject([
      {
        id: 'conviction',
        text: 'Conviction',
        about: 'person',
        ask: 'What convictions does the person have?',
        knownTo: ['supervisor'],
        fields: [
          { id: 'class', kind: 'one-of', values: [{ id: 'serious', text: 'serious or violent' }, {}, {}] },
          { id: 'level', text: 'level', kind: 'one-of' },
          { id: 'years-ago', text: 'years ago', kind: 'number', unit: 'years' },
          { id: 'was-reduced', text: 'reduced by Proposition 47', kind: 'yes-no' },
        ],
      },
    ])
  })

  test.each([
    [
      'some conviction has class listed, level felony and years-ago at most 15 years',
      'some conviction has class listed, level felony and years-ago at most 15',
    ],
    [
      'some conviction has years-ago at most 15 and level felony and class listed',
      'some conviction has class listed, level felony and years-ago at most 15',
    ],
    [
      'some conviction has level felony and class one of serious, listed',
      'some conviction has class one of listed, serious and level felony',
    ],
    ['some conviction has class one of listed', 'some conviction has class listed'],
    ['some conviction has was-reduced no', 'some conviction has was-reduced no'],
  ])('is asked one question: %s', (line, input) => {
    const book = bookOn('2020-06-01', order(when(line)))
    expect(book.norms[0]?.when).toEqual({ kind: 'yes', input })
    expect(book.inputs.filter(({ id }) => id.startsWith('some '))).toMatchObject([
      { id: input, kind: 'yes-no', about: 'person', knownTo: ['supervisor'], of: { kind: 'some', list: 'conviction' } },
    ])
  })

  test('is denied by the same question', () => {
    const book = bookOn('2020-06-01', order(when('no conviction has class listed')))
    expect(book.norms[0]?.when).toEqual({ kind: 'not', of: { kind: 'yes', input: 'some conviction has class listed' } })
  })

  test('is asked in words', () => {
    const line = 'some conviction has was-reduced no, years-ago at most 15, class one of serious, other'
    const [question] = bookOn('2020-06-01', order(when(line))).inputs.filter(({ id }) => id.startsWith('some '))
    expect(question).toMatchObject({
      ask: 'Is there a conviction with class: serious or violent or other; years ago: at most 15 years; reduced by Proposition 47: no?',
      of: {
        tests: [
          { field: 'class', kind: 'one-of', values: ['other', 'serious'] },
          { field: 'was-reduced', kind: 'yes-no', is: false },
          { field: 'years-ago', kind: 'compare', is: 'at-most', than: 15 },
        ],
      },
    })
  })
})

describe('a scenario', () => {
  const scenario = (given: string) =>
    order(
      `${when('some conviction has class listed')}\nscenario "s"\n  given ${given}\n  expect officer assist is silent`,
    )

  test('states entries, that there are no others, and answers', () => {
    const given =
      'a conviction has years-ago 10 years and class listed and was-reduced yes and no other conviction and no conviction has class listed'
    const { scenarios, findings } = scenariosOf(scenario(given), hashOf)
    expect(findings).toEqual([])
    expect(scenarios[0]?.scenario.given).toEqual([
      { kind: 'entry', list: 'conviction', values: { class: 'listed', 'was-reduced': true, 'years-ago': 10 } },
      { kind: 'complete', list: 'conviction' },
      { kind: 'value', input: 'some conviction has class listed', value: false },
    ])
  })

  test('E242: does not answer what no order asks', () => {
    const library = scenario('some conviction has level felony')
    const faults = scenariosOf(library, hashOf).findings.map((finding) => seen(finding, library))
    expect(faults).toEqual([
      {
        code: 'E242',
        message: 'no order asks whether `some conviction has level felony`',
        at: 'some conviction has level felony',
        label: 'an answer that nothing reads',
        fix: 'state an entry, as in `a conviction has …`, or that there is none: `no other conviction`',
      },
    ])
  })

  test('E119: says each field of an entry once', () => {
    const library = scenario('a conviction has class listed and class other')
    expect(scenariosOf(library, hashOf).findings).toMatchObject([
      { code: 'E119', message: 'the field `class` is said twice', fix: 'take one of them out' },
    ])
  })
})

describe('a question that does not fit', () => {
  test.each([
    ['some convction has class listed', 'E117', 'there is no list `convction`', 'convction', 'write `conviction`'],
    ['some conviction has clas listed', 'E118', '`conviction` has no field `clas`', 'clas', 'write `class`'],
    ['some conviction has class listd', 'E119', '`listd` is no value of the field `class`', 'listd', 'write `listed`'],
    [
      'some conviction has was-reduced perhaps',
      'E119',
      '`perhaps` is no value of the field `was-reduced`',
      'perhaps',
      'write `yes` or `no`',
    ],
    [
      'some conviction has class at most 5',
      'E119',
      'this does not fit the field `class`',
      'class',
      'name one of its values',
    ],
    [
      'some conviction has years-ago listed',
      'E119',
      'this does not fit the field `years-ago`',
      'years-ago',
      'write a number, in a test after `at least`, `at most`, `less than` or `more than`',
    ],
    [
      'some conviction has years-ago at most 15 months',
      'E107',
      'the field `years-ago` is not counted in `months`',
      'months',
      'write the number in `years`',
    ],
    [
      'some conviction has class listed and class other',
      'E119',
      'the field `class` is tested twice',
      'class',
      'write `one of` and both values, or two lines',
    ],
  ])('%s', (line, code, message, at, fix) => {
    expect(faultsOf(order(when(line)))).toMatchObject([{ code, message, at, fix }])
  })

  test('is told of all that is wrong with it', () => {
    const faults = faultsOf(order(when('some conviction has clas listed, level fellony and years-ago at most 1 day')))
    expect(faults.map(({ code, at }) => [code, at])).toEqual([
      ['E118', 'clas'],
      ['E119', 'fellony'],
      ['E107', 'day'],
    ])
  })
})

describe('a list that is declared badly', () => {
  const faults = (words: string) => faultsOf(order(when('scene is quiet'), words))

  test('E210: names its fields and their values once', () => {
    expect(faults('list hit\n  sort one of civil, other, civil\n  sort yes or no')).toMatchObject([
      { code: 'E210', message: '`sort civil` is declared more than once' },
      { code: 'E210', message: '`sort` is declared more than once' },
    ])
  })

  test.each([
    ['list visa "Visa"\n  sort yes or no', 'visa'],
    ['list paper\n  country-of-birth one of here, elsewhere', 'country-of-birth'],
    ['list paper\n  sort one of citizen, other', 'citizen'],
    ['list paper\n  sort "Immigration status" yes or no', '"Immigration status"'],
    ['list paper ask "What is the date of birth?"\n  sort yes or no', '"What is the date of birth?"'],
  ])('E214: says nothing of who a person is: %s', (words, at) => {
    expect(faults(words)).toContainEqual(expect.objectContaining({ code: 'E214', at }))
  })

  test('W101: and that no norm reads', () => {
    expect(allFaultsOf(order(when('scene is quiet')))).toContainEqual({
      code: 'W101',
      message: 'no norm reads the list `conviction`',
      at: 'conviction',
      label: 'asked for nothing',
      fix: 'take it out, or write the norm that depends on it',
    })
    const isRead = order(when('no conviction has class listed'))
    expect(allFaultsOf(isRead).map(({ message }) => message)).not.toContain('no norm reads the list `conviction`')
  })

  test('E229: when its tests tell more kinds of entry apart than can be gone through', () => {
    const values = Array.from({ length: 17 }, (_, index) => `v${index}`)
    const words = ['one', 'two', 'three'].map((name) => `  f-${name} one of ${values.join(', ')}`).join('\n')
    const tests = (count: number) =>
      ['one', 'two', 'three']
        .flatMap((name) => values.slice(0, count).map((value) => when(`some hit has f-${name} ${value}`)))
        .map((norm, index) => norm.replace('aid', `aid-${index}`))
        .join('\n')
    expect(faultsOf(order(tests(15), `list hit\n${words}`))).toEqual([])
    expect(faultsOf(order(tests(16), `list hit\n${words}`))).toMatchObject([
      {
        code: 'E229',
        message: 'the orders tell 4913 kinds of `hit` apart, and 4096 is the most',
        at: 'hit',
        label: 'tells apart: `f-one` 17, `f-two` 17, `f-three` 17',
      },
    ])
  })
})
