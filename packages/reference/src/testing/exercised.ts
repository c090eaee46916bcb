/**
 * What an expectation about a pair exercises in one total situation, told by the reference interpreter alone (decision 6,
 * *What a scenario exercises*). Each thing is named as the engine names its goals.
 */
import type { Book, Condition, Exception, Norm, RoleId, Situation } from '@remit/language/checked/tree.ts'
import type { Holding } from '../applies.ts'
import { holding, liftsFor } from '../applies.ts'
import { completions } from '../complete.ts'
import { determine } from '../determine.ts'
import type { TotalSituation } from '../holds.ts'
import { holds } from '../holds.ts'
import type { Pair } from '../speaks.ts'
import { isOrIsKindOf, keyOf, speaksAbout } from '../speaks.ts'

/** Nothing if the situation is impossible. */
export function exercisedBy(book: Book, total: TotalSituation, pair: Pair): ReadonlySet<string> {
  const determination = determine(book, total)
  if (determination.kind === 'impossible') return new Set()
  const held = holding(book, total, pair.role)
  const deciding = determination.results.get(keyOf(pair))?.deciding ?? []
  return new Set([
    ...deciding.map((statement) => `${statement} decides`),
    ...liftsFor(book, held, pair).map(({ exception }) => `${exception.id} lifts`),
    ...book.exceptions
      .filter((exception) => leaves(book, held, exception, pair))
      .map(({ id }) => `${id} does not lift`),
    ...[...book.norms, ...book.exceptions]
      .filter((rule) => isAround(book, rule, pair))
      .flatMap((rule) => (isInVain(held, rule) ? [] : turnsIn(book, total, rule, pair.role))),
  ])
}

/** What is exercised in every possible completion of a situation; nothing where there is none. */
export function surelyExercised(book: Book, situation: Situation, pair: Pair): ReadonlySet<string> {
  const possible = completions(book, situation).filter((total) => determine(book, total).kind !== 'impossible')
  const [first, ...others] = possible.map((total) => exercisedBy(book, total, pair))
  return new Set([...(first ?? [])].filter((each) => others.every((other) => other.has(each))))
}

function isEffective(exception: Exception, norm: Norm): boolean {
  return exception.to.includes(norm.id) && (exception.rank <= norm.rank || norm.lowerMaySayOtherwise)
}

function mayLift(book: Book, exception: Exception, norm: Norm, pair: Pair): boolean {
  const isForAct = exception.forActs?.some((act) => isOrIsKindOf(book, pair.act, act)) ?? true
  return isForAct && isEffective(exception, norm) && norm.statements.some((each) => speaksAbout(book, each, pair))
}

/** Whether a norm that the exception may lift for the pair holds, and the exception does not apply. */
function leaves(book: Book, held: Holding, exception: Exception, pair: Pair): boolean {
  return !held.exceptions.includes(exception) && held.norms.some((norm) => mayLift(book, exception, norm, pair))
}

function isAround(book: Book, rule: Norm | Exception, pair: Pair): boolean {
  if (rule.statements.some((statement) => speaksAbout(book, statement, pair))) return true
  return 'to' in rule && book.norms.some((norm) => mayLift(book, rule, norm, pair))
}

/** An exception turns nothing where no norm to which it is effective holds. */
function isInVain(held: Holding, rule: Norm | Exception): boolean {
  return 'to' in rule && !held.norms.some((norm) => isEffective(rule, norm))
}

/** The conditions of a rule that alone, if they were the other way round, would turn its whole condition. */
function turnsIn(book: Book, total: TotalSituation, rule: Norm | Exception, role: RoleId): readonly string[] {
  const isSo = (condition: Condition, place: string, turned: string): boolean => {
    const part = (each: Condition, index: number) => isSo(each, `${place}.${index + 1}`, turned)
    if (condition.kind === 'all') return condition.of.every(part)
    if (condition.kind === 'any') return condition.of.some(part)
    if (condition.kind === 'not') return !isSo(condition.of, place, turned)
    return holds(book, total, condition, role) !== (place === turned)
  }
  const whole = (turned: string) =>
    isSo(rule.when, 'when', turned) && !(rule.unless !== undefined && isSo(rule.unless, 'unless', turned))
  const plain = [...plainIn(rule.when, 'when'), ...(rule.unless === undefined ? [] : plainIn(rule.unless, 'unless'))]
  return plain
    .filter(({ place }) => whole(place) !== whole(''))
    .map(({ place, condition }) => `${rule.id} ${place} ${holds(book, total, condition, role) ? 'holds' : 'fails'}`)
}

function plainIn(
  condition: Condition,
  place: string,
): readonly { readonly condition: Condition; readonly place: string }[] {
  if (condition.kind === 'not') return plainIn(condition.of, place)
  if (condition.kind !== 'all' && condition.kind !== 'any') return [{ condition, place }]
  return condition.of.flatMap((part, index) => plainIn(part, `${place}.${index + 1}`))
}
