/** Which variables a book has: one for each input that one of its conditions reads, whoever is decided. */
import {
  type Book,
  type Condition,
  type Input,
  type InputId,
  inputOf,
  type RoleId,
} from '@remit/language/checked/tree.ts'
import { assert, at } from '../assert.ts'
import { type Cut, cutOf, sortedCuts } from './cuts.ts'
import { decidedRoles } from './speaks.ts'
import type { Variable } from './variables.ts'

/**
 * The variables of one book, or those that several share, in the order in which diagrams test them. Each input has the
 * declaration of the first book that has it; values that only a later one has follow (see {@link ownVariables}).
 */
export function variablesOf(books: readonly Book[]): Variable[] {
  const inputs = new Map<InputId, Input>()
  for (const input of books.flatMap((book) => book.inputs)) {
    const before = inputs.get(input.id)
    inputs.set(input.id, before === undefined ? input : withValuesOf(before, input))
  }
  return [...new Uses(books).found].map(([id, use], index) => {
    const input = inputs.get(id)
    assert(input !== undefined, `a condition reads ${id}, which the book does not declare`)
    return variableOf(input, use, index)
  })
}

function withValuesOf(input: Input, other: Input): Input {
  assert(input.kind === other.kind, `${input.id} is ${input.kind} in one book and ${other.kind} in another`)
  if (input.kind !== 'one-of' || other.kind !== 'one-of') return input
  const own = new Set(input.values.map(({ id }) => id))
  return { ...input, values: [...input.values, ...other.values.filter(({ id }) => !own.has(id))] }
}

/** The same variables in another order: at each place one that stood at the place given there. */
export function reordered(variables: readonly Variable[], order: readonly number[]): Variable[] {
  return order.map((place, index) => ({ ...at(variables, place), index }))
}

/** Shared variables as one book declares them: its own words, first values and values. */
export function ownVariables(shared: readonly Variable[], book: Book): Variable[] {
  const inputs = new Map(book.inputs.map((input) => [input.id, input]))
  return shared.map((variable) => {
    const input = inputs.get(variable.input.id)
    if (input === undefined || input === variable.input) return variable
    if (variable.kind !== 'one-of' || input.kind !== 'one-of') return { ...variable, input }
    const own = new Set(input.values.map(({ id }) => id))
    const cellOf = new Map([...variable.cellOf].filter(([value]) => own.has(value)))
    return { ...variable, input, cellOf, members: variable.members.map((cell) => cell.filter((id) => own.has(id))) }
  })
}

type Use = { readonly groups: Set<readonly string[]>; readonly cuts: Cut[] }

function variableOf(input: Input, use: Use, index: number): Variable {
  switch (input.kind) {
    case 'yes-no':
      return { index, input, kind: 'yes-no' }
    case 'one-of': {
      const values = input.values.map((value) => value.id)
      return { index, input, kind: 'one-of', ...classesOf(values, [...use.groups]) }
    }
    case 'number':
    case 'clock':
      return { index, input, kind: input.kind, cuts: sortedCuts(use.cuts) }
  }
}

/** The classes of values that no group tells apart: the class of each value, and the values of each class. */
export function classesOf(values: readonly string[], groups: readonly (readonly string[])[]) {
  const cellOf = new Map<string, number>()
  const cells = new Map<string, string[]>()
  for (const value of values) {
    const signature = groups.map((group) => (group.includes(value) ? 1 : 0)).join('')
    const members = cells.get(signature) ?? []
    cells.set(signature, members)
    members.push(value)
    cellOf.set(value, [...cells.keys()].indexOf(signature))
  }
  return { cellOf, members: [...cells.values()] }
}

/**
 * How conditions use each input, in the order of first use: urgent and general things first, because norms of a higher
 * force come first and what they read is read by most pairs. What is asked of a list stands last: it bears on what is
 * possible, even where no condition reads it.
 */
class Uses {
  readonly found = new Map<InputId, Use>()
  #roles: readonly RoleId[] = []
  #defines: ReadonlyMap<string, Condition> = new Map()

  constructor(books: readonly Book[]) {
    for (const book of books) {
      this.#roles = decidedRoles(book)
      this.#defines = new Map(book.defines.map((define) => [define.id, define.when]))
      for (const condition of conditionsOf(book)) this.#visit(condition)
    }
    for (const input of books.flatMap((book) => book.inputs)) {
      if (input.kind === 'yes-no' && input.of.kind === 'some') this.#usesOf(input.id)
    }
  }

  #visit(condition: Condition): void {
    switch (condition.kind) {
      case 'all':
      case 'any':
        for (const part of condition.of) this.#visit(part)
        return
      case 'not':
        this.#visit(condition.of)
        return
      case 'define': {
        const when = this.#defines.get(condition.define)
        assert(when !== undefined, `a condition names ${condition.define}, which the book does not define`)
        this.#visit(when)
        return
      }
      case 'yes':
        this.#usesOf(condition.input)
        return
      case 'one-of':
        for (const use of this.#usesOf(condition.input)) use.groups.add(condition.values)
        return
      case 'compare':
        for (const use of this.#usesOf(condition.input)) use.cuts.push(cutOf(condition.is, condition.than))
        return
    }
  }

  /** One use, or one for each role that may be the one that is decided. */
  #usesOf(input: InputId): Use[] {
    const ids = input.includes('*') ? this.#roles.map((role) => inputOf(input, role)) : [input]
    return ids.map((id) => {
      const use = this.found.get(id) ?? { groups: new Set(), cuts: [] }
      this.found.set(id, use)
      return use
    })
  }
}

/** Every condition of a book but those of its defines: those of a higher force first. */
export function* conditionsOf(book: Book): Iterable<Condition> {
  for (const norm of [...book.norms, ...book.exceptions].sort((a, b) => a.rank - b.rank)) {
    yield norm.when
    if (norm.unless !== undefined) yield norm.unless
  }
  for (const act of book.acts) if (act.arisesWhen !== undefined) yield act.arisesWhen
  for (const never of book.nevers) yield never.when
  for (const invariant of book.invariants) yield invariant.when
  for (const choice of book.choices) yield choice.when
}
