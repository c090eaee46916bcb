/** Where the norms and exceptions of a book apply, as formulas (section *What applies*). */
import type { ActId, Book, Exception, Norm, NormId, RoleId, Statement } from '@remit/language/checked/tree.ts'
import { isOrIsKindOf } from '@remit/reference/speaks.ts'
import type { ConditionFormulas } from './conditions.ts'
import { FALSE, type Formula, type Formulas } from './formulas.ts'

export type Rule = Norm | Exception
export type Spoken = { readonly rule: Rule; readonly statement: Statement; readonly applies: Formula }

const isDuty = ({ modality }: Statement) => modality === 'must' || modality === 'should'
export const isException = (rule: Rule): rule is Exception => 'to' in rule

export class RuleFormulas {
  readonly #f: Formulas
  readonly #book: Book
  readonly #conditions: ConditionFormulas
  readonly #norms: ReadonlyMap<NormId, Norm>

  constructor(f: Formulas, book: Book, conditions: ConditionFormulas) {
    this.#f = f
    this.#book = book
    this.#conditions = conditions
    this.#norms = new Map(book.norms.map((norm) => [norm.id, norm]))
  }

  /** Where the `when` of a rule holds and its `unless` does not. */
  met({ when, unless }: Rule, role: RoleId): Formula {
    const holds = this.#conditions.of(when, role)
    return unless === undefined ? holds : this.#f.without(holds, this.#conditions.of(unless, role))
  }

  applies(rule: Rule, role: RoleId, act: ActId): Formula {
    if (isException(rule)) return this.#fires(rule, role)
    const lifting = this.#book.exceptions.filter(
      (exception) =>
        this.#effectiveTo(exception).includes(rule) &&
        (exception.forActs === undefined ||
          exception.forActs.some((general) => isOrIsKindOf(this.#book, act, general))),
    )
    return this.#f.without(
      this.met(rule, role),
      this.#f.or(...lifting.map((exception) => this.#fires(exception, role))),
    )
  }

  #fires(exception: Exception, role: RoleId): Formula {
    const norms = this.#effectiveTo(exception).map((norm) => this.met(norm, role))
    return this.#f.and(this.met(exception, role), this.#f.or(...norms))
  }

  #effectiveTo({ to, rank }: Exception): readonly Norm[] {
    return to
      .flatMap((id) => this.#norms.get(id) ?? [])
      .filter((norm) => rank <= norm.rank || norm.lowerMaySayOtherwise)
  }

  /** Statements that speak about a pair and can apply, in order of force. */
  about(role: RoleId, act: ActId): readonly Spoken[] {
    return [...this.#book.norms, ...this.#book.exceptions]
      .flatMap((rule) =>
        rule.statements
          .filter((statement) => this.speaksTo(statement, role) && this.#names(statement, act))
          .map((statement) => ({ rule, statement, applies: this.applies(rule, role, act) })),
      )
      .filter(({ applies }) => applies !== FALSE)
      .toSorted((one, other) => one.rule.rank - other.rule.rank)
  }

  speaksTo(statement: Statement, role: RoleId): boolean {
    if (statement.roles.includes(role)) return true
    return !isDuty(statement) && this.#book.roles.some(({ id, agency }) => agency && statement.roles.includes(id))
  }

  #names(statement: Statement, act: ActId): boolean {
    if (statement.acts.includes(act)) return true
    if (isDuty(statement)) return false
    const isOf = (general: ActId) => isOrIsKindOf(this.#book, act, general)
    return statement.acts.some(isOf) && !statement.otherThan.some(isOf)
  }
}
