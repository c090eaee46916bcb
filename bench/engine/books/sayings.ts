/** What the rules of a synthetic book say of each act, and whether they apply in a whole situation (section *What applies*). */
import type {
  Act,
  ActId,
  Condition,
  Exception,
  Norm,
  NormId,
  RoleId,
  Statement,
  StatementModality,
} from '@remit/language/checked/tree.ts'
import { holds, type Meaning, type Total } from './situations.ts'

export type Rule = Norm | Exception
export type Said = { readonly rule: Rule; readonly statement: Statement }

export const isException = (rule: Rule): rule is Exception => 'to' in rule
const isDuty = (modality: StatementModality) => modality === 'must' || modality === 'should'

export class Sayings {
  readonly norms = new Map<NormId, Norm>()
  readonly exceptions: Exception[] = []
  readonly #about = new Map<ActId, Said[]>()
  readonly #to = new Map<NormId, Exception[]>()
  readonly #meaning: Meaning
  readonly #generals: ReadonlyMap<ActId, readonly ActId[]>

  constructor(meaning: Meaning, acts: readonly Act[]) {
    this.#meaning = meaning
    this.#generals = new Map(acts.map(({ id, kindOf }) => [id, [id, ...kindOf]]))
  }

  /** Whether one act is the other or a kind of it; kinds have no kinds here. */
  isKindOf(act: ActId, general: ActId): boolean {
    return this.#generals.get(act)?.includes(general) === true
  }

  add(rule: Rule): void {
    if (isException(rule)) {
      this.exceptions.push(rule)
      for (const norm of rule.to) this.#to.set(norm, [...(this.#to.get(norm) ?? []), rule])
    } else this.norms.set(rule.id, rule)
    for (const statement of rule.statements)
      for (const act of this.spokenOf(statement))
        this.#about.set(act, [...(this.#about.get(act) ?? []), { rule, statement }])
  }

  /** Takes back the rule that was added last. */
  takeBack(rule: Rule): void {
    if (isException(rule)) {
      this.exceptions.pop()
      for (const norm of rule.to) this.#to.get(norm)?.pop()
    } else this.norms.delete(rule.id)
    for (const [act, said] of this.#about)
      this.#about.set(
        act,
        said.filter((each) => each.rule !== rule),
      )
  }

  /** The acts about which a statement speaks. */
  spokenOf({ modality, acts, otherThan }: Statement): readonly ActId[] {
    if (isDuty(modality)) return acts
    const isSpokenOf = (act: ActId) =>
      acts.includes(act) ||
      (acts.some((general) => this.isKindOf(act, general)) && !otherThan.some((other) => this.isKindOf(act, other)))
    return [...this.#generals.keys()].filter(isSpokenOf)
  }

  /** The statements that speak about a role and an act. */
  about(role: RoleId, act: ActId): readonly Said[] {
    return (this.#about.get(act) ?? []).filter(
      ({ statement: { roles, modality } }) => roles.includes(role) || (!isDuty(modality) && roles.includes('agency')),
    )
  }

  /** The statements that speak about an act to anybody. */
  aboutAct(act: ActId): readonly Said[] {
    return this.#about.get(act) ?? []
  }

  /** Whether a rule's `when` holds and its `unless` does not. */
  isMet({ when, unless }: { readonly when: Condition; readonly unless?: Condition }, total: Total): boolean {
    return holds(this.#meaning, total, when) && (unless === undefined || !holds(this.#meaning, total, unless))
  }

  applies(rule: Rule, act: ActId, total: Total): boolean {
    if (isException(rule)) return this.#fires(rule, total)
    if (!this.isMet(rule, total)) return false
    return !(this.#to.get(rule.id) ?? []).some((each) => this.#lifts(each, act) && this.#fires(each, total))
  }

  #fires(exception: Exception, total: Total): boolean {
    const isOfSome = exception.to.some((id) => {
      const norm = this.norms.get(id)
      return norm !== undefined && this.isMet(norm, total)
    })
    return isOfSome && this.isMet(exception, total)
  }

  #lifts({ forActs }: Exception, act: ActId): boolean {
    return forActs === undefined || forActs.some((general) => this.isKindOf(act, general))
  }
}
