/** Which statements speak about which role and act (section *What a statement speaks about*). */
import type { Book, Exception, Norm, RoleId, Statement } from '@remit/language/checked/tree.ts'
import type { Acts, Pair } from './acts.ts'

/** A norm or an exception. */
export type Rule = Norm | Exception

export const isException = (rule: Rule): rule is Exception => 'to' in rule

/** Every norm and exception, in order of id. */
export function rulesOf(book: Book): Rule[] {
  return [...book.norms, ...book.exceptions].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The roles that are decided, in order: all that are not outside. */
export function decidedRoles(book: Book): RoleId[] {
  return book.roles.filter((role) => !role.outside || role.agency).map((role) => role.id)
}

/** Whether a statement speaks about the pair. */
export function speaksAbout(book: Book, acts: Acts, statement: Statement, pair: Pair): boolean {
  const bindsAlone = isDuty(statement)
  return speaksToRole(book, statement, pair.role, bindsAlone) && speaksOfAct(acts, statement, pair, bindsAlone)
}

/**
 * The decided roles to which some of these statements speak. Where they speak to nobody but who is outside they are all
 * roles: such a norm describes what others have to do, and it applies where its condition holds.
 */
export function rolesOf(book: Book, statements: readonly Statement[]): readonly RoleId[] {
  const decided = decidedRoles(book)
  const spokenTo = decided.filter((role) =>
    statements.some((statement) => speaksToRole(book, statement, role, isDuty(statement))),
  )
  return spokenTo.length === 0 ? decided : spokenTo
}

const isDuty = ({ modality }: Statement) => modality === 'must' || modality === 'should'

/** Naming the agency forbids or allows to each of its members; it obliges the agency alone. */
function speaksToRole(book: Book, statement: Statement, role: RoleId, bindsAlone: boolean): boolean {
  if (statement.roles.includes(role)) return true
  if (bindsAlone) return false
  return statement.roles.some((named) => book.roles.some((other) => other.id === named && other.agency))
}

/** Of what is named itself; a duty of no more (any kind of it does it), the rest of its kinds too, less the excepted. */
function speaksOfAct(acts: Acts, statement: Statement, { act }: Pair, bindsAlone: boolean): boolean {
  if (statement.acts.includes(act)) return true
  if (bindsAlone) return false
  const generals = acts.generalsOf(act)
  return (
    statement.acts.some((named) => generals.has(named)) && !statement.otherThan.some((named) => generals.has(named))
  )
}
