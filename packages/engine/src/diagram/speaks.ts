/** Which statements speak about which role and act (section *What a statement speaks about*). */
import type { ActId, Book, Exception, Norm, RoleId, Statement } from '@remit/language/checked/tree.ts'
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

/** A statement with the norm or exception that makes it. */
export type Said = { readonly rule: Rule; readonly statement: Statement }

/** The statements that speak about a pair, in order of the id of their rule. */
export type SaidOf = (pair: Pair) => readonly Said[]

/** Finds what is said of every role and act at once: a book of a thousand norms has a thousand pairs and more. */
export function saidOfPairs(book: Book, acts: Acts): SaidOf {
  const byRole = new Map(decidedRoles(book).map((role) => [role, new Map<ActId, Said[]>()]))
  for (const rule of rulesOf(book)) {
    for (const statement of rule.statements) {
      const spokenOf = actsOf(acts, statement)
      for (const [role, byAct] of byRole) {
        if (speaksToRole(book, statement, role, isDuty(statement))) addTo(byAct, spokenOf, { rule, statement })
      }
    }
  }
  return ({ role, act }) => byRole.get(role)?.get(act) ?? []
}

function addTo(byAct: Map<ActId, Said[]>, acts: Iterable<ActId>, said: Said): void {
  for (const act of acts) {
    const before = byAct.get(act)
    if (before === undefined) byAct.set(act, [said])
    else before.push(said)
  }
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

/** What is named itself; of a duty no more (any kind of it does it), of the rest its kinds too, less the excepted. */
function actsOf(acts: Acts, statement: Statement): ReadonlySet<ActId> {
  const named = new Set(statement.acts)
  if (isDuty(statement)) return named
  const kinds = statement.acts.flatMap((act) => acts.kindsOf(act))
  const isExcepted = (kind: ActId) => statement.otherThan.some((general) => acts.isKindOf(kind, general))
  return new Set([...named, ...kinds.filter((kind) => !isExcepted(kind))])
}
