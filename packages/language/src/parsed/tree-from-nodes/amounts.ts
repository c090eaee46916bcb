/** Amounts and comparisons with their units. */
import type { Comparison } from '../../text/words.ts'
import type * as ast from '../generated/ast.ts'
import type { Word } from '../tree.ts'
import { amount, type Reader, word } from './reader.ts'

type Amount = { readonly count: number; readonly unit?: Word }

/** `30 minutes`, or a plain number. */
export function amountOf(reader: Reader, node: { readonly count: ast.Amount; readonly unit?: ast.Unit }): Amount {
  const count = amount(reader, node.count)
  return node.unit === undefined ? { count } : { count, unit: word(reader, node.unit) }
}

/** `at least 30 minutes`. */
export function comparison(reader: Reader, node: ast.CompareTest): Amount & { readonly is: Comparison } {
  return { is: COMPARISONS[node.bound], ...amountOf(reader, node) }
}

const COMPARISONS: Readonly<Record<ast.CompareTest['bound'], Comparison>> = {
  least: 'at-least',
  most: 'at-most',
  less: 'less-than',
  more: 'more-than',
}
