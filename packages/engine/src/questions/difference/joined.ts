/** Two books that were compiled together, as one: the words that both have, and what is possible in both. */
import { at } from '../../assert.ts'
import { type Diagram, NO, YES } from '../../diagram/diagrams.ts'
import type { Compiled } from '../../diagram/from-checked.ts'
import type { Variable } from '../../diagram/variables.ts'
import type { Side } from '../diff.ts'

export type Joined = Readonly<Record<Side, Compiled>> & {
  readonly diagrams: Compiled['diagrams']
  /** Where every value is one that both books have a word for. */
  readonly spoken: Diagram
  /** The variables of which both books have the same values. */
  readonly alike: ReadonlySet<number>
  /** Whole situations that both books have words for and hold possible. */
  readonly care: Diagram
  /** Where only one of them does: over the facts and values that both know. */
  readonly only: Readonly<Record<Side, Diagram>>
  /** Where one of them does, or both: over the same. */
  readonly either: Diagram
  /** The later book, with the values that both know and the first values on which both agree: to find examples with. */
  readonly shared: Compiled
}

/** INVARIANT of the caller: the books come from one `compileTogether`. */
export function join(before: Compiled, after: Compiled): Joined {
  const { diagrams } = after
  const variables = after.variables.map((variable, index) => sharedVariable(variable, at(before.variables, index)))
  const spoken = variables.reduce((all, variable) => diagrams.and(all, whereSpoken(diagrams, variable)), YES)
  const shown = (compiled: Compiled) => diagrams.and(compiled.possible, spoken)
  const known = { before: ofBoth(shown(before), before, after), after: ofBoth(shown(after), before, after) }
  return {
    before,
    after,
    diagrams,
    spoken,
    alike: new Set(
      variables
        .filter((shared, index) => isAlike(shared, at(before.variables, index), at(after.variables, index)))
        .map(({ index }) => index),
    ),
    care: diagrams.and(shown(before), shown(after)),
    only: {
      before: diagrams.without(known.before, known.after),
      after: diagrams.without(known.after, known.before),
    },
    either: diagrams.or(known.before, known.after),
    shared: { ...after, variables, firstCells: agreedCells(before, after) },
  }
}

/** A cell of a one-of holds the values that both books have a word for. */
function sharedVariable(variable: Variable, other: Variable): Variable {
  if (variable.kind !== 'one-of' || other.kind !== 'one-of') return variable
  const members = variable.members.map((cell, index) => cell.filter((id) => at(other.members, index).includes(id)))
  return { ...variable, members }
}

function isAlike(shared: Variable, ...books: readonly Variable[]): boolean {
  const valuesOf = (variable: Variable) => (variable.kind === 'one-of' ? variable.members.flat().length : 0)
  return books.every((variable) => valuesOf(variable) === valuesOf(shared))
}

function whereSpoken(diagrams: Compiled['diagrams'], variable: Variable): Diagram {
  if (variable.kind !== 'one-of' || variable.members.every((cell) => cell.length > 0)) return YES
  return diagrams.node(
    variable.index,
    variable.members.map((cell) => (cell.length > 0 ? YES : NO)),
  )
}

/** What is left of a yes-or-no diagram when a fact that only one book knows may be anything. */
function ofBoth(where: Diagram, before: Compiled, after: Compiled): Diagram {
  const known = [before, after].map(({ book }) => new Set(book.inputs.map(({ id }) => id)))
  return after.variables
    .filter(({ input }) => !known.every((ids) => ids.has(input.id)))
    .reduce((left, { index }) => after.diagrams.exists(left, index), where)
}

function agreedCells({ firstCells }: Compiled, other: Compiled): Int32Array {
  return firstCells.map((cell, variable) => (cell === other.firstCells[variable] ? cell : -1))
}
