/**
 * Which answers about the entries of a list can be together.
 *
 * Section *What a document can declare*, row `list`, with reading 4 of decision 5. Entries are tried one by one: this
 * says what a set of answers means, not how to find one quickly.
 */

import type { Field, FieldTest, List, ListId } from '@remit/language/checked/lists.ts'
import type { Book, Input } from '@remit/language/checked/tree.ts'
import { around, compares } from './numbers.ts'

/** An entry with a value for each of its fields. */
export type Entry = ReadonlyMap<string, boolean | string | number>

/** One `some LIST has …` input of a book. */
export type SomeInput = { readonly id: string; readonly list: ListId; readonly tests: readonly FieldTest[] }

/** The inputs of a book that ask whether some entry of this list fits, in the order of the book. */
export function someInputsOf(book: Book, list: ListId): readonly SomeInput[] {
  return book.inputs.flatMap((input: Input) =>
    input.kind === 'yes-no' && input.of.kind === 'some' && input.of.list === list
      ? [{ id: input.id, list, tests: input.of.tests }]
      : [],
  )
}

/**
 * "A set of answers is possible exactly when each *yes* input has an entry that fits it and fits no *no* input": the ids
 * of the lists of which the answers are not possible together, in the order of the book.
 */
export function impossibleLists(book: Book, situation: ReadonlyMap<string, unknown>): readonly ListId[] {
  return book.lists
    .filter((list) => {
      const inputs = someInputsOf(book, list.id)
      const yes = inputs.filter(({ id }) => situation.get(id) === true)
      const no = inputs.filter(({ id }) => situation.get(id) === false)
      const entries = entriesOf(list, inputs)
      return !yes.every((wanted) =>
        entries.some((entry) => fits(entry, wanted.tests) && !no.some((other) => fits(entry, other.tests))),
      )
    })
    .map((list) => list.id)
}

/** Every entry that the tests of a book can tell from the others. */
export function entriesOf(list: List, inputs: readonly SomeInput[]): readonly Entry[] {
  return list.fields.reduce<readonly Entry[]>(
    (entries, field) => {
      const points = pointsOfField(field, inputs)
      return entries.flatMap((entry) => points.map((point) => new Map([...entry, [field.id, point]])))
    },
    [new Map()],
  )
}

function pointsOfField(field: Field, inputs: readonly SomeInput[]): readonly (boolean | string | number)[] {
  switch (field.kind) {
    case 'yes-no':
      return [false, true]
    case 'one-of':
      return field.values.map((value) => value.id)
    case 'number': {
      const tests = inputs.flatMap((input) => input.tests.filter((test) => test.field === field.id))
      return around(tests.flatMap((test) => (test.kind === 'compare' ? [test.than] : [])))
    }
  }
}

/** "An entry fits if it meets all" tests. One that lacks a field does not fit a test of it. */
export function fits(entry: Entry, tests: readonly FieldTest[]): boolean {
  return tests.every((test) => meets(entry, test) === true)
}

/** Whether an entry, whatever the fields are that it lacks, fails some test. */
export function fails(entry: Entry, tests: readonly FieldTest[]): boolean {
  return tests.some((test) => meets(entry, test) === false)
}

/** `undefined`: the entry lacks the field. */
function meets(entry: Entry, test: FieldTest): boolean | undefined {
  const value = entry.get(test.field)
  if (value === undefined) return undefined
  switch (test.kind) {
    case 'one-of':
      return test.values.some((each) => each === value)
    case 'yes-no':
      return value === test.is
    case 'compare':
      return compares(value, test.is, test.than)
  }
}
