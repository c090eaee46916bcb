/**
 * Which norms and exceptions apply to a pair in a situation.
 *
 * Section *Semantics*, paragraph **What applies**, with readings 1 and 2.
 */
import type { Book, Exception, Norm, Statement } from '@remit/language/checked/tree.ts'
import type { TotalSituation } from './holds.ts'
import { holds } from './holds.ts'
import type { Pair } from './speaks.ts'
import { isOrIsKindOf, speaksAbout } from './speaks.ts'

/** A statement that applies and speaks about the pair in question, with the norm or exception in which it stands. */
export type Applying = { readonly statement: Statement; readonly rule: Norm | Exception }

/** That an exception lifts a norm. */
export type Lift = { readonly exception: Exception; readonly norm: Norm }

/** Reading 1: the condition of a norm, or of an exception, is its `when` and not its `unless`. */
function conditionHolds(book: Book, situation: TotalSituation, rule: Norm | Exception): boolean {
  return holds(book, situation, rule.when) && !(rule.unless !== undefined && holds(book, situation, rule.unless))
}

/** "An exception is effective if its force is the same or higher, or the norm says `unless lower orders say otherwise`." */
function isEffective(exception: Exception, norm: Norm): boolean {
  return exception.to.includes(norm.id) && (exception.rank <= norm.rank || norm.lowerMaySayOtherwise)
}

/** "It applies if its own condition holds and the condition of at least one norm to which it is effective holds." */
export function exceptionApplies(book: Book, situation: TotalSituation, exception: Exception): boolean {
  const norms = book.norms.filter((norm) => isEffective(exception, norm))
  return conditionHolds(book, situation, exception) && norms.some((norm) => conditionHolds(book, situation, norm))
}

/** Reading 2: the exceptions that apply and lift this norm for this pair, whole or for the `for` acts and their kinds. */
function liftedBy(book: Book, situation: TotalSituation, norm: Norm, pair: Pair): readonly Exception[] {
  return book.exceptions
    .filter((exception) => isEffective(exception, norm))
    .filter(({ forActs }) => forActs === undefined || forActs.some((act) => isOrIsKindOf(book, pair.act, act)))
    .filter((exception) => exceptionApplies(book, situation, exception))
}

/** "… a norm applies in situation `s` if its `when` holds and its `unless` does not, and no effective exception to it, for that act, applies." */
function normApplies(book: Book, situation: TotalSituation, norm: Norm, pair: Pair): boolean {
  return conditionHolds(book, situation, norm) && liftedBy(book, situation, norm, pair).length === 0
}

/** The statements of all norms and exceptions that apply to a pair and speak about it, in the book's order. */
export function applyingTo(book: Book, situation: TotalSituation, pair: Pair): readonly Applying[] {
  const norms = book.norms.filter((norm) => normApplies(book, situation, norm, pair))
  const exceptions = book.exceptions.filter((exception) => exceptionApplies(book, situation, exception))
  return [...norms, ...exceptions].flatMap((rule) =>
    rule.statements.filter((statement) => speaksAbout(book, statement, pair)).map((statement) => ({ statement, rule })),
  )
}

/** **Answer**, "exceptions that applied": those that lift, for this pair, a norm that would else speak about it. */
export function liftsFor(book: Book, situation: TotalSituation, pair: Pair): readonly Lift[] {
  return book.norms
    .filter((norm) => conditionHolds(book, situation, norm))
    .filter((norm) => norm.statements.some((statement) => speaksAbout(book, statement, pair)))
    .flatMap((norm) => liftedBy(book, situation, norm, pair).map((exception) => ({ exception, norm })))
}

/** The table of declarations, `arises when`: "without it, where a norm that applies speaks about it". */
export function arises(book: Book, situation: TotalSituation, pair: Pair): boolean {
  const when = book.acts.find((act) => act.id === pair.act)?.arisesWhen
  return when === undefined ? applyingTo(book, situation, pair).length > 0 : holds(book, situation, when)
}
