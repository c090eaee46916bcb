/**
 * Decides many situations at once: a column for each input, a row for each situation, a code for each row.
 *
 * It works column by column on a few thousand rows at a time, so that what it keeps stays small however many rows there
 * are. Rows that come as a stream are given in pieces of any length, with the same function.
 */
import { type InputId, NOT_STARTED, type SituationValue, UNKNOWN } from '@remit/language/checked/tree.ts'
import { assert, at, known } from '../assert.ts'
import type { Pair } from '../diagram/acts.ts'
import { nextAbove } from '../diagram/cuts.ts'
import type { Diagram, Operation } from '../diagram/diagrams.ts'
import type { Compiled } from '../diagram/from-checked.ts'
import { type Levels, levelsOf, TABLE_MAX } from '../diagram/levels.ts'
import { pack } from '../diagram/table.ts'
import { cellOf } from '../diagram/variables.ts'
import { codesOf, type Exact, exactCode, exactOf, IMPOSSIBLE, OPEN, type Possible } from './decider.ts'
import { asking } from './view.ts'

/** The values of one input, by row. */
export type Column =
  /** `values[codes[row]]`; a code beyond `values` is unknown. The fastest. */
  | { readonly kind: 'codes'; readonly codes: Uint8Array; readonly values: readonly SituationValue[] }
  /** Of a number or clock: NaN is unknown; a negative number is a clock that is not started. */
  | { readonly kind: 'numbers'; readonly numbers: Float64Array }
  /** As in a `Situation`; `undefined` has the first value. */
  | { readonly kind: 'values'; readonly values: readonly (SituationValue | undefined)[] }

/** By the ids of inputs: exactly those for which the decider was made. All have a value for every row. */
export type Columns = ReadonlyMap<InputId, Column>

/** Not to be used by two callers at once: it keeps scratch space. */
export type ColumnsDecider = {
  readonly inputs: readonly InputId[]
  readonly levels: Levels
  /** One for each book. */
  readonly sides: readonly Side[]
  readonly sums: Int32Array
}

/** What one book says, for the rows of which not everything is known. */
type Side = { readonly compiled: Compiled; readonly exact: Exact; readonly cells: Int32Array }

/** Rows that are worked on at once; their sums stay in the nearest cache. */
const CHUNK = 2048
/** Added to the sum of a row for each unknown fact, more than the sum of all cells can come to. */
const UNKNOWN_FACT = TABLE_MAX
/** How many codes a byte can be. */
const CODES = 256
/** The bits of one book's code. */
const CODE_BITS = 4

/** What two sets of completions come to: a code on which both agree. What is impossible has nothing to say. */
const SETTLE: Operation = {
  id: 3,
  of: (a, b) => (a === b || b === IMPOSSIBLE ? a : a === IMPOSSIBLE ? b : OPEN),
}
/** The codes of two books in one number. */
const BESIDE: Operation = { id: 4, of: (a, b) => a | (b << CODE_BITS) }

/**
 * A decider for rows with columns for `inputs`; every other input has its first value, or is unknown, in all rows. With
 * two books from `compileTogether` a row's code is the first book's, plus sixteen times the second's ({@link codesIn}).
 */
export function columnsDecider(
  books: readonly [Compiled] | readonly [Compiled, Compiled],
  pair: Pair,
  { inputs, possible = 'checked' }: { readonly inputs: readonly InputId[]; readonly possible?: Possible },
): ColumnsDecider {
  const [first] = books
  const { diagrams } = first
  assert(
    books.every((book) => book.diagrams === diagrams),
    'two books are compiled together',
  )
  return asking(first, () => {
    const given = new Set(inputs)
    const [one, other] = books.map((book) => codesBeside(book, pair, { given, possible }))
    assert(one !== undefined, 'there is a book')
    const both = other === undefined ? one : diagrams.combine(BESIDE, one, other)
    const sides = books.map((compiled) => {
      const whole = codesBeside(compiled, pair, { given, possible: 'checked' })
      const cells = new Int32Array(diagrams.widths.length).fill(-1)
      return { compiled, exact: exactOf(compiled, pack(diagrams, [whole])), cells }
    })
    return { inputs, levels: levelsOf(diagrams, both), sides, sums: new Int32Array(CHUNK) }
  })
}

type Beside = { readonly given: ReadonlySet<InputId>; readonly possible: Possible }

/** A pair's codes where all inputs but the given ones are as they are when nobody reports them. */
function codesBeside(compiled: Compiled, pair: Pair, { given, possible }: Beside): Diagram {
  const { diagrams, variables, firstCells } = compiled
  const others = variables.filter(({ input }) => !given.has(input.id)).map(({ index }) => index)
  const unknown = others.filter((index) => firstCells[index] === -1)
  const fixed = new Int32Array(diagrams.widths.length).fill(-1)
  for (const index of others) fixed[index] = at(firstCells, index)
  // What is unknown has only its possible completions, so with any of it what is possible is looked at.
  const codes = codesOf(compiled, pair, unknown.length > 0 ? 'checked' : possible)
  const left = diagrams.restrict(codes, fixed, diagrams.stamp())
  return unknown.reduce((all, index) => diagrams.over(SETTLE, all, index), left)
}

/**
 * The codes of as many rows as `into` has room for, or of `rows`, beginning with the row `from`. A row of
 * which not everything is known gets the code on which all its possible completions agree, else `OPEN`.
 */
export function decideColumns(
  decider: ColumnsDecider,
  columns: Columns,
  into: Uint8Array,
  { from = 0, rows = into.length }: { readonly from?: number; readonly rows?: number } = {},
): void {
  const { variables } = decider.levels
  const tests = Array.from(variables, (_, test) => testOf(decider, columns, test))
  for (let done = 0; done < rows; done += CHUNK) {
    const chunk = { start: from + done, rows: Math.min(CHUNK, rows - done), into, place: done }
    decideChunk(decider, { columns, tests }, chunk)
  }
}

/** The codes of the books in one code. */
export function codesIn(code: number): readonly [first: number, second: number] {
  return [code & ((1 << CODE_BITS) - 1), code >> CODE_BITS]
}

type Read = { readonly columns: Columns; readonly tests: readonly Test[] }
type Chunk = { readonly start: number; readonly rows: number; readonly into: Uint8Array; readonly place: number }

function decideChunk(decider: ColumnsDecider, { columns, tests }: Read, { start, rows, into, place }: Chunk): void {
  const { levels, sums, sides } = decider
  const { ends, table } = levels
  sums.fill(levels.start, 0, rows)
  let test = 0
  for (const end of ends) {
    addTests(sums, tests.slice(test, end), start, rows)
    test = end
    for (let row = 0; row < rows; row++) {
      // Proof: a sum without an unknown fact is a state and an index of its level; with one it stays too large.
      const sum = sums[row] as number
      sums[row] = sum < UNKNOWN_FACT ? (table[sum] as number) : UNKNOWN_FACT
    }
  }
  for (let row = 0; row < rows; row++) {
    const code = sums[row] as number
    into[place + row] = code < UNKNOWN_FACT ? code : partialCode(sides, columns, start + row)
  }
}

/** Adds to the sums of some rows what some variables add. */
function addTests(sums: Int32Array, tests: readonly Test[], start: number, rows: number): void {
  const coded = tests.filter(({ column }) => column.kind === 'codes')
  for (let test = 0; test < coded.length; test += 4) addFour(sums, fourFrom(coded, test), start, rows)
  for (const test of tests) {
    if (test.column.kind === 'numbers') addNumbers(sums, test, { numbers: test.column.numbers, start, rows })
    if (test.column.kind === 'values') addValues(sums, test, { values: test.column.values, start, rows })
  }
}

type Numbers = { readonly numbers: Float64Array; readonly start: number; readonly rows: number }

function addNumbers(sums: Int32Array, { limits, first, stride, added }: Test, { numbers, start, rows }: Numbers): void {
  for (let row = 0; row < rows; row++) {
    // Proof: rows lie in the column, and limits in their list.
    const number = numbers[start + row] as number
    let cell = first
    // Added up without a branch, which for numbers in no order is guessed wrongly half the time.
    for (let limit = 0; limit < limits.length; limit++) cell += Number(number >= (limits[limit] as number))
    sums[row] = (sums[row] as number) + (number >= 0 ? cell * stride : added(valueOfNumber(number)))
  }
}

type Values = {
  readonly values: readonly (SituationValue | undefined)[]
  readonly start: number
  readonly rows: number
}

/** Values that come again are looked at once. */
function addValues(sums: Int32Array, { added }: Test, { values, start, rows }: Values): void {
  const known = new Map<SituationValue | undefined, number>()
  for (let row = 0; row < rows; row++) {
    const value = values[start + row]
    let adds = known.get(value)
    if (adds === undefined) {
      adds = added(value)
      known.set(value, adds)
    }
    sums[row] = (sums[row] as number) + adds
  }
}

type Coded = { readonly codes: Uint8Array; readonly adds: Int32Array }
type Four = readonly [Coded, Coded, Coded, Coded]

const NO_ADDS = new Int32Array(CODES)

/** Four columns of codes; in place of those that are not there, one that adds nothing. */
function fourFrom(tests: readonly Test[], from: number): Four {
  const [first, second, third, fourth] = tests.slice(from, from + 4).map(({ column, adds }): Coded => {
    assert(column.kind === 'codes', 'a column of codes')
    return { codes: column.codes, adds }
  })
  assert(first !== undefined, 'there is a first')
  const none = { codes: first.codes, adds: NO_ADDS }
  return [first, second ?? none, third ?? none, fourth ?? none]
}

/** Four columns at a time, so that the sums are read and written once for four. */
function addFour(sums: Int32Array, [a, b, c, d]: Four, start: number, rows: number): void {
  const [codesA, codesB, codesC, codesD] = [a.codes, b.codes, c.codes, d.codes]
  const [addsA, addsB, addsC, addsD] = [a.adds, b.adds, c.adds, d.adds]
  for (let row = 0, at = start; row < rows; row++, at++) {
    // Proof: rows lie in the columns, and there is something to add for each of the codes that a byte can be.
    const first = (addsA[codesA[at] as number] as number) + (addsB[codesB[at] as number] as number)
    const second = (addsC[codesC[at] as number] as number) + (addsD[codesD[at] as number] as number)
    sums[row] = (sums[row] as number) + first + second
  }
}

/** What a row's value of one variable adds to its sum: `added`, or by code. */
type Test = {
  readonly column: Column
  readonly adds: Int32Array
  readonly added: (value: SituationValue | undefined) => number
  /** Of a number or clock: the least number above each cut, the cell below all of them, what one cell further adds. */
  readonly limits: Float64Array
  readonly first: number
  readonly stride: number
}

function testOf({ levels, sides }: ColumnsDecider, columns: Columns, test: number): Test {
  const index = at(levels.variables, test)
  const stride = at(levels.strides, test)
  const variable = at(at(sides, 0).compiled.variables, index)
  const column = known(columns, variable.input.id)
  const added = (value: SituationValue | undefined): number => {
    const [cell = -1, other = cell] = sides.map(({ compiled }) => cellIn(compiled, index, value))
    return cell < 0 || cell !== other ? UNKNOWN_FACT : cell * stride
  }
  const isNumber = variable.kind === 'number' || variable.kind === 'clock'
  assert(column.kind !== 'numbers' || isNumber, `${variable.input.id} has no numbers`)
  return {
    column,
    adds: column.kind === 'codes' ? addsOfCodes(column.values, added) : NOTHING,
    added,
    // Books that are compiled together cut their numbers alike.
    limits: Float64Array.from(isNumber ? variable.cuts : [], ({ at, after }) => (after ? nextAbove(at) : at)),
    first: variable.kind === 'clock' ? 1 : 0,
    stride,
  }
}

const NOTHING = new Int32Array(0)

/** What each code that a byte can be adds: those beyond the values are unknown. */
function addsOfCodes(values: readonly SituationValue[], added: Test['added']): Int32Array {
  const adds = new Int32Array(CODES).fill(UNKNOWN_FACT)
  for (const [code, value] of values.entries()) if (code < CODES) adds[code] = added(value)
  return adds
}

function valueAt(column: Column, row: number): SituationValue | undefined {
  switch (column.kind) {
    case 'codes':
      return column.values[at(column.codes, row)] ?? UNKNOWN
    case 'numbers':
      return valueOfNumber(at(column.numbers, row))
    case 'values':
      return column.values[row]
  }
}

function valueOfNumber(number: number): SituationValue {
  return Number.isNaN(number) ? UNKNOWN : number < 0 ? NOT_STARTED : number
}

/** The cell that a value has in one of the books; -1 where it is not known there. */
function cellIn({ variables, firstCells }: Compiled, index: number, value: SituationValue | undefined): number {
  return value === undefined ? at(firstCells, index) : cellOf(at(variables, index), value)
}

/** A row of which not everything is known, or which is not the same to both books: each book by itself. */
function partialCode(sides: readonly Side[], columns: Columns, row: number): number {
  let code = 0
  for (const [place, { compiled, exact, cells }] of sides.entries()) {
    for (const [input, column] of columns) {
      const index = compiled.variableOf.get(input)?.index
      if (index !== undefined) cells[index] = cellIn(compiled, index, valueAt(column, row))
    }
    code |= exactCode(exact, cells) << (CODE_BITS * place)
  }
  return code
}
