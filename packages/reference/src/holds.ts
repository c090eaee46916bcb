/**
 * Whether a condition holds in a total situation.
 *
 * Section *Semantics*, paragraph **Words**. Nothing here knows of norms, forces or roles.
 */
import type { Book, Condition, InputId, RoleId, SituationValue } from '@remit/language/checked/tree.ts'
import { inputOf, UNKNOWN } from '@remit/language/checked/tree.ts'
import { impossibleLists } from './lists.ts'
import { compares } from './numbers.ts'
import { decidedRoles } from './speaks.ts'

/** A value for every input of a book, none of them unknown; a clock may be `not started`. */
export type TotalSituation = ReadonlyMap<InputId, SituationValue>

/** "A *situation* gives every fact a value." Throws if it does not: that is a bug of the caller. */
export function valueIn(situation: TotalSituation, input: InputId): SituationValue {
  const value = situation.get(input)
  if (value === undefined || value === UNKNOWN) throw new Error(`a total situation has no value for \`${input}\``)
  return value
}

/**
 * **Words.** A condition is read as it is written, for the role that is decided; a define is read where it is named.
 * Reading 2 of decision 5: what a fact about the actor says is that of the role, unless the condition names another.
 */
export function holds(book: Book, situation: TotalSituation, condition: Condition, role: RoleId): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.of.every((part) => holds(book, situation, part, role))
    case 'any':
      return condition.of.some((part) => holds(book, situation, part, role))
    case 'not':
      return !holds(book, situation, condition.of, role)
    case 'define': {
      const define = book.defines.find((each) => each.id === condition.define)
      if (define === undefined) throw new Error(`the book has no define \`${condition.define}\``)
      return holds(book, situation, define.when, role)
    }
    case 'yes':
      return valueIn(situation, inputOf(condition.input, role)) === true
    case 'one-of':
      return condition.values.some((value) => value === valueIn(situation, inputOf(condition.input, role)))
    case 'compare':
      return compares(valueIn(situation, inputOf(condition.input, role)), condition.is, condition.than)
  }
}

/**
 * "A situation that breaks a `never` is *impossible*": the ids of the nevers that it breaks, in the book's order, and
 * then of the lists of which no entries give the answers. A never holds for every role.
 */
export function broken(book: Book, situation: TotalSituation): readonly string[] {
  const roles = decidedRoles(book)
  const nevers = book.nevers.filter(({ when }) => roles.some((role) => holds(book, situation, when, role)))
  return [...nevers.map((never) => never.id), ...impossibleLists(book, situation)]
}
