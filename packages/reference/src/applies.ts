/**
 * Which norms and exceptions apply to a pair in a situation.
 *
 * Section *Semantics*, paragraph **What applies**, with readings 1 and 2.
 */
import type { Book, Exception, Norm, RoleId, Statement } from '@remit/language/checked/tree.ts'
import type { TotalSituation } from './holds.ts'
import { holds } from './holds.ts'
import type { Pair } from './speaks.ts'
import { isOrIsKindOf, speaksAbout } from './speaks.ts'

/** A statement that applies and speaks about the pair in question, with the norm or exception in which it stands. */
export type Applying = { readonly statement: Statement; readonly rule: Norm | Exception }

/** That an exception lifts a norm. */
export type Lift = { readonly exception: Exception; readonly norm: Norm }

/** What holds in a situation for one role, whichever act is asked about. */
export type Holding = {
  /** The norms whose condition holds, lifted or not. */
  readonly norms: readonly Norm[]
  /** The exceptions that apply. */
  readonly exceptions: readonly Exception[]
}

/**
 * Which conditions hold for a role. "[An exception] applies if its own condition holds and the condition of at least one norm to
 * which it is effective holds; its own statements apply exactly where it applies."
 */
export function holding(book: Book, situation: TotalSituation, role: RoleId): Holding {
  const norms = book.norms.filter((norm) => conditionHolds(book, situation, norm, role))
  const exceptions = book.exceptions
    .filter((exception) => conditionHolds(book, situation, exception, role))
    .filter((exception) => norms.some((norm) => isEffective(exception, norm)))
  return { norms, exceptions }
}

/** Reading 1: the condition of a norm, or of an exception, is its `when` and not its `unless`. */
function conditionHolds(book: Book, situation: TotalSituation, rule: Norm | Exception, role: RoleId): boolean {
  const isLifted = rule.unless !== undefined && holds(book, situation, rule.unless, role)
  return holds(book, situation, rule.when, role) && !isLifted
}

/** "An exception is effective if its force is the same or higher, or the norm says `unless lower orders say otherwise`." */
function isEffective(exception: Exception, norm: Norm): boolean {
  return exception.to.includes(norm.id) && (exception.rank <= norm.rank || norm.lowerMaySayOtherwise)
}

/** Reading 2: the exceptions that apply and lift this norm for this pair, whole or for the `for` acts and their kinds. */
export function liftedBy(book: Book, { exceptions }: Holding, norm: Norm, pair: Pair): readonly Exception[] {
  return exceptions
    .filter((exception) => isEffective(exception, norm))
    .filter(({ forActs }) => forActs === undefined || forActs.some((act) => isOrIsKindOf(book, pair.act, act)))
}

/**
 * "For a pair (role, act) a norm applies … if its `when` holds and its `unless` does not, and no effective exception to
 * it, for that act, applies." `held` is what holds for the pair's role. The statements of what applies that speak about the pair, in the book's order.
 */
export function applyingTo(book: Book, held: Holding, pair: Pair): readonly Applying[] {
  const norms = speaking(book, held.norms, pair).filter(({ rule }) => liftedBy(book, held, rule, pair).length === 0)
  return [...norms, ...speaking(book, held.exceptions, pair)]
}

function speaking<T extends Norm | Exception>(book: Book, rules: readonly T[], pair: Pair) {
  return rules.flatMap((rule) =>
    rule.statements.filter((statement) => speaksAbout(book, statement, pair)).map((statement) => ({ statement, rule })),
  )
}

/** **Answer**, "exceptions that applied": those that lift, for this pair, a norm that would else speak about it. */
export function liftsFor(book: Book, held: Holding, pair: Pair): readonly Lift[] {
  const norms = new Set(speaking(book, held.norms, pair).map(({ rule }) => rule))
  return [...norms].flatMap((norm) => liftedBy(book, held, norm, pair).map((exception) => ({ exception, norm })))
}
