/** Where norms and exceptions apply, as diagrams (section *What applies*). */
import type { Book, Exception, Norm, NormId, RoleId } from '@remit/language/checked/tree.ts'
import { known } from '../assert.ts'
import type { Acts } from './acts.ts'
import type { Conditions } from './conditions.ts'
import { type Diagram, type Diagrams, NO } from './diagrams.ts'
import type { MadeFor } from './making.ts'
import { decidedRoles, isException, type Rule, rulesOf } from './speaks.ts'

/** An exception that may lift a norm for an act. */
export type Lifting = { readonly exception: NormId; readonly norm: NormId; readonly where: Diagram }

/** What is made for a norm or an exception. */
export const madeForRule = (rule: Rule): MadeFor => ({
  what: isException(rule) ? 'exception' : 'norm',
  name: rule.name,
  span: rule.span,
})

/** Where norms and exceptions apply for one role. */
export class Applies {
  readonly #diagrams: Diagrams
  readonly #acts: Acts
  readonly #conditions = new Map<NormId, Diagram>()
  readonly #exceptionsTo = new Map<NormId, Exception[]>()
  readonly #exceptionApplies = new Map<NormId, Diagram>()
  readonly #someToLift = new Map<NormId, Diagram>()

  constructor(diagrams: Diagrams, acts: Acts, conditions: Conditions, book: Book, role: RoleId) {
    const { making } = diagrams
    this.#diagrams = diagrams
    this.#acts = acts
    for (const rule of rulesOf(book)) {
      const condition = making.of(madeForRule(rule), () => {
        const unless = rule.unless === undefined ? NO : conditions.compile(rule.unless, role)
        return diagrams.without(conditions.compile(rule.when, role), unless)
      })
      this.#conditions.set(rule.id, condition)
    }
    const norms = new Map(book.norms.map((norm) => [norm.id, norm]))
    for (const exception of book.exceptions) {
      making.counted(madeForRule(exception), () => this.#addException(exception, norms))
    }
  }

  /** Where the norm's own condition holds: its `when` and not its `unless`. */
  conditionOf(rule: NormId): Diagram {
    return known(this.#conditions, rule)
  }

  /** Where the condition of some norm holds to which the exception is effective. */
  someToLift(exception: Exception): Diagram {
    return known(this.#someToLift, exception.id)
  }

  /** Where a norm or an exception applies, for an act. */
  where(rule: Rule, act: string): Diagram {
    if (isException(rule)) return known(this.#exceptionApplies, rule.id)
    return this.#diagrams.without(
      this.conditionOf(rule.id),
      this.#diagrams.any(this.#lifting(rule, act).map((exception) => known(this.#exceptionApplies, exception.id))),
    )
  }

  /** The exceptions that may lift a norm for an act, and where they do. */
  liftingsOf(rule: Rule, act: string): Lifting[] {
    return this.#lifting(rule, act).map((exception) => ({
      exception: exception.id,
      norm: rule.id,
      where: this.#diagrams.and(known(this.#exceptionApplies, exception.id), this.conditionOf(rule.id)),
    }))
  }

  #lifting(rule: Rule, act: string): Exception[] {
    return (this.#exceptionsTo.get(rule.id) ?? []).filter(
      ({ forActs }) => forActs === undefined || forActs.some((general) => this.#acts.isKindOf(act, general)),
    )
  }

  #addException(exception: Exception, norms: ReadonlyMap<NormId, Norm>): void {
    const effective = exception.to.filter((id) => {
      const norm = norms.get(id)
      return norm !== undefined && (exception.rank <= norm.rank || norm.lowerMaySayOtherwise)
    })
    for (const id of effective) this.#exceptionsTo.set(id, [...(this.#exceptionsTo.get(id) ?? []), exception])
    const someNorm = this.#diagrams.any(effective.map((id) => this.conditionOf(id)))
    this.#someToLift.set(exception.id, someNorm)
    this.#exceptionApplies.set(exception.id, this.#diagrams.and(this.conditionOf(exception.id), someNorm))
  }
}

/** For each role that is decided: one and the same where no norm reads what is so of the actor. */
export function appliesByRole(
  diagrams: Diagrams,
  acts: Acts,
  conditions: Conditions,
  book: Book,
): ReadonlyMap<RoleId, Applies> {
  const roles = decidedRoles(book)
  const made = (role: RoleId) => new Applies(diagrams, acts, conditions, book, role)
  const isOfActor = rulesOf(book).some(
    ({ when, unless }) => conditions.readsActor(when) || (unless !== undefined && conditions.readsActor(unless)),
  )
  if (isOfActor) return new Map(roles.map((role) => [role, made(role)]))
  const [any] = roles
  if (any === undefined) return new Map()
  const shared = made(any)
  return new Map(roles.map((role) => [role, shared]))
}
