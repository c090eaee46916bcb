/** A condition as a yes-or-no diagram. */
import {
  type Book,
  type Condition,
  type DefineId,
  type InputId,
  inputOf,
  type RoleId,
} from '@remit/language/checked/tree.ts'
import { assert, known } from '../assert.ts'
import { cellAbove } from './cuts.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'
import { decidedRoles } from './speaks.ts'
import { type Variable, widthOf } from './variables.ts'

/**
 * Compiles conditions of one book. Each define is compiled once; one that reads what is so of the actor is compiled once
 * for each role that is decided.
 */
export class Conditions {
  readonly #diagrams: Diagrams
  readonly #variables: ReadonlyMap<InputId, Variable>
  readonly #roles: readonly RoleId[]
  /** By define, or by define and role. */
  readonly #defines = new Map<string, Diagram>()
  readonly #ofActor = new Set<DefineId>()

  constructor(diagrams: Diagrams, variables: readonly Variable[], book: Book) {
    this.#diagrams = diagrams
    this.#variables = new Map(variables.map((variable) => [variable.input.id, variable]))
    this.#roles = decidedRoles(book)
    // A define names only defines before it, so each finds those that it needs.
    for (const define of book.defines) {
      if (this.readsActor(define.when)) this.#ofActor.add(define.id)
      for (const role of this.#rolesFor(define.when)) {
        if (!this.#isUsed(define.when, role)) continue
        const madeFor = { what: 'define', name: define.id, span: define.span }
        const made = diagrams.making.of(madeFor, () => this.compile(define.when, role))
        this.#defines.set(this.#keyOf(define.id, role), made)
      }
    }
  }

  /** Where the condition holds when `role` is decided. */
  compile(condition: Condition, role: RoleId): Diagram {
    switch (condition.kind) {
      case 'all':
        // From the last to the first, because variables stand in the order of first use: each part then stands on top.
        return condition.of.reduceRight((all, part) => this.#diagrams.and(this.compile(part, role), all), YES)
      case 'any':
        return condition.of.reduceRight((any, part) => this.#diagrams.or(this.compile(part, role), any), NO)
      case 'not':
        return this.#diagrams.not(this.compile(condition.of, role))
      case 'define':
        return known(this.#defines, this.#keyOf(condition.define, role))
      case 'yes':
        return this.#test(inputOf(condition.input, role), (cell) => cell === 1)
      case 'one-of':
        return this.#oneOf(inputOf(condition.input, role), condition.values)
      case 'compare':
        return this.#compare(condition, role)
    }
  }

  /** Where the condition holds whichever role is decided: for some role. */
  forSomeRole(condition: Condition): Diagram {
    return this.#diagrams.any(this.#rolesFor(condition).map((role) => this.compile(condition, role)))
  }

  /** Whether it can hold for one role and not for another. */
  readsActor(condition: Condition): boolean {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return condition.of.some((part) => this.readsActor(part))
      case 'not':
        return this.readsActor(condition.of)
      case 'define':
        return this.#ofActor.has(condition.define)
      default:
        return condition.input.includes('*')
    }
  }

  /** The roles for which it has to be compiled: any one role, where it is the same for all. */
  #rolesFor(condition: Condition): readonly RoleId[] {
    return this.readsActor(condition) ? this.#roles : this.#roles.slice(0, 1)
  }

  #keyOf(define: DefineId, role: RoleId): string {
    return this.#ofActor.has(define) ? `${define} of ${role}` : define
  }

  /** A define that nothing uses may read inputs that are no variables; it is left out. */
  #isUsed(condition: Condition, role: RoleId): boolean {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return condition.of.every((part) => this.#isUsed(part, role))
      case 'not':
        return this.#isUsed(condition.of, role)
      case 'define':
        return this.#defines.has(this.#keyOf(condition.define, role))
      default:
        return this.#variables.has(inputOf(condition.input, role))
    }
  }

  #oneOf(input: InputId, values: readonly string[]): Diagram {
    const variable = known(this.#variables, input)
    assert(variable.kind === 'one-of', `${input} is not one of several values`)
    const cells = new Set(values.map((value) => variable.cellOf.get(value)))
    return this.#test(input, (cell) => cells.has(cell))
  }

  #compare({ input: named, is, than }: Condition & { readonly kind: 'compare' }, role: RoleId): Diagram {
    const input = inputOf(named, role)
    const variable = known(this.#variables, input)
    assert(variable.kind === 'number' || variable.kind === 'clock', `${input} is no number and no clock`)
    const offset = variable.kind === 'clock' ? 1 : 0
    const above = cellAbove(variable.cuts, is, than) + offset
    const upwards = is === 'at-least' || is === 'more-than'
    return this.#test(input, (cell) => cell >= offset && cell >= above === upwards)
  }

  #test(input: InputId, holds: (cell: number) => boolean): Diagram {
    const variable = known(this.#variables, input)
    const targets = Array.from({ length: widthOf(variable) }, (_, cell) => (holds(cell) ? YES : NO))
    return this.#diagrams.node(variable.index, targets)
  }
}
