/**
 * Whether a condition holds in a total situation.
 *
 * Section *Semantics*, paragraph **Words**. Nothing here knows of norms, forces or roles.
 */
import type { Book, Comparison, Condition, InputId, SituationValue } from '@remit/language/checked/tree.ts'
import { NOT_STARTED, UNKNOWN } from '@remit/language/checked/tree.ts'

/** A value for every input of a book, none of them unknown; a clock may be `not started`. */
export type TotalSituation = ReadonlyMap<InputId, SituationValue>

/** "A *situation* gives every fact a value." Throws if it does not: that is a bug of the caller. */
export function valueIn(situation: TotalSituation, input: InputId): SituationValue {
  const value = situation.get(input)
  if (value === undefined || value === UNKNOWN) throw new Error(`a total situation has no value for \`${input}\``)
  return value
}

/** **Words.** A condition is read as it is written; a define is read where it is named. */
export function holds(book: Book, situation: TotalSituation, condition: Condition): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(book, situation, part))
    case 'any':
      return condition.of.some((part) => holds(book, situation, part))
    case 'not':
      return !holds(book, situation, condition.of)
    case 'define': {
      const define = book.defines.find((each) => each.id === condition.define)
      if (define === undefined) throw new Error(`the book has no define \`${condition.define}\``)
      return holds(book, situation, define.when)
    }
    case 'yes':
      return valueIn(situation, condition.input) === true
    case 'one-of':
      return condition.values.some((value) => value === valueIn(situation, condition.input))
    case 'compare':
      return compares(valueIn(situation, condition.input), condition.is, condition.than)
  }
}

/** "A clock whose event has not happened has the value `not started`; every comparison with it is false." */
function compares(value: SituationValue, is: Comparison, than: number): boolean {
  if (value === NOT_STARTED) return false
  if (typeof value !== 'number') throw new Error(`a comparison reads a number and not \`${value}\``)
  switch (is) {
    case 'at-least':
      return value >= than
    case 'at-most':
      return value <= than
    case 'less-than':
      return value < than
    case 'more-than':
      return value > than
  }
}

/** "A situation that breaks a `never` is *impossible*": the ids of the nevers that it breaks, in the book's order. */
export function broken(book: Book, situation: TotalSituation): readonly string[] {
  return book.nevers.filter((never) => holds(book, situation, never.when)).map((never) => never.id)
}
