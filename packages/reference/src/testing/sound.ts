/** Generated books that the checker accepts: what it would refuse is taken out. */
import type { Book, Condition, Exception, Norm } from '@remit/language/checked/tree.ts'
import { isOrIsKindOf, speaksAbout } from '../speaks.ts'

/** The book without what is an error in a book (E217, E218, E226, E228, a doubt said twice) or cannot be written. */
export function sound(book: Book): Book {
  const norms = book.norms.map(written)
  const exceptions = book.exceptions.map(written).flatMap((each) => liftable({ ...book, norms }, each))
  const doubts = new Map(book.unsettled.map((doubt) => [doubt.norms.join(), doubt]))
  return withoutPersons({ ...book, acts: actsOf(book), norms, exceptions, unsettled: [...doubts.values()] })
}

/** `unless` without a condition cannot be written. */
function written<T extends Norm | Exception>(rule: T): T {
  if (rule.unless === undefined || !isEmpty(rule.unless)) return rule
  const { unless: _, ...rest } = rule
  // The same norm or exception but for a property that may be absent.
  return rest as T
}

function isEmpty(condition: Condition): boolean {
  if (condition.kind === 'not') return isEmpty(condition.of)
  return (condition.kind === 'all' || condition.kind === 'any') && condition.of.length === 0
}

/** E217: only norms of the same force or lower, or that let lower orders say otherwise. E218: only for what they speak about. */
function liftable(book: Book, exception: Exception): readonly Exception[] {
  const lifted = book.norms.filter(
    ({ id, rank, lowerMaySayOtherwise }) =>
      exception.to.includes(id) && (lowerMaySayOtherwise || exception.rank <= rank),
  )
  const isSpokenOf = (act: string) =>
    lifted.some(({ statements }) =>
      statements.some((each) => each.roles.some((role) => speaksAbout(book, each, { role, act }))),
    )
  const forActs = exception.forActs?.filter((general) =>
    book.acts.some(({ id }) => isOrIsKindOf(book, id, general) && isSpokenOf(id)),
  )
  if (lifted.length === 0 || forActs?.length === 0) return []
  return [{ ...exception, to: lifted.map(({ id }) => id), ...(forActs === undefined ? {} : { forActs }) }]
}

/** E226: what is urgent does not withdraw, nor is it a kind of what does. */
function actsOf(book: Book): Book['acts'] {
  const withdrawing = book.acts.filter((act) => act.withdraws)
  return book.acts.map((act) => ({
    ...act,
    urgent: act.urgent && !withdrawing.some((general) => isOrIsKindOf(book, act.id, general.id)),
  }))
}

/** E228: where some act is urgent, no fact and no list is about a request or a person. */
function withoutPersons(book: Book): Book {
  if (!book.acts.some((act) => act.urgent)) return book
  const inputs = book.inputs.map((input) => {
    const { about, ...rest } = input
    return about === 'actor' ? input : rest
  })
  return { ...book, inputs, lists: book.lists.map((list) => ({ ...list, about: 'incident' })) }
}
