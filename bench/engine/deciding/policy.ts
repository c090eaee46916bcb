/**
 * The policy that every engine is asked: twelve rules of which the first that matches wins, six outcomes, ten facts. It is
 * made for measuring and is nobody's. It is data, so that it can be told to each engine in that engine's own words.
 */
import { seeded } from '../../measure.ts'

export const OUTCOMES = ['assist', 'protect-only', 'wait', 'advise-and-leave', 'detain', 'release'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const AGENCIES = ['ice-ero', 'ice-hsi', 'cbp', 'other-federal'] as const
export const PURPOSES = ['civil-arrest', 'criminal-arrest', 'detainer', 'interview', 'traffic', 'records'] as const
export const STATES = ['il', 'ca', 'tx', 'fl', 'va'] as const
export const HELD_MAX = 48

/** A situation as a program holds it. */
export type Facts = {
  readonly county: string
  readonly agency: (typeof AGENCIES)[number]
  readonly purpose: (typeof PURPOSES)[number]
  readonly inDanger: boolean
  readonly onScene: boolean
  readonly warrant: boolean
  readonly directed: boolean
  readonly inCustody: boolean
  readonly agreement: boolean
  readonly state: (typeof STATES)[number]
  readonly hoursHeld: number
}

export type YesNo = 'inDanger' | 'onScene' | 'warrant' | 'directed' | 'inCustody' | 'agreement'
export const YES_NO: readonly YesNo[] = ['inDanger', 'onScene', 'warrant', 'directed', 'inCustody', 'agreement']

export type Test =
  | { readonly kind: 'is'; readonly fact: YesNo; readonly value: boolean }
  | {
      readonly kind: 'one-of'
      readonly fact: 'county' | 'agency' | 'purpose' | 'state'
      readonly values: readonly string[]
    }
  | { readonly kind: 'over' | 'up-to'; readonly fact: 'hoursHeld'; readonly hours: number }

/** Matches where all its tests hold. */
export type Rule = { readonly id: string; readonly outcome: Outcome; readonly tests: readonly Test[] }
export type Policy = {
  readonly counties: readonly string[]
  readonly rules: readonly Rule[]
  readonly otherwise: Outcome
}

const yes = (fact: YesNo): Test => ({ kind: 'is', fact, value: true })
const no = (fact: YesNo): Test => ({ kind: 'is', fact, value: false })
const inState = (...values: readonly Facts['state'][]): Test => ({ kind: 'one-of', fact: 'state', values })
const asksFor = (...values: readonly Facts['purpose'][]): Test => ({ kind: 'one-of', fact: 'purpose', values })
const from = (...values: readonly Facts['agency'][]): Test => ({ kind: 'one-of', fact: 'agency', values })
const over: Test = { kind: 'over', fact: 'hoursHeld', hours: HELD_MAX }
const upTo: Test = { kind: 'up-to', fact: 'hoursHeld', hours: HELD_MAX }

const TWELVE: readonly Omit<Rule, 'id'>[] = [
  { outcome: 'protect-only', tests: [yes('inDanger'), no('warrant')] },
  { outcome: 'assist', tests: [yes('inDanger')] },
  { outcome: 'advise-and-leave', tests: [yes('directed')] },
  { outcome: 'detain', tests: [yes('inCustody'), asksFor('detainer'), inState('tx', 'fl'), upTo] },
  { outcome: 'detain', tests: [yes('inCustody'), asksFor('detainer'), yes('warrant'), upTo] },
  { outcome: 'release', tests: [yes('inCustody'), over] },
  { outcome: 'release', tests: [yes('inCustody'), asksFor('detainer'), inState('il', 'ca')] },
  { outcome: 'wait', tests: [asksFor('civil-arrest', 'interview'), no('onScene')] },
  { outcome: 'assist', tests: [yes('warrant'), asksFor('criminal-arrest', 'civil-arrest')] },
  { outcome: 'assist', tests: [yes('agreement'), from('ice-ero', 'cbp'), inState('tx', 'fl', 'va')] },
  { outcome: 'advise-and-leave', tests: [asksFor('civil-arrest', 'records'), inState('il', 'ca')] },
  { outcome: 'wait', tests: [from('other-federal'), no('onScene')] },
]

const OTHERWISE: Outcome = 'protect-only'

/** The twelve rules alone. */
export const POLICY: Policy = {
  counties: ['county-0'],
  rules: TWELVE.map((rule, index) => ({ ...rule, id: `r${index + 1}` })),
  otherwise: OTHERWISE,
}

/**
 * The twelve rules once for each of `count` counties. `same`: to the same outcomes everywhere; `own`: each county has
 * drawn by lot to which outcome each of its rules comes, so that no two of them are alike.
 */
export function inCounties(count: number, outcomes: 'same' | 'own'): Policy {
  const random = seeded(count)
  const counties = Array.from({ length: count }, (_, index) => `county-${index}`)
  const drawn = (): Outcome => OUTCOMES[Math.floor(random() * OUTCOMES.length)] ?? OTHERWISE
  const rules = counties.flatMap((county) =>
    TWELVE.map(
      ({ outcome, tests }, index): Rule => ({
        id: `${county}-r${index + 1}`,
        outcome: outcomes === 'same' ? outcome : drawn(),
        tests: [{ kind: 'one-of', fact: 'county', values: [county] }, ...tests],
      }),
    ),
  )
  return { counties, rules, otherwise: OTHERWISE }
}

/** Each of the 15,360 situations that the policy can tell apart, in the first county. */
export function everySituation(): readonly Facts[] {
  const all: Facts[] = []
  for (const agency of AGENCIES)
    for (const purpose of PURPOSES)
      for (const state of STATES)
        for (const hoursHeld of [HELD_MAX - 8, HELD_MAX + 8])
          for (let bits = 0; bits < 64; bits++)
            all.push(factsOf({ county: 'county-0', agency, purpose, state, hoursHeld }, bits))
  return all
}

/** Situations drawn by lot, the same on every run: every value of a fact is as likely as another. */
export function randomSituations(count: number, { counties }: Policy): readonly Facts[] {
  const random = seeded(20_190_928)
  const one = <T>(values: readonly [T, ...T[]] | readonly T[]): T => {
    const value = values[Math.floor(random() * values.length)]
    if (value === undefined) throw new Error('there is nothing to draw from')
    return value
  }
  return Array.from({ length: count }, () =>
    factsOf(
      {
        county: one(counties),
        agency: one(AGENCIES),
        purpose: one(PURPOSES),
        state: one(STATES),
        hoursHeld: Math.floor(random() * 2 * HELD_MAX),
      },
      Math.floor(random() * 64),
    ),
  )
}

/** All situations are made here, so that an engine meets objects of one shape, as from one program. */
function factsOf({ county, agency, purpose, state, hoursHeld }: Omit<Facts, YesNo>, bits: number): Facts {
  return {
    county,
    agency,
    purpose,
    inDanger: (bits & 1) > 0,
    onScene: (bits & 2) > 0,
    warrant: (bits & 4) > 0,
    directed: (bits & 8) > 0,
    inCustody: (bits & 16) > 0,
    agreement: (bits & 32) > 0,
    state,
    hoursHeld,
  }
}

/** The first rule that matches, found by trying them in turn: what every engine is compared with. */
export function outcomeOf({ rules, otherwise }: Policy, facts: Facts): Outcome {
  return rules.find(({ tests }) => tests.every((test) => holds(test, facts)))?.outcome ?? otherwise
}

function holds(test: Test, facts: Facts): boolean {
  switch (test.kind) {
    case 'is':
      return facts[test.fact] === test.value
    case 'one-of':
      return test.values.includes(facts[test.fact])
    case 'over':
      return facts.hoursHeld > test.hours
    case 'up-to':
      return facts.hoursHeld <= test.hours
  }
}
