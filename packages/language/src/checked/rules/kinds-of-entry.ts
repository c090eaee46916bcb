import type { Finding } from '../../text/finding.ts'
import { findingAt } from '../findings.ts'
import type { Draft } from '../link.ts'
import type { Field, FieldTest, List } from '../lists.ts'

/** What is possible of a list is worked out kind by kind; four fields with eight kinds each are the most. */
const KINDS_MAX = 4096

/** E229: the tests of a book must not tell more kinds of entry apart than can be gone through. */
export function kindsOfEntry({ book }: Draft): readonly Finding[] {
  return book.lists.flatMap((list) => {
    const tests = book.inputs.flatMap((input) =>
      input.kind === 'yes-no' && input.of.kind === 'some' && input.of.list === list.id ? input.of.tests : [],
    )
    const fields = list.fields.map((field) => ({ field, cells: cellsOf(field, tests) }))
    const kinds = fields.reduce((product, { cells }) => product * cells, 1)
    return kinds > KINDS_MAX ? [tooMany(list, kinds, fields)] : []
  })
}

function tooMany(
  { id, span }: List,
  kinds: number,
  fields: readonly { readonly field: Field; readonly cells: number }[],
): Finding {
  const parts = fields.filter(({ cells }) => cells > 1).map(({ field, cells }) => `\`${field.id}\` ${cells}`)
  return findingAt(span, 'E229', `the orders tell ${kinds} kinds of \`${id}\` apart, and ${KINDS_MAX} is the most`, {
    label: `tells apart: ${parts.join(', ')}`,
    fix: 'test fewer fields, or fewer of their values and numbers',
  })
}

/** How many kinds of values of a field the tests tell apart. */
function cellsOf(field: Field, all: readonly FieldTest[]): number {
  const tests = all.filter((test) => test.field === field.id)
  switch (field.kind) {
    case 'one-of':
      return new Set(field.values.map(({ id }) => tests.map((test) => fits(test, id)).join())).size
    case 'number':
      return new Set(tests.flatMap(cutOf)).size + 1
    case 'yes-no':
      return tests.length === 0 ? 1 : 2
  }
}

function fits(test: FieldTest, value: string): boolean {
  return test.kind === 'one-of' && test.values.includes(value)
}

/** Where a comparison cuts the numbers: just below a number, or just above it. No number is below zero. */
function cutOf(test: FieldTest): readonly string[] {
  if (test.kind !== 'compare') return []
  const isBelow = test.is === 'at-least' || test.is === 'less-than'
  if (isBelow) return test.than <= 0 ? [] : [`below ${test.than}`]
  return [`above ${test.than}`]
}
