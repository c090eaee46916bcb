/**
 * What a statement speaks about: which (role, act).
 *
 * Section *Semantics*, paragraph **What a statement speaks about**, and reading 6 (who is decided).
 */
import type { Act, ActId, Book, Role, RoleId, Statement } from '@remit/language/checked/tree.ts'

/** One role and one act: what a determination is about. */
export type Pair = { readonly role: RoleId; readonly act: ActId }

/** `role act`, the key of a pair in maps and lists; ids have no spaces. */
export function keyOf(pair: Pair): string {
  return `${pair.role} ${pair.act}`
}

/** Reading 6: every role that is not `outside`, and `agency`; each with every act. In the order of the book. */
export function decidedPairs(book: Book): readonly Pair[] {
  return decidedRoles(book).flatMap((role) => book.acts.map((act) => ({ role, act: act.id })))
}

/** Reading 6: every role that is not `outside`, and `agency`, in the order of the book. */
export function decidedRoles(book: Book): readonly RoleId[] {
  return book.roles.filter(isDecided).map((role) => role.id)
}

function isDecided(role: Role): boolean {
  return role.agency || !role.outside
}

/** The declaration of an act. Throws if the book has none: a checked book has every act that it names. */
export function actOf(book: Book, id: ActId): Act {
  const act = book.acts.find((each) => each.id === id)
  if (act === undefined) throw new Error(`the book has no act \`${id}\``)
  return act
}

/** Whether `act` is `general` or, transitively, a kind of it. */
export function isOrIsKindOf(book: Book, act: ActId, general: ActId): boolean {
  return act === general || actOf(book, act).kindOf.some((each) => isOrIsKindOf(book, each, general))
}

/** **What a statement speaks about.** It speaks about a pair if it names the role and the act. */
export function speaksAbout(book: Book, statement: Statement, pair: Pair): boolean {
  return namesRole(book, statement, pair.role) && namesAct(book, statement, pair.act)
}

/** "`must` and `should` speak about the named act alone", and about the agency only where they name it. */
function isDemand(statement: Statement): boolean {
  return statement.modality === 'must' || statement.modality === 'should'
}

/** "… if it names the role, or a group that holds it, or, for `must not`, `should not`, `may` and `need not`, the agency." */
export function namesRole(book: Book, statement: Statement, id: RoleId): boolean {
  if (statement.roles.includes(id)) return true
  const role = book.roles.find((each) => each.id === id)
  const namesAgency = book.roles.some((each) => each.agency && statement.roles.includes(each.id))
  return role !== undefined && isDecided(role) && namesAgency && !isDemand(statement)
}

/**
 * "… and if it names the act. `must not`, `should not`, `may` and `need not`, guaranteed or not, also speak about every
 * kind of the act that they name (transitively), except the acts after `other than` and their kinds."
 */
function namesAct(book: Book, statement: Statement, act: ActId): boolean {
  if (statement.acts.includes(act)) return true
  if (isDemand(statement)) return false
  if (statement.otherThan.some((except) => isOrIsKindOf(book, act, except))) return false
  return statement.acts.some((named) => isOrIsKindOf(book, act, named))
}
