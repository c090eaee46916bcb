/**
 * Which answers about the entries of a list are possible together (decision 5, reading 4).
 *
 * A set of answers is possible exactly when each *yes* has an entry that fits it and fits none that is *no*. Entries that
 * the tests do not tell apart are one kind of entry; all that matters of a kind is which inputs it fits.
 */

import type { Field, FieldTest, List, ListId } from '@remit/language/checked/lists.ts'
import type { Book, InputId } from '@remit/language/checked/tree.ts'
import { known } from '../assert.ts'
import { between, type Cut, compares, cutOf, sortedCuts } from './cuts.ts'
import { type Diagram, type Diagrams, NO, YES } from './diagrams.ts'
import type { Variable } from './variables.ts'
import { classesOf } from './variables-of.ts'

/** A question about the entries of one list: whether some entry fits. */
export type Some = { readonly id: InputId; readonly tests: readonly FieldTest[] }
/** Of what a kind of entry is made: a value for each field that some test looks at. */
export type EntryKind = ReadonlyMap<string, boolean | string | number>

/** For each list of the book that something is asked about, where entries could give the answers. */
export function entriesOf(
  diagrams: Diagrams,
  variableOf: ReadonlyMap<InputId, Variable>,
  book: Book,
): ReadonlyMap<ListId, Diagram> {
  const found = new Map<ListId, Diagram>()
  for (const list of book.lists) {
    const asked = askedOf(book, list.id)
    if (asked.length === 0) continue
    const madeFor = { what: 'list', name: list.id, span: list.span }
    const possible = diagrams.making.of(madeFor, () => possibleAnswers(diagrams, variableOf, list, asked))
    found.set(list.id, possible)
  }
  return found
}

/** What the book asks about a list, in order of id. */
export function askedOf(book: Book, list: ListId): Some[] {
  return book.inputs.flatMap((input) =>
    input.kind === 'yes-no' && input.of.kind === 'some' && input.of.list === list
      ? [{ id: input.id, tests: input.of.tests }]
      : [],
  )
}

function possibleAnswers(
  diagrams: Diagrams,
  variableOf: ReadonlyMap<InputId, Variable>,
  list: List,
  asked: readonly Some[],
): Diagram {
  const isYes = asked.map(({ id }) => diagrams.node(known(variableOf, id).index, [NO, YES]))
  const kinds = fitsOf(list, asked)
  let possible: Diagram = YES
  for (const [index, yes] of isYes.entries()) {
    const fitting = leastOf(kinds.filter((fits) => fits.includes(index)))
    const hasEntry = fitting.map((fits) => fits.reduce((all, each) => diagrams.and(all, isYes[each] ?? NO), YES))
    possible = diagrams.and(possible, diagrams.or(diagrams.not(yes), diagrams.any(hasEntry)))
  }
  return possible
}

/** For each different kind of entry the places of the questions that it fits, in order. */
function fitsOf(list: List, asked: readonly Some[]): (readonly number[])[] {
  const different = new Map<string, readonly number[]>()
  for (const kind of kindsOf(list, asked)) {
    const fits = asked.flatMap(({ tests }, index) =>
      tests.every((test) => meets(kind.get(test.field), test) === true) ? [index] : [],
    )
    different.set(fits.join(), fits)
  }
  return [...different.values()]
}

/** A kind that fits all that another fits, and more, gives no answer that the other does not give. */
function leastOf(kinds: readonly (readonly number[])[]): (readonly number[])[] {
  const least: (readonly number[])[] = []
  for (const fits of kinds.toSorted((a, b) => a.length - b.length)) {
    if (!least.some((less) => less.every((each) => fits.includes(each)))) least.push(fits)
  }
  return least
}

/** Every kind of entry that the tests tell apart; the checker sees to it that they are at most 4,096. */
export function kindsOf(list: List, asked: readonly Some[]): EntryKind[] {
  let kinds: EntryKind[] = [new Map()]
  for (const field of list.fields) {
    const tests = asked.flatMap((some) => some.tests.filter((test) => test.field === field.id))
    if (tests.length === 0) continue
    const values = valuesOf(field, tests)
    kinds = kinds.flatMap((kind) => values.map((value) => new Map(kind).set(field.id, value)))
  }
  return kinds
}

/** One value of each class that the tests of a field tell apart. */
function valuesOf(field: Field, tests: readonly FieldTest[]): (boolean | string | number)[] {
  switch (field.kind) {
    case 'yes-no':
      return [false, true]
    case 'one-of': {
      const values = field.values.map(({ id }) => id)
      const groups = tests.flatMap((test) => (test.kind === 'one-of' ? [test.values] : []))
      return classesOf(values, groups).members.flatMap(([first]) => (first === undefined ? [] : [first]))
    }
    case 'number': {
      const all: Cut[] = tests.flatMap((test) => (test.kind === 'compare' ? [cutOf(test.is, test.than)] : []))
      const cuts = sortedCuts(all)
      return Array.from({ length: cuts.length + 1 }, (_, cell) => between(cuts, cell))
    }
  }
}

/** Whether a field's value meets a test; `undefined` where it is not known, or of another sort than the test. */
export function meets(value: boolean | string | number | undefined, test: FieldTest): boolean | undefined {
  switch (test.kind) {
    case 'yes-no':
      return typeof value === 'boolean' ? value === test.is : undefined
    case 'one-of':
      return typeof value === 'string' ? test.values.includes(value) : undefined
    case 'compare':
      return typeof value === 'number' ? compares(value, test.is, test.than) : undefined
  }
}
