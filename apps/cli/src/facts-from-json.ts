/** Facts as one JSON object, by their canonical words: `{"requester": "ice-ero", "supervisor is on-scene": false}`. */
import {
  type Book,
  type Input,
  NOT_STARTED,
  type Situation,
  type SituationValue,
  UNKNOWN,
} from '@remit/language/checked/tree.ts'
import { oneOf } from './arguments.ts'
import { type Verb, WrongUse } from './usage.ts'

/** The situation that the text tells. Throws {@link WrongUse} for what is no fact of the book, or no value of it. */
export function factsFromJson(book: Book, text: string, verb: Verb): Situation {
  const facts = objectFrom(text, verb)
  const ids = book.inputs.map(({ id }) => id)
  return new Map(
    Object.entries(facts).map(([word, value]) => {
      const id = oneOf(ids, word, { what: 'fact', verb })
      const input = book.inputs.find((one) => one.id === id)
      if (input === undefined || !isValueOf(input, value)) throw noValue(input, value, { id, verb })
      return [id, value]
    }),
  )
}

function objectFrom(text: string, verb: Verb): object {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
  } catch {
    // Said below, as for any other JSON that is no object.
  }
  throw new WrongUse('`--facts` takes one JSON object: {"requester": "ice-ero"}', verb)
}

function isValueOf(input: Input, value: unknown): value is SituationValue {
  if (value === UNKNOWN) return true
  switch (input.kind) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'one-of':
      return input.values.some(({ id }) => id === value)
    case 'number':
      return isAmount(value)
    case 'clock':
      return value === NOT_STARTED || isAmount(value)
  }
}

const isAmount = (value: unknown) => typeof value === 'number' && value >= 0

type Where = { readonly id: string; readonly verb: Verb }

function noValue(input: Input | undefined, value: unknown, { id, verb }: Where): WrongUse {
  return new WrongUse(`\`${id}\` is ${kindOf(input)}, not ${JSON.stringify(value)}`, verb)
}

function kindOf(input: Input | undefined): string {
  switch (input?.kind) {
    case 'one-of':
      return input.values.map(({ id }) => `"${id}"`).join(' or ')
    case 'number':
      return `a number of ${input.unit} from 0`
    case 'clock':
      return `milliseconds from 0, or "${NOT_STARTED}"`
    default:
      return 'true or false'
  }
}
