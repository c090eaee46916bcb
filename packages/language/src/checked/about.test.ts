import { describe, expect, test } from 'vitest'
import { scenariosOf } from './scenarios.ts'
import { bookOn, faultsOf, hashOf, libraryOf, seen } from './testing.ts'
import { inputOf } from './tree.ts'

const RULE = 'us/il/town/police/rule'
const ACTORS = `fact training is one of certified, basic about the actor
fact papers includes some of i-200, i-205 about the actor
fact vest is worn about the actor
fact points is a number of points about the actor at first 3
fact hit is one of civil, criminal about the person
fact hours-held is hours since agents-arrived about the incident`
const inWords = (words: string, block = 'norm aid\n  officer must assist') =>
  libraryOf({ 'us/il/words': { force: 'vocabulary', block: words }, [RULE]: { block } })
const withLine = (line: string) => inWords(ACTORS, `norm aid\n  when ${line}\n  officer must assist`)

describe('a fact about the actor', () => {
  test('is one input for each role that is decided, and for nobody outside', () => {
    const { inputs } = bookOn('2020-06-01', inWords(ACTORS))
    const actors = inputs.filter(({ about }) => about === 'actor')
    expect(actors.filter(({ id }) => /^(training|vest)/.test(id)).map(({ id, role }) => [id, role])).toEqual([
      ['training of agency', 'agency'],
      ['training of officer', 'officer'],
      ['training of supervisor', 'supervisor'],
      ['vest of agency is worn', 'agency'],
      ['vest of officer is worn', 'officer'],
      ['vest of supervisor is worn', 'supervisor'],
    ])
    expect(actors.find(({ id }) => id === 'points of officer')).toMatchObject({ kind: 'number', first: 3 })
    expect(actors.map(({ id }) => id)).toContain('papers of supervisor include i-205')
  })

  test.each([
    ['training is certified', { kind: 'one-of', input: 'training of *', values: ['certified'] }],
    ['training of supervisor is certified', { kind: 'one-of', input: 'training of supervisor', values: ['certified'] }],
    ['papers of agency include i-200', { kind: 'yes', input: 'papers of agency include i-200' }],
    ['vest is not worn', { kind: 'not', of: { kind: 'yes', input: 'vest of * is worn' } }],
    ['points of officer is at least 4', { kind: 'compare', input: 'points of officer', is: 'at-least', than: 4 }],
  ])('is read as %s', (line, condition) => {
    expect(bookOn('2020-06-01', withLine(line)).norms[0]?.when).toEqual(condition)
  })

  test('is read of the role that is decided', () => {
    expect(inputOf('papers of * include i-200', 'officer')).toBe('papers of officer include i-200')
  })

  test('is said by a scenario of every role that is decided, or of the one that it names', () => {
    const block = `norm aid
  officer must assist
scenario "s"
  given training is certified and vest of officer is not worn and points is 5 and papers of supervisor is unknown
  expect officer must assist`
    const { scenarios, findings } = scenariosOf(inWords(ACTORS, block), hashOf)
    expect(findings).toEqual([])
    expect(scenarios[0]?.scenario.given).toEqual([
      { kind: 'value', input: 'training of agency', value: 'certified' },
      { kind: 'value', input: 'training of officer', value: 'certified' },
      { kind: 'value', input: 'training of supervisor', value: 'certified' },
      { kind: 'value', input: 'vest of officer is worn', value: false },
      { kind: 'value', input: 'points of agency', value: 5 },
      { kind: 'value', input: 'points of officer', value: 5 },
      { kind: 'value', input: 'points of supervisor', value: 5 },
      { kind: 'value', input: 'papers of supervisor include i-200', value: 'unknown' },
      { kind: 'value', input: 'papers of supervisor include i-205', value: 'unknown' },
    ])
  })
})

test('what is about a request or a person says so, and so does its clock', () => {
  const words = `fact hit is one of civil, criminal about the person
fact asked-for is hold about a request
event released "Released"
fact hours-since is hours since released about the person`
  const { inputs } = bookOn('2020-06-01', inWords(words))
  const told = (id: string) => inputs.find((input) => input.id === id)?.about
  expect([told('hit'), told('asked-for is hold'), told('since released'), told('requester')]).toEqual([
    'person',
    'request',
    'person',
    undefined,
  ])
})

describe('a role', () => {
  test.each([
    [
      'requester of officer is ice',
      'E120',
      "`requester` is not about the actor, and so is nobody's own",
      'officer',
      'take out `of officer`',
    ],
    ['request of officer is federal', 'E120', "`request` is not about the actor, and so is nobody's own", 'officer'],
    ['hit of officer is civil', 'E120', "`hit` is not about the actor, and so is nobody's own", 'officer'],
    [
      'hours-held of officer is at least 2',
      'E120',
      "`hours-held` is not about the actor, and so is nobody's own",
      'officer',
    ],
    ['training of dhs is certified', 'E120', 'no fact is kept of `dhs`, which is outside', 'dhs'],
    ['training of everyone is certified', 'E101', '`everyone` is a group, not a role', 'everyone'],
    ['training of oficer is certified', 'E101', 'there is no role `oficer`', 'oficer', 'write `officer`'],
  ])('does not fit: %s', (line, code, message, at, fix?: string) => {
    expect(faultsOf(withLine(line))).toMatchObject([{ code, message, at, ...(fix === undefined ? {} : { fix }) }])
  })

  test('does not fit in a scenario either', () => {
    const library = inWords(
      ACTORS,
      'norm aid\n  officer must assist\nscenario "s"\n  given speed of officer is 5\n  expect officer must assist',
    )
    const faults = scenariosOf(library, hashOf).findings.map((finding) => seen(finding, library))
    expect(faults).toMatchObject([{ code: 'E120', at: 'officer' }])
  })
})

test.each([
  ['fact hit is civil about the prson', 'E116', 'a fact cannot be about `prson`', 'prson', 'write `person`'],
  ['list hit about the actor\n  sort yes or no', 'E116', 'a list cannot be about `actor`', 'actor', undefined],
  [
    'fact vest is worn about the actor at first no yes when agents-arrived',
    'E115',
    '`vest` cannot change in this way',
    'yes when agents-arrived',
    'take the change out',
  ],
  [
    'fact hours-on is hours since agents-arrived about the actor',
    'E115',
    '`hours-on` cannot change in this way',
    'actor',
    'take `about the actor` out',
  ],
  [
    'fact hours-held is hours since agents-arrived about the person',
    'E121',
    '`hours-held` is about the person, and `hours-here` about the incident: both count from `agents-arrived`',
    'person',
    'write `about the incident`',
  ],
])('%s', (block, code, message, at, fix) => {
  const faults = faultsOf(libraryOf({ 'us/il/words': { force: 'vocabulary', block } }))
  expect(faults).toMatchObject([{ code, message, at, ...(fix === undefined ? {} : { fix }) }])
})
