/** Compiles a checked book to decision diagrams, one for each role and act (section *Compilation*). */

import type { ListId } from '@remit/language/checked/lists.ts'
import type { ActId, Book, DocumentHeader, DocumentId, InputId, RoleId } from '@remit/language/checked/tree.ts'
import { at } from '../assert.ts'
import { actsOf } from './acts.ts'
import { appliesByRole } from './applies.ts'
import { Conditions } from './conditions.ts'
import { type Diagram, Diagrams, STEPS_MAX, TABLE_SIZE_MAX, TooLarge, YES } from './diagrams.ts'
import { dutiesOf, type PairDuties } from './duties.ts'
import { entriesOf } from './entries.ts'
import { Outcomes } from './outcomes.ts'
import { type PairBase, pairsOf, type Workshop } from './pair.ts'
import { pack, type Table } from './table.ts'
import { type TimeReaders, timeReaders } from './time-readers.ts'
import { cellOf, firstValueOf, type Variable, widthOf } from './variables.ts'
import { variablesOf } from './variables-of.ts'

/** A role and an act about which the book says something. */
export type CompiledPair = PairBase & PairDuties & { readonly index: number }

/** A book that can be asked. It keeps scratch space, so two questions are not asked of it at once. */
export type Compiled = Workshop & {
  readonly variables: readonly Variable[]
  readonly variableOf: ReadonlyMap<InputId, Variable>
  readonly documents: ReadonlyMap<DocumentId, DocumentHeader>
  /** In order of role and act. */
  readonly pairs: readonly CompiledPair[]
  /** Places in `pairs`, by `role act`. */
  readonly places: ReadonlyMap<string, number>
  /** Where no `never` is broken, for any role, and for each list entries could give the answers. */
  readonly possible: Diagram
  /** For each `never` of the book, where it is broken. */
  readonly nevers: readonly Diagram[]
  /** For each list that something is asked about, where entries could give the answers. */
  readonly entries: ReadonlyMap<ListId, Diagram>
  readonly table: Table
  /** For each outcome of the table, its modality's place in `MODALITIES`. */
  readonly modalities: Uint8Array
  readonly timeReaders: TimeReaders
  /** The cells of a situation in which nothing is reported. */
  readonly firstCells: Int32Array
}

export type Compilation =
  | { readonly kind: 'compiled'; readonly compiled: Compiled }
  /** The diagrams would be larger than `sizeMax`; the orders have to be made simpler, or split. */
  | { readonly kind: 'refused'; readonly refusal: 'book too large'; readonly sizeMax: number }

/** Compiles a book, within limits of size and of time; never for a book with an error. */
export function compile(book: Book, limits = { size: TABLE_SIZE_MAX, steps: STEPS_MAX }): Compilation {
  try {
    return { kind: 'compiled', compiled: compileWithin(book, limits) }
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'refused', refusal: 'book too large', sizeMax: limits.size }
    throw error
  }
}

function compileWithin(book: Book, limits: { readonly size: number; readonly steps: number }): Compiled {
  const variables = variablesOf(book)
  const diagrams = new Diagrams([...variables.map(widthOf), ...book.unsettled.map(() => 2)], limits)
  const conditions = new Conditions(diagrams, variables, book)
  const acts = actsOf(book)
  const applies = appliesByRole(diagrams, acts, conditions, book)
  const outcomes = new Outcomes()
  const workshop = { book, diagrams, outcomes, acts, conditions, applies, firstReading: variables.length }
  const bases = pairsOf(workshop)
  const duties = dutiesOf(workshop, bases)
  const pairs = bases.map((base, index) => ({ ...base, ...at(duties, index), index }))
  const variableOf = new Map(variables.map((variable) => [variable.input.id, variable]))
  const nevers = book.nevers.map((never) => conditions.forSomeRole(never.when))
  const entries = entriesOf(diagrams, variableOf, book)
  const answerable = [...entries.values()].reduce((all, one) => diagrams.and(all, one), YES)
  const possible = nevers.reduce((all, never) => diagrams.without(all, never), answerable)
  return {
    ...workshop,
    variables,
    variableOf,
    documents: new Map(book.documents.map((document) => [document.id, document])),
    pairs,
    places: new Map(pairs.map(({ role, act, index }) => [`${role} ${act}`, index])),
    nevers,
    entries,
    possible,
    table: pack(
      diagrams,
      pairs.map((pair) => pair.outcome),
    ),
    modalities: outcomes.modalities(),
    timeReaders: timeReaders(diagrams, variables, pairs, possible),
    firstCells: firstCellsOf(variables, diagrams),
  }
}

function firstCellsOf(variables: readonly Variable[], diagrams: Diagrams): Int32Array {
  const cells = new Int32Array(diagrams.widths.length).fill(-1)
  for (const variable of variables) {
    const first = firstValueOf(variable.input)
    if (first !== undefined) cells[variable.index] = cellOf(variable, first)
  }
  return cells
}

/** The pair's place in `compiled.pairs`, or -1 where the book never says anything about it. */
export function pairIndex(compiled: Compiled, role: RoleId, act: ActId): number {
  return compiled.places.get(`${role} ${act}`) ?? -1
}
