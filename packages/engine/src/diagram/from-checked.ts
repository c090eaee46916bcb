/** Compiles a checked book to decision diagrams, one for each role and act (section *Compilation*). */

import type { ListId } from '@remit/language/checked/lists.ts'
import type { ActId, Book, DocumentHeader, DocumentId, InputId, RoleId } from '@remit/language/checked/tree.ts'
import { assert, at } from '../assert.ts'
import { actsOf } from './acts.ts'
import { appliesByRole, madeForRule } from './applies.ts'
import { Conditions } from './conditions.ts'
import { type Diagram, Diagrams, LIMITS, type Limits, NO, TooLarge, VARIABLES_MAX, YES } from './diagrams.ts'
import { dutiesOf, type PairDuties } from './duties.ts'
import { entriesOf } from './entries.ts'
import type { MadeFor } from './making.ts'
import { type Attempt, inSomeOrder, siftedOrder } from './order/in-some-order.ts'
import { readTogether, widest } from './order/read-together.ts'
import { Outcomes } from './outcomes.ts'
import { type PairBase, pairsOf, type Workshop } from './pair.ts'
import { pack, type Table } from './table.ts'
import { type TimeReaders, timeReaders } from './time-readers.ts'
import { cellOf, firstValueOf, type Variable, widthOf } from './variables.ts'
import { ownVariables, reordered, variablesOf } from './variables-of.ts'

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

/** A limit was met in every order of variables that was tried; the orders have to be made simpler, or split. */
export type TooLargeRefusal = {
  readonly kind: 'refused'
  readonly refusal: 'book too large'
  readonly limits: Limits
  /** The declaration for which most of the work was done. */
  readonly costliest?: MadeFor
}
export type Compilation = { readonly kind: 'compiled'; readonly compiled: Compiled } | TooLargeRefusal

export type JointCompilation =
  /** In the order of the books. Two of them are not asked at once. */
  | { readonly kind: 'compiled'; readonly compiled: readonly Compiled[] }
  | TooLargeRefusal
  /** Inputs that are, say, yes or no in one book and a number in another: no situation means the same to both. */
  | { readonly kind: 'refused'; readonly refusal: 'declared otherwise'; readonly inputs: readonly InputId[] }

/** Compiles a book, within limits of size and of time; never for a book with an error. */
export function compile(book: Book, limits = LIMITS): Compilation {
  const compilation = compileTogether([book], limits)
  if (compilation.kind === 'compiled') return { kind: 'compiled', compiled: at(compilation.compiled, 0) }
  assert(compilation.refusal !== 'declared otherwise', 'a book declares each input once')
  return compilation
}

/**
 * Compiles a book for keeping or sending: in the order of variables in which its answers need the least room, as far as
 * a search finds it, which takes longer than compiling does.
 */
export function compileSmall(book: Book, limits = LIMITS): Compilation {
  const compilation = compile(book, limits)
  if (compilation.kind === 'refused') return compilation
  const { variables, diagrams, pairs, table } = compilation.compiled
  const roots = pairs.map((pair) => pair.outcome)
  const again = compileInOrder(book, reordered(variables, siftedOrder(diagrams, roots, variables.length)), limits)
  const isSmaller = again.kind === 'compiled' && again.compiled.table.nodes.length < table.nodes.length
  return isSmaller ? again : compilation
}

/** Compiles a book over its variables in the order given; the answers are the same in every order. */
export function compileInOrder(book: Book, variables: readonly Variable[], limits = LIMITS): Compilation {
  const attempt = compileWithin([book], variables, limits)
  if (attempt.kind === 'too large') return tooLarge(limits, attempt.diagrams.making.costliest)
  return { kind: 'compiled', compiled: at(attempt.result, 0) }
}

/**
 * Compiles several books over the same variables, diagrams and outcomes, so that two of them say the same about a role
 * and an act exactly where their diagrams are equal numbers. A value of a fact for which a book has no word is
 * impossible in it.
 */
export function compileTogether(books: readonly Book[], limits = LIMITS): JointCompilation {
  const inputs = declaredOtherwise(books)
  if (inputs.length > 0) return { kind: 'refused', refusal: 'declared otherwise', inputs }
  const variables = variablesOf(books)
  const readings = books.reduce((sum, book) => sum + book.unsettled.length, 0)
  if (variables.length + readings > VARIABLES_MAX) {
    const rule = widest(books, variables)
    return tooLarge(limits, rule === undefined ? undefined : madeForRule(rule))
  }
  const attempt = inSomeOrder(
    {
      count: variables.length,
      groups: () => readTogether(books, variables),
      build: (order, within) => compileWithin(books, reordered(variables, order), within),
    },
    limits,
  )
  if (attempt.kind === 'too large') return tooLarge(limits, attempt.diagrams.making.costliest)
  // What was left of the limits of the build is not all that its questions may take.
  for (const { diagrams } of attempt.result) diagrams.allow(limits)
  return { kind: 'compiled', compiled: attempt.result }
}

function tooLarge(limits: Limits, costliest?: MadeFor): TooLargeRefusal {
  return { kind: 'refused', refusal: 'book too large', limits, ...(costliest === undefined ? {} : { costliest }) }
}

function declaredOtherwise(books: readonly Book[]): InputId[] {
  const kinds = new Map<InputId, string>()
  const other = new Set<InputId>()
  for (const { id, kind } of books.flatMap((book) => book.inputs)) {
    if (kinds.has(id) && kinds.get(id) !== kind) other.add(id)
    kinds.set(id, kind)
  }
  return [...other].sort()
}

/** INVARIANT: the variables of readings stand last, because a situation has a cell only for what stands before them. */
function compileWithin(books: readonly Book[], shared: readonly Variable[], limits: Limits): Attempt<Compiled[]> {
  const readings = books.flatMap((book) => book.unsettled.map(() => 2))
  const diagrams = new Diagrams([...shared.map(widthOf), ...readings], limits)
  const outcomes = new Outcomes()
  let firstReading = shared.length
  try {
    const result = books.map((book) => {
      const variables = ownVariables(shared, book)
      const compiled = compileOver(book, variables, { diagrams, outcomes, firstReading })
      firstReading += book.unsettled.length
      return compiled
    })
    return { kind: 'made', result }
  } catch (error) {
    if (error instanceof TooLarge) return { kind: 'too large', diagrams }
    throw error
  }
}

function compileOver(
  book: Book,
  variables: readonly Variable[],
  store: Pick<Workshop, 'diagrams' | 'outcomes' | 'firstReading'>,
): Compiled {
  const { diagrams, outcomes } = store
  const conditions = new Conditions(diagrams, variables, book)
  const acts = actsOf(book)
  const applies = appliesByRole(diagrams, acts, conditions, book)
  const workshop = { book, acts, conditions, applies, ...store }
  const bases = pairsOf(workshop)
  const duties = dutiesOf(workshop, bases)
  const pairs = bases.map((base, index) => ({ ...base, ...at(duties, index), index }))
  const variableOf = new Map(variables.map((variable) => [variable.input.id, variable]))
  const nevers = book.nevers.map((never) =>
    diagrams.making.of({ what: 'never', name: never.words, span: never.span }, () =>
      conditions.forSomeRole(never.when),
    ),
  )
  const entries = entriesOf(diagrams, variableOf, book)
  const possible = possibleIn(diagrams, variables, { entries, nevers })
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

function possibleIn(
  diagrams: Diagrams,
  variables: readonly Variable[],
  { entries, nevers }: Pick<Compiled, 'entries' | 'nevers'>,
): Diagram {
  const answerable = [...entries.values()].reduce((all, one) => diagrams.and(all, one), YES)
  const inOwnWords = variables.reduce((all, variable) => diagrams.and(all, ownCells(diagrams, variable)), answerable)
  return nevers.reduce((all, never) => diagrams.without(all, never), inOwnWords)
}

/** Where a one-of has a value for which the book has a word: everywhere, unless it shares its variables. */
function ownCells(diagrams: Diagrams, variable: Variable): Diagram {
  if (variable.kind !== 'one-of' || variable.members.every((cell) => cell.length > 0)) return YES
  return diagrams.node(
    variable.index,
    variable.members.map((cell) => (cell.length > 0 ? YES : NO)),
  )
}

/** The cells of a situation in which nothing is reported. */
export function firstCellsOf(variables: readonly Variable[], diagrams: Diagrams): Int32Array {
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
