/**
 * The engine's answers and those of the reference interpreter in one form, so that a test can compare them.
 *
 * Where facts are unknown, each statement, deadline and so on is `settled` if it is so in every possible completion,
 * and `possible` if it is in some.
 */
import type { Answer, Certainty, Determination } from '@remit/engine/questions/answer.ts'
import type { PartialDetermination, PartialResult } from '../complete.ts'
import type { Result } from '../determine.ts'

/** What is certain about each of the things with an id, in order of id: `id settled` or `id possible`. */
type Certainties = readonly string[]

/** What the two must agree on about one pair. */
export type Comparable = {
  readonly modalities: readonly string[]
  /** Only where it is MUST in every completion: the lowest force among them, as for readings. */
  readonly rank: number | null
  /** Only where it is MUST in every completion: whether every statement that decides in one says `one ROLE`. */
  readonly one: boolean
  readonly deciding: Certainties
  readonly defeated: Certainties
  readonly lifts: Certainties
  readonly doubts: Certainties
  readonly deadlines: Certainties
  readonly setAsideBy: Certainties
  readonly referredWith: Certainties
  /** Only where it is one REFER with one referral in every completion. */
  readonly referral: string | null
  readonly arises: string
}

export type Compared = 'impossible' | ReadonlyMap<string, Comparable>

const SILENT: Comparable = {
  modalities: ['SILENT'],
  rank: null,
  one: false,
  deciding: [],
  defeated: [],
  lifts: [],
  doubts: [],
  deadlines: [],
  setAsideBy: [],
  referredWith: [],
  referral: null,
  arises: 'any',
}

/** What the reference interpreter says; a pair that is SILENT in every completion says no more than that. */
export function ofReference(determination: PartialDetermination): Compared {
  if (determination.kind === 'impossible') return 'impossible'
  return new Map([...determination.pairs].map(([key, pair]) => [key, comparableOf(pair)]))
}

function comparableOf({ possible, settled, results }: PartialResult): Comparable {
  if (settled === 'SILENT') return SILENT
  return {
    modalities: possible,
    rank: settled === 'MUST' ? Math.max(...results.flatMap((result) => result.rank ?? [])) : null,
    one: settled === 'MUST' && results.every((result) => result.one),
    deciding: certainties(results.map((result) => result.deciding)),
    defeated: certainties(results.map((result) => result.defeated)),
    lifts: certainties(results.map((result) => result.lifts)),
    doubts: certainties(results.map((result) => result.doubts)),
    deadlines: certainties(results.map((result) => result.deadlines.flatMap((deadline) => deadline.statements))),
    setAsideBy: certainties(results.map((result) => result.setAsideBy)),
    referredWith: certainties(results.map((result) => result.referredWith)),
    referral: settled === 'REFER' ? only(results.map(({ referral }) => referralWords(referral))) : null,
    arises: arisesIn(results),
  }
}

function arisesIn(results: readonly Result[]): string {
  if (results.every((result) => result.arises)) return 'yes'
  return results.some((result) => result.arises) ? 'possible' : 'no'
}

/** The one value that all have, `null` where they differ. */
function only<T>(values: readonly T[]): T | null {
  const [first, ...others] = new Set(values)
  return first === undefined || others.length > 0 ? null : first
}

function referralWords(referral: Result['referral']): string {
  if (referral === undefined) return 'none'
  return JSON.stringify([referral.cause, referral.ask, referral.interim])
}

function certainties(inEach: readonly (readonly string[])[]): Certainties {
  const ids = [...new Set(inEach.flat())].toSorted()
  return ids.map((id) => `${id} ${inEach.every((one) => one.includes(id)) ? 'settled' : 'possible'}`)
}

/** What the engine says, of every pair of `keys`; a pair without an answer is SILENT. */
export function ofEngine(determination: Determination, keys: Iterable<string>): Compared {
  if (determination.kind === 'impossible') return 'impossible'
  const answers = new Map(determination.answers.map((answer) => [`${answer.role} ${answer.act}`, answer]))
  return new Map(Array.from(keys, (key) => [key, comparableOfAnswer(answers.get(key))]))
}

function comparableOfAnswer(answer: Answer | undefined): Comparable {
  if (answer === undefined) return SILENT
  const { result } = answer
  const settled = result.kind === 'settled' ? result.modality : undefined
  if (settled === 'SILENT') return SILENT
  return {
    modalities: result.kind === 'settled' ? [result.modality] : [...result.possible].toSorted(),
    rank: settled === 'MUST' ? (answer.force ?? null) : null,
    one: answer.one === true,
    deciding: stated(answer.deciding.map(({ statement, certainty }) => [statement, certainty])),
    defeated: stated(answer.defeated.map(({ statement, certainty }) => [statement, certainty])),
    lifts: stated(answer.exceptions.map(({ exception, norm, certainty }) => [`${exception} lifts ${norm}`, certainty])),
    doubts: stated(answer.readings.map(({ unsettled, certainty }) => [unsettled, certainty])),
    deadlines: stated(answer.deadlines.map(({ statement, certainty }) => [statement, certainty])),
    referredWith: stated(answer.collidesWith.map(({ role, act, certainty }) => [`${role} ${act}`, certainty])),
    setAsideBy: stated(answer.setAsideBy.map(({ role, act, certainty }) => [`${role} ${act}`, certainty])),
    referral: settled === 'REFER' && answer.referral !== undefined ? referralWords(answer.referral) : null,
    arises: answer.arises,
  }
}

function stated(each: readonly (readonly [string, Certainty])[]): Certainties {
  return each.map((one) => one.join(' ')).toSorted()
}
