/** What statements speak about, without any situation (section *What a statement speaks about*). */
import type { Act, ActId, Book, Exception, Norm, RoleId, Statement } from './tree.ts'

type Generals = ReadonlyMap<ActId, ReadonlySet<ActId>>

/** Many rules of one book ask for them. */
const known = new WeakMap<readonly Act[], Generals>()

/** For each act itself and every more general act above it. Ends on cycles too. */
export function generalsOf(acts: readonly Act[]): Generals {
  const generals = known.get(acts) ?? findGenerals(acts)
  known.set(acts, generals)
  return generals
}

function findGenerals(acts: readonly Act[]): Generals {
  const byId = new Map(acts.map((act) => [act.id, act]))
  return new Map(acts.map(({ id }) => [id, above(id, byId)]))
}

function above(id: ActId, byId: ReadonlyMap<ActId, Act>): ReadonlySet<ActId> {
  const reached = new Set([id])
  // A set is read on while it grows.
  for (const each of reached) for (const general of byId.get(each)?.kindOf ?? []) reached.add(general)
  return reached
}

/** `must` and `should` speak about the named act alone and bind the agency only as itself. */
function isDuty({ modality }: Statement): boolean {
  return modality === 'must' || modality === 'should'
}

/** Whether a statement speaks about an act of whatever role. */
export function speaksOfAct(
  statement: Statement,
  act: ActId,
  generals: ReadonlyMap<ActId, ReadonlySet<ActId>>,
): boolean {
  // What a statement names itself, its `other than` never takes away.
  if (isDuty(statement) || statement.acts.includes(act)) return statement.acts.includes(act)
  const up = generals.get(act) ?? new Set([act])
  return statement.acts.some((each) => up.has(each)) && !statement.otherThan.some((each) => up.has(each))
}

/** Whether a statement speaks about a role of whatever act. */
export function speaksOfRole(statement: Statement, role: RoleId): boolean {
  return statement.roles.includes(role) || (!isDuty(statement) && statement.roles.includes('agency'))
}

/** All (role, act) that a norm speaks about, as `role act`. */
export function pairsOf(norm: Norm | Exception, book: Omit<Book, 'hash'>): ReadonlySet<string> {
  const generals = generalsOf(book.acts)
  const roles = book.roles.filter(({ outside }) => !outside)
  const pairs = norm.statements.flatMap((statement) => {
    const acts = book.acts.filter(({ id }) => speaksOfAct(statement, id, generals))
    const bound = roles.filter(({ id }) => speaksOfRole(statement, id))
    return bound.flatMap((role) => acts.map((act) => `${role.id} ${act.id}`))
  })
  return new Set(pairs)
}
