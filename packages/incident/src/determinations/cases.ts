/** The situations of an incident, one for each request and person, and what the book says of each. */
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import type { Answer, Determination } from '@remit/engine/questions/answer.ts'
import { decide } from '@remit/engine/questions/decide.ts'
import type { ActId, RoleId, Situation } from '@remit/language/checked/tree.ts'
import { assert } from '../assert.ts'
import type { TimedHappening } from '../facts/from-events.ts'
import { type Situated, situationOf } from '../facts/situations.ts'
import type { Subject } from '../subjects/subject.ts'

/** One situation of the incident, with what the book says of it. */
export type Case = {
  /** The requests and persons that are in it. */
  readonly of: readonly Subject[]
  readonly situation: Situation
  /** Empty where the reported facts cannot be together. */
  readonly answers: readonly Answer[]
  /** What the reported facts break, a sentence for each; empty where they can be together. */
  readonly breaks: readonly string[]
}

/** INVARIANT: the first is that of the first subject, and each situation is there once. */
export type Cases = readonly [Case, ...Case[]]

/** The cases of `subjects`, and the milliseconds until time alone changes one of them. */
export function casesOf(
  compiled: Compiled,
  happenings: readonly TimedHappening[],
  subjects: readonly Subject[],
  nowMs: number,
): { readonly cases: Cases; readonly nextChangeMs?: number } {
  const asked = bySituation(subjects.map((of) => ({ of, ...situationOf(compiled.book, happenings, of, nowMs) }))).map(
    ({ of, situation, ahead }) => ({ of, situation, determination: decide(compiled, situation, ahead) }),
  )
  const [first, ...others] = asked.map(caseFrom)
  assert(first !== undefined, 'an incident has at least one request and one person')
  const changes = asked.flatMap(({ determination }) =>
    determination.kind === 'impossible' ? [] : (determination.nextChangeMs ?? []),
  )
  return { cases: [first, ...others], ...(changes.length === 0 ? {} : { nextChangeMs: Math.min(...changes) }) }
}

type Grouped = Situated & { readonly of: readonly Subject[] }

/** Most requests and persons of an incident are in one situation; each situation is decided once. */
function bySituation(situated: readonly (Situated & { readonly of: Subject })[]): readonly Grouped[] {
  if (situated.length === 1) return situated.map(({ of, ...one }) => ({ of: [of], ...one }))
  const groups = Map.groupBy(situated, ({ situation, ahead }) => JSON.stringify([[...situation], ahead]))
  return [...groups.values()].flatMap((group) =>
    group.slice(0, 1).map((one) => ({ ...one, of: group.map(({ of }) => of) })),
  )
}

function caseFrom(asked: {
  readonly of: readonly Subject[]
  readonly situation: Situation
  readonly determination: Determination
}): Case {
  const { of, situation, determination } = asked
  return determination.kind === 'impossible'
    ? { of, situation, answers: [], breaks: determination.words }
    : { of, situation, answers: determination.answers, breaks: [] }
}

/** The case in which a request and a person are. */
export function caseOf(cases: Cases, { request, person }: Subject): Case {
  return cases.find(({ of }) => of.some((one) => one.request === request && one.person === person)) ?? cases[0]
}

/** One role and act, with its answer in each case that has one. */
export type PairAnswers = {
  readonly role: RoleId
  readonly act: ActId
  readonly answers: ReadonlyMap<Case, Answer>
}

/** All pairs that have an answer in some case, in order of role and act. */
export function pairsOf(cases: Cases): readonly PairAnswers[] {
  const pairs = new Map<string, { readonly role: RoleId; readonly act: ActId; readonly answers: Map<Case, Answer> }>()
  for (const one of cases) {
    for (const answer of one.answers) {
      const { role, act } = answer
      const pair = pairs.get(`${role} ${act}`) ?? { role, act, answers: new Map<Case, Answer>() }
      pairs.set(`${role} ${act}`, pair)
      pair.answers.set(one, answer)
    }
  }
  const all = [...pairs.values()]
  return cases.length === 1
    ? all
    : all.sort((one, other) =>
        one.role === other.role ? (one.act < other.act ? -1 : 1) : one.role < other.role ? -1 : 1,
      )
}
