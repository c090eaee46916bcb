/** A condition as a yes-or-no diagram. */
import type { Book, Condition, DefineId, InputId } from '@remit/language/checked/tree.ts'
import { assert, known } from '../assert.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'
import { cellAbove, type Variable, widthOf } from './variables.ts'

/** Compiles conditions of one book; each define is compiled once. */
export class Conditions {
  readonly #diagrams: Diagrams
  readonly #variables: ReadonlyMap<InputId, Variable>
  readonly #defines = new Map<DefineId, Diagram>()

  constructor(diagrams: Diagrams, variables: readonly Variable[], book: Book) {
    this.#diagrams = diagrams
    this.#variables = new Map(variables.map((variable) => [variable.input.id, variable]))
    // A define names only defines before it, so each finds those that it needs.
    for (const define of book.defines) {
      if (this.#isUsed(define.when)) this.#defines.set(define.id, this.compile(define.when))
    }
  }

  compile(condition: Condition): Diagram {
    switch (condition.kind) {
      case 'all':
        return condition.of.reduce((all, part) => this.#diagrams.and(all, this.compile(part)), YES)
      case 'any':
        return condition.of.reduce((any, part) => this.#diagrams.or(any, this.compile(part)), NO)
      case 'not':
        return this.#diagrams.not(this.compile(condition.of))
      case 'define':
        return known(this.#defines, condition.define)
      case 'yes':
        return this.#test(condition.input, (cell) => cell === 1)
      case 'one-of':
        return this.#oneOf(condition.input, condition.values)
      case 'compare':
        return this.#compare(condition)
    }
  }

  /** A define that nothing uses may read inputs that are no variables; it is left out. */
  #isUsed(condition: Condition): boolean {
    switch (condition.kind) {
      case 'all':
      case 'any':
        return condition.of.every((part) => this.#isUsed(part))
      case 'not':
        return this.#isUsed(condition.of)
      case 'define':
        return this.#defines.has(condition.define)
      default:
        return this.#variables.has(condition.input)
    }
  }

  #oneOf(input: InputId, values: readonly string[]): Diagram {
    const variable = known(this.#variables, input)
    assert(variable.kind === 'one-of', `${input} is not one of several values`)
    const cells = new Set(values.map((value) => variable.cellOf.get(value)))
    return this.#test(input, (cell) => cells.has(cell))
  }

  #compare(condition: Condition & { readonly kind: 'compare' }): Diagram {
    const variable = known(this.#variables, condition.input)
    assert(variable.kind === 'number' || variable.kind === 'clock', `${condition.input} is no number and no clock`)
    const offset = variable.kind === 'clock' ? 1 : 0
    const above = cellAbove(variable.cuts, condition.is, condition.than) + offset
    const upwards = condition.is === 'at-least' || condition.is === 'more-than'
    return this.#test(condition.input, (cell) => cell >= offset && cell >= above === upwards)
  }

  #test(input: InputId, holds: (cell: number) => boolean): Diagram {
    const variable = known(this.#variables, input)
    const targets = Array.from({ length: widthOf(variable) }, (_, cell) => (holds(cell) ? YES : NO))
    return this.#diagrams.node(variable.index, targets)
  }
}
