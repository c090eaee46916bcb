/** A situation from a plain object of facts, by their canonical words: `{"requester": "ice-ero"}`. Nothing is guessed. */
import {
  type Book,
  type Input,
  type InputId,
  NOT_STARTED,
  type Situation,
  type SituationValue,
  UNKNOWN,
} from '@remit/language/checked/tree.ts'
import { nearest } from '@remit/language/text/nearest.ts'

export type Facts = { readonly [word: string]: unknown }

export type FromFacts =
  | { readonly kind: 'situation'; readonly situation: Situation }
  /** The first fact that the book does not have, or that cannot have this value; `words` say so, with the nearest word. */
  | { readonly kind: 'refused'; readonly fact: string; readonly near?: string; readonly words: string }

/** The situation in which these facts are so; the rest has its first value or is unknown. */
export function situationFromFacts({ inputs }: Book, facts: Facts): FromFacts {
  const byId = new Map(inputs.map((input) => [input.id, input]))
  const situation = new Map<InputId, SituationValue>()
  for (const [fact, value] of Object.entries(facts)) {
    const input = byId.get(fact)
    if (input === undefined) return refused(fact, `there is no fact \`${fact}\``, nearest(fact, byId.keys()))
    if (!isValueOf(input, value)) {
      const near = typeof value === 'string' && input.kind === 'one-of' ? nearest(value, idsOf(input)) : undefined
      return refused(fact, `\`${fact}\` is ${valuesOf(input)}, not ${JSON.stringify(value)}`, near)
    }
    situation.set(fact, value)
  }
  return { kind: 'situation', situation }
}

function refused(fact: string, words: string, near: string | undefined): FromFacts {
  if (near === undefined) return { kind: 'refused', fact, words }
  return { kind: 'refused', fact, near, words: `${words}; \`${near}\` is near` }
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

const isAmount = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0
const idsOf = ({ values }: Input & { readonly kind: 'one-of' }) => values.map(({ id }) => id)

function valuesOf(input: Input): string {
  switch (input.kind) {
    case 'yes-no':
      return 'true or false'
    case 'one-of':
      return idsOf(input)
        .map((id) => `"${id}"`)
        .join(' or ')
    case 'number':
      return `a number of ${input.unit} from 0`
    case 'clock':
      return `milliseconds from 0, or "${NOT_STARTED}"`
  }
}
