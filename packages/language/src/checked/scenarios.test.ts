import { describe, expect, test } from 'vitest'
import { scenariosOf } from './scenarios.ts'
import { hashOf, libraryOf, seen, type Written } from './testing.ts'
import type { Scenario } from './tree.ts'

const RULE = 'us/il/town/police/rule'
const NORM = 'norm aid\n  officer must assist\n'

function scenarioOf(block: string, own: Readonly<Record<string, string>> = {}, id = RULE): Scenario {
  const { scenarios, findings } = scenariosOf(libraryOf({ [id]: { block: NORM + block, ...own } }), hashOf)
  const [first] = scenarios
  if (first === undefined) throw new Error(JSON.stringify(findings))
  return first.scenario
}

const faults = (block: string, written: Partial<Written> = {}, id = RULE) => {
  const library = libraryOf({ [id]: { ...written, block: NORM + block } })
  return scenariosOf(library, hashOf).findings.map((finding) => seen(finding, library))
}

describe('a scenario', () => {
  const iso = (scenario: Scenario) => new Date(scenario.on).toISOString()

  test('is decided at noon of the first day in force', () => {
    expect(iso(scenarioOf('scenario "s" expect officer must assist'))).toBe('2020-01-01T18:00:00.000Z')
  })

  test('is not decided before its document starts', () => {
    const scenario = scenarioOf('scenario "s" expect officer must assist', { 'in-force': 'from 2020-01-01T15:00' })
    expect(iso(scenario)).toBe('2020-01-01T21:00:00.000Z')
  })

  test('is decided at noon of its day, or at its time', () => {
    expect(iso(scenarioOf('scenario "s" on 2020-07-01 expect officer must assist'))).toBe('2020-07-01T17:00:00.000Z')
    expect(iso(scenarioOf('scenario "s" on 2020-07-01T21:50 expect officer must assist'))).toBe(
      '2020-07-02T02:50:00.000Z',
    )
  })

  test('states values, events and acts, now or some time ago', () => {
    const block = `scenario "s"
  given requester is ice and scene is not quiet and asks include hold and speed is 5 miles and hours-here is 2 hours
    and agents-arrived 30 minutes ago and supervisor has done note-it
  expect officer must assist`
    expect(scenarioOf(block).given).toEqual([
      { kind: 'value', input: 'requester', value: 'ice' },
      { kind: 'value', input: 'scene is quiet', value: false },
      { kind: 'value', input: 'asks include hold', value: true },
      { kind: 'value', input: 'speed', value: 5 },
      { kind: 'value', input: 'since agents-arrived', value: 7_200_000 },
      { kind: 'event', event: 'agents-arrived', agoMs: 1_800_000 },
      { kind: 'done', role: 'supervisor', act: 'note-it', agoMs: 0 },
    ])
  })

  test('leaves open what is unknown: of a set every member', () => {
    const block = `scenario "s"
  given requester is unknown and scene is quiet is unknown and asks is unknown
  expect officer must assist`
    expect(scenarioOf(block).given).toEqual([
      { kind: 'value', input: 'requester', value: 'unknown' },
      { kind: 'value', input: 'scene is quiet', value: 'unknown' },
      { kind: 'value', input: 'asks include hold', value: 'unknown' },
      { kind: 'value', input: 'asks include notify', value: 'unknown' },
    ])
  })

  test('expects the same of each role of a group and of each act', () => {
    const block = 'scenario "s" expect everyone must not hold, guard because aid'
    const [step] = scenarioOf(block).steps
    expect(step?.kind === 'expect' && step.expect.map((each) => ({ ...each, span: undefined }))).toEqual(
      ['officer', 'supervisor'].flatMap((role) =>
        ['guard', 'hold'].map((act) => {
          return { kind: 'modality', role, act, is: 'must not', because: [`${RULE}#aid`], span: undefined }
        }),
      ),
    )
  })

  test('goes on: something happens, time passes', () => {
    const block = `scenario "s"
  expect officer must assist
  then agents-arrived
  then 30 minutes pass
  expect officer pause is set aside
     and officer hold is referred to supervisor
     and no kind of assist is forbidden
     and nobody must withdraw`
    const steps = scenarioOf(block).steps
    expect(steps.map(({ kind }) => kind)).toEqual(['expect', 'happens', 'time passes', 'expect'])
    expect(steps[3]).toMatchObject({
      expect: [
        { kind: 'is', role: 'officer', act: 'pause', is: 'set aside' },
        { kind: 'referred', role: 'officer', act: 'hold', to: 'supervisor' },
        { kind: 'no kind forbidden', act: 'assist' },
        { kind: 'nobody must withdraw' },
      ],
    })
  })

  test('stands for the agency that it names', () => {
    expect(scenarioOf('scenario "s" in us/il/town/police expect officer must assist', {}, 'us/il/act').agency).toBe(
      'us/il/town/police',
    )
  })
})

test('a scenario whose book has an error is left out', () => {
  const library = libraryOf({
    [RULE]: { block: `${NORM}scenario "s" expect officer must assist` },
    'us/il/words': { force: 'vocabulary', block: 'fact person is citizen' },
  })
  expect(scenariosOf(library, hashOf)).toEqual({ scenarios: [], findings: [] })
})

describe('a scenario with a fault', () => {
  test('E240: of no agency', () => {
    expect(faults('scenario "s" expect officer must assist', {}, 'us/il/act')).toEqual([
      {
        code: 'E240',
        message: 'the folder of this document is no agency',
        at: '"s"',
        label: 'a scenario is decided by the book of one agency',
        fix: 'write `in` and the folder of an agency, as in `in us/il/chicago/police`',
      },
    ])
    expect(faults('scenario "s" in us/il/city expect officer must assist')).toMatchObject([
      { code: 'E240', message: 'there is no agency `us/il/city`', at: 'us/il/city' },
    ])
  })

  test('E241: that states what follows from facts', () => {
    expect(faults('scenario "s" given request is federal expect officer must assist')).toEqual([
      {
        code: 'E241',
        message: '`request is federal` follows from facts and cannot be stated',
        at: 'request is federal',
        label: 'a define, not a fact',
        fix: 'state the facts from which it follows',
      },
    ])
  })

  test('E242: that leaves a value open', () => {
    expect(faults('scenario "s" given requester is not ice expect officer must assist')).toMatchObject([
      {
        code: 'E242',
        message: '`requester is not ice` leaves open what is so',
        fix: 'say what the value is, or that it is unknown',
      },
    ])
  })

  test('E108: that looks at a day on which its norm is not in force', () => {
    expect(faults('scenario "s" on 2019-12-31 expect officer must assist because aid')).toMatchObject([
      { code: 'E108', message: 'the norm `aid` is not in force here', at: 'aid' },
    ])
  })

  test('E108: that expects something because of a norm that there is not', () => {
    expect(faults('scenario "s" expect officer must assist because aide')).toMatchObject([
      { code: 'E108', at: 'aide', fix: 'write `aid`' },
    ])
  })
})
