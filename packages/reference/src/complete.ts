/**
 * Partial situations, decided by trying every completion.
 *
 * Section *Semantics*, paragraph **Partial situations**, with readings 7 and 8.
 */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { Book, Condition, Input, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { inputOf, NOT_STARTED, UNKNOWN } from '@remit/language/checked/tree.ts'
import type { Result } from './determine.ts'
import { determine } from './determine.ts'
import type { TotalSituation } from './holds.ts'
import { around } from './numbers.ts'

/** What one pair can come to while some inputs are unknown. */
export type PartialResult = {
  /** Sorted, at least one; exactly one where the modality is settled. */
  readonly possible: readonly Modality[]
  /** Absent: OPEN. */
  readonly settled?: Modality
  /** The results of every possible completion, in no promised order. */
  readonly results: readonly Result[]
  /**
   * The unknown inputs that matter: there are two possible completions that differ in that input alone and give
   * different modalities. In the order of the book.
   */
  readonly matter: readonly InputId[]
}

/** The determination of a partial situation; `pairs` by `role act`. */
export type PartialDetermination =
  | { readonly kind: 'impossible' }
  | {
      readonly kind: 'determined'
      readonly pairs: ReadonlyMap<string, PartialResult>
      /** How many of the completions that were tried break a `never`. */
      readonly impossible: number
    }

/** "With some facts unknown, take every *possible* completion. None: *impossible*. Modality is settled if all agree." */
export function determinePartial(book: Book, situation: Situation): PartialDetermination {
  const unknown = unknownIn(book, situation)
  const tried = completions(book, situation)
  const possible = tried.flatMap((total) => {
    const determination = determine(book, total)
    return determination.kind === 'impossible' ? [] : [{ total, results: determination.results }]
  })
  const [first] = possible
  if (first === undefined) return { kind: 'impossible' }
  const pairs = [...first.results.keys()].map((key): readonly [string, PartialResult] => {
    const decided = possible.flatMap(({ total, results }) => {
      const result = results.get(key)
      return result === undefined ? [] : [{ total, result }]
    })
    const modalities = [...new Set(decided.map(({ result }) => result.modality))].toSorted()
    const [only, ...others] = modalities
    return [
      key,
      {
        possible: modalities,
        ...(only !== undefined && others.length === 0 ? { settled: only } : {}),
        results: decided.map(({ result }) => result),
        matter: unknown.filter((input) => matters(input, unknown, decided)),
      },
    ]
  })
  return { kind: 'determined', pairs: new Map(pairs), impossible: tried.length - possible.length }
}

type DecidedCompletion = { readonly total: TotalSituation; readonly result: Result }

/** Whether two of the completions differ in this input alone and in their modalities. */
function matters(input: InputId, unknown: readonly InputId[], decided: readonly DecidedCompletion[]): boolean {
  const modalityOfRest = new Map<string, Modality>()
  return decided.some(({ total, result }) => {
    const rest = JSON.stringify(unknown.filter((each) => each !== input).map((each) => total.get(each)))
    const before = modalityOfRest.get(rest)
    modalityOfRest.set(rest, result.modality)
    return before !== undefined && before !== result.modality
  })
}

/** Reading 7: the inputs that have neither a reported value nor a first one, or that were answered "I don't know". */
export function unknownIn(book: Book, situation: Situation): readonly InputId[] {
  return book.inputs.filter((input) => knownValue(input, situation) === undefined).map((input) => input.id)
}

/** Reading 7: "an input that is not reported has its first value …; a clock whose event is not reported is `not started`." */
function knownValue(input: Input, situation: Situation): SituationValue | undefined {
  const reported = situation.get(input.id)
  if (reported === UNKNOWN) return undefined
  if (reported !== undefined) return reported
  return input.kind === 'clock' ? NOT_STARTED : input.first
}

/** Every total situation, up to the sides of thresholds, that gives all known inputs their values; impossible ones too. */
export function completions(book: Book, situation: Situation): readonly TotalSituation[] {
  return book.inputs.reduce<readonly TotalSituation[]>(
    (partly, input) => {
      const known = knownValue(input, situation)
      const values = known === undefined ? pointsOf(book, input) : [known]
      return partly.flatMap((total) => values.map((value) => new Map([...total, [input.id, value]])))
    },
    [new Map()],
  )
}

/** A value of an input for each way in which the conditions of the book can tell its values apart. */
export function pointsOf(book: Book, input: Input): readonly SituationValue[] {
  switch (input.kind) {
    case 'yes-no':
      return [false, true]
    case 'one-of':
      return input.values.map((value) => value.id)
    case 'number':
      return around(thresholdsOf(book, input))
    case 'clock':
      return [NOT_STARTED, ...around(thresholdsOf(book, input))]
  }
}

/** Every number with which some condition of the book compares the input. */
export function thresholdsOf(book: Book, input: Input): readonly number[] {
  const rules = [...book.norms, ...book.exceptions]
  const conditions = [
    ...[...book.defines, ...book.nevers, ...book.invariants, ...book.choices, ...rules].map((each) => each.when),
    ...rules.flatMap((rule) => rule.unless ?? []),
    ...book.acts.flatMap((act) => act.arisesWhen ?? []),
  ]
  return conditions.flatMap((condition) => thresholdsIn(condition, input))
}

function thresholdsIn(condition: Condition, input: Input): readonly number[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => thresholdsIn(part, input))
    case 'not':
      return thresholdsIn(condition.of, input)
    case 'compare':
      return reads(condition.input, input) ? [condition.than] : []
    case 'define':
    case 'yes':
    case 'one-of':
      return []
  }
}

/** Whether a condition that names `id` reads the input, at least where the input's role is decided. */
function reads(id: InputId, input: Input): boolean {
  return id === input.id || (input.role !== undefined && inputOf(id, input.role) === input.id)
}
