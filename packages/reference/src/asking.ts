/**
 * The fewest questions that are expected to settle what can be settled, by trying every question after every answer.
 *
 * Section *Semantics*, paragraph **Partial situations**, for what is worth a question. Questions that can decide something
 * urgent come first: of two plans the one that is expected to settle that sooner is better, then the one that is expected
 * to ask less.
 */
import type { Book, InputId, Situation, SituationValue } from '@remit/language/checked/tree.ts'
import { completions } from './complete.ts'
import { determine } from './determine.ts'
import type { TotalSituation } from './holds.ts'
import { actOf, keyOf } from './speaks.ts'
import { concernOf } from './worth-asking.ts'

/** Questions expected until nothing urgent is open, and until nothing is. */
export type ExpectedQuestions = { readonly urgent: number; readonly all: number }

export type Asking = {
  readonly book: Book
  /** The pairs whose answer is wanted. */
  readonly pairs: readonly { readonly role: string; readonly act: string }[]
  /** What may be asked. */
  readonly askable: readonly InputId[]
  /** How much an answer weighs beside the other answers to its question. */
  readonly weight: (input: InputId, value: SituationValue) => number
}

/** One possible completion, with what each wanted pair comes to in it. */
type Row = { readonly total: TotalSituation; readonly concerns: readonly string[] }

export class QuestionPlan {
  readonly #asking: Asking
  readonly #done = new Map<string, ExpectedQuestions>()

  constructor(asking: Asking) {
    this.#asking = asking
  }

  /** The possible completions of a situation. */
  rows(situation: Situation): readonly Row[] {
    const { book, pairs } = this.#asking
    return completions(book, situation).flatMap((total) => {
      const determination = determine(book, total)
      if (determination.kind === 'impossible') return []
      return [
        {
          total,
          concerns: pairs.map(({ role, act }) => concernOf(book, act, determination.results.get(keyOf({ role, act })))),
        },
      ]
    })
  }

  /** The inputs about which a question is worth it now: of urgent acts alone, while one of these hangs on one of them. */
  questions(rows: readonly Row[]): { readonly inputs: readonly InputId[]; readonly urgent: boolean } {
    const { book, pairs } = this.#asking
    const places = pairs.map((_, place) => place)
    const isUrgent = (place: number) => actOf(book, pairs[place]?.act ?? '').urgent
    const urgent = this.#worth(rows, places.filter(isUrgent))
    return urgent.length > 0 ? { inputs: urgent, urgent: true } : { inputs: this.#worth(rows, places), urgent: false }
  }

  /** Whether something is open although no fact can change it alone: which fact to ask about is then not told here. */
  isLinked(rows: readonly Row[]): boolean {
    const { book, pairs } = this.#asking
    const inputs = book.inputs.map(({ id }) => id)
    return pairs.some((_, place) => {
      const isOpen = new Set(rows.map(({ concerns }) => concerns[place])).size > 1
      return isOpen && !inputs.some((input) => changes(rows, input, [place]))
    })
  }

  /** What is expected at best. */
  expected(rows: readonly Row[]): ExpectedQuestions {
    const { inputs } = this.questions(rows)
    if (inputs.length === 0) return { urgent: 0, all: 0 }
    const key = rows.map(({ total }) => JSON.stringify([...total.values()])).join()
    const known = this.#done.get(key) ?? inputs.map((input) => this.after(rows, input)).reduce(better)
    this.#done.set(key, known)
    return known
  }

  /** What is expected at best if this is asked now, the question itself counted. */
  after(rows: readonly Row[], input: InputId): ExpectedQuestions {
    const answers = [...new Set(rows.map(({ total }) => total.get(input) ?? ''))]
    const weights = answers.map((value) => this.#asking.weight(input, value))
    const sum = weights.reduce((sum, weight) => sum + weight, 0)
    let urgent = this.questions(rows).urgent ? 1 : 0
    let all = 1
    for (const [index, value] of answers.entries()) {
      const left = this.expected(rows.filter(({ total }) => total.get(input) === value))
      urgent += (left.urgent * (weights[index] ?? 0)) / sum
      all += (left.all * (weights[index] ?? 0)) / sum
    }
    return { urgent, all }
  }

  #worth(rows: readonly Row[], places: readonly number[]): readonly InputId[] {
    return this.#asking.askable.filter((input) => changes(rows, input, places))
  }
}

const EPSILON = 1e-9

function better(one: ExpectedQuestions, other: ExpectedQuestions): ExpectedQuestions {
  if (Math.abs(one.urgent - other.urgent) > EPSILON) return one.urgent < other.urgent ? one : other
  return one.all <= other.all ? one : other
}

/** Whether two completions differ in this input alone, and in what one of the pairs comes to. */
function changes(rows: readonly Row[], input: InputId, places: readonly number[]): boolean {
  const seen = new Map<string, string>()
  return rows.some(({ total, concerns }) => {
    const rest = JSON.stringify([...total].filter(([id]) => id !== input))
    const here = JSON.stringify(places.map((place) => concerns[place]))
    const before = seen.get(rest)
    seen.set(rest, here)
    return before !== undefined && before !== here
  })
}
