/** Every fast form of deciding gives what the reference interpreter gives by trying all completions. */
import { encode } from '@remit/engine/diagram/encode.ts'
import { type Compiled, compile, compileTogether } from '@remit/engine/diagram/from-checked.ts'
import { type Column, codesIn, columnsDecider, decideColumns } from '@remit/engine/questions/decide-columns.ts'
import { factsDecider } from '@remit/engine/questions/decide-facts.ts'
import { CODES, codeOf, deciderOf } from '@remit/engine/questions/decider.ts'
import {
  type Book,
  type Input,
  type InputId,
  NOT_STARTED,
  type Situation,
  type SituationValue,
  UNKNOWN,
} from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { determinePartial } from './complete.ts'
import { decidedPairs, keyOf } from './speaks.ts'
import { law } from './testing/law.ts'
import { cases, draws, partialOf, totalOf } from './testing/situations.ts'

function compiledOf(book: Book): Compiled {
  const compilation = compile(book)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  return compilation.compiled
}

/** What every code should mean, for each pair. */
function expected(book: Book, situation: Situation): readonly (readonly [pair: string, said: string])[] {
  const determination = determinePartial(book, situation)
  return decidedPairs(book).map((pair) => {
    if (determination.kind === 'impossible') return [keyOf(pair), 'IMPOSSIBLE']
    return [keyOf(pair), determination.pairs.get(keyOf(pair))?.settled ?? 'OPEN']
  })
}

law('encoded facts, whole or partial, get what is right of them', 200, cases, ({ book, total, partial }) => {
  const compiled = compiledOf(book)
  for (const situation of [total, partial]) {
    const should = expected(book, situation)
    const cells = encode(compiled, situation)
    const shifted = Int16Array.from([7, ...cells])
    const said = decidedPairs(book).map((pair) => {
      const decider = deciderOf(compiled, pair)
      const code = codeOf(decider, cells)
      expect(codeOf(decider, shifted, 1)).toBe(code)
      return [keyOf(pair), CODES[code]]
    })
    expect(said).toEqual(should)
  }
})

law('plain facts, whole or partial, get what is right of them', 200, cases, ({ book, total, partial }) => {
  const compiled = compiledOf(book)
  for (const situation of [total, partial]) {
    const facts = Object.fromEntries(situation)
    const said = decidedPairs(book).map((pair) => [keyOf(pair), CODES[factsDecider(deciderOf(compiled, pair))(facts)]])
    expect(said).toEqual(expected(book, situation))
  }
})

law('where facts are known to be possible, fewer are looked at, and the answer is the same', 120, cases, (each) => {
  const { book, total, partial } = each
  const compiled = compiledOf(book)
  for (const situation of [total, partial]) {
    const should = expected(book, situation)
    if (should[0]?.[1] === 'IMPOSSIBLE') continue
    const said = decidedPairs(book).map((pair) => {
      const decider = deciderOf(compiled, pair, 'assumed')
      const code = factsDecider(decider)(Object.fromEntries(situation))
      expect(codeOf(decider, encode(compiled, situation))).toBe(code)
      return [keyOf(pair), CODES[code]]
    })
    expect(said).toEqual(should)
  }
})

/** Rows of a book: whole and partial situations, reported for some of its inputs only. */
const tables = fc.tuple(cases, fc.array(fc.tuple(fc.boolean(), draws), { minLength: 1, maxLength: 6 }), draws)
type Table = { readonly inputs: readonly Input[]; readonly rows: readonly Situation[] }

function tableOf(
  book: Book,
  drawn: readonly (readonly [whole: boolean, draws: readonly number[]])[],
  left: readonly number[],
): Table {
  const inputs = book.inputs.filter((_, index) => (left[index] ?? 0) % 4 > 0)
  const rows = drawn.map(([whole, draws]) => {
    const situation: Situation = whole ? totalOf(book, draws) : partialOf(book, draws)
    return new Map(
      inputs.flatMap((input, index): (readonly [InputId, SituationValue])[] => {
        const value = situation.get(input.id)
        if (value !== undefined) return [[input.id, value]]
        // Only a column of values can leave one out.
        return kindOf(input, index) === 'values' ? [] : [[input.id, UNKNOWN]]
      }),
    )
  })
  return { inputs, rows }
}

function kindOf({ kind }: Input, index: number): Column['kind'] {
  if ((kind === 'number' || kind === 'clock') && index % 4 > 0) return 'numbers'
  return index % 2 === 0 ? 'values' : 'codes'
}

function columnsOf({ inputs, rows }: Table): ReadonlyMap<InputId, Column> {
  return new Map(inputs.map((input, index) => [input.id, columnOf(input, index, rows)]))
}

function columnOf(input: Input, index: number, rows: readonly Situation[]): Column {
  const values = rows.map((row) => row.get(input.id))
  switch (kindOf(input, index)) {
    case 'values':
      return { kind: 'values', values }
    case 'numbers':
      return { kind: 'numbers', numbers: Float64Array.from(values, numberOf) }
    case 'codes': {
      const known = [...new Set(values)].filter((value) => value !== undefined && value !== UNKNOWN)
      const codes = values.map((value) => (value === undefined || value === UNKNOWN ? 255 : known.indexOf(value)))
      return { kind: 'codes', codes: Uint8Array.from(codes), values: known.filter((value) => value !== undefined) }
    }
  }
}

function numberOf(value: SituationValue | undefined): number {
  return value === NOT_STARTED ? -1 : typeof value === 'number' ? value : Number.NaN
}

law('each row of columns gets what is right of it', 100, tables, ([{ book }, drawn, left]) => {
  const compiled = compiledOf(book)
  const table = tableOf(book, drawn, left)
  const inputs = table.inputs.map(({ id }) => id)
  const columns = columnsOf(table)
  const should = table.rows.map((row) => expected(book, row))
  for (const [index, pair] of decidedPairs(book).entries()) {
    const said = new Uint8Array(table.rows.length)
    decideColumns(columnsDecider([compiled], pair, { inputs }), columns, said)
    expect(Array.from(said, (code) => CODES[code])).toEqual(should.map((row) => row[index]?.[1]))
    const last = new Uint8Array(1)
    decideColumns(columnsDecider([compiled], pair, { inputs }), columns, last, { from: said.length - 1 })
    expect(last[0]).toBe(said.at(-1))
  }
})

law('each row gets under two books at once what it gets under each', 80, fc.tuple(tables, cases), (each) => {
  const [[{ book }, drawn, left], { book: other }] = each
  const together = compileTogether([book, other])
  if (together.kind !== 'compiled') return
  const [first, second] = together.compiled
  if (first === undefined || second === undefined) throw new Error('there are two')
  const table = tableOf(book, drawn, left)
  const inputs = table.inputs.map(({ id }) => id)
  const columns = columnsOf(table)
  for (const pair of decidedPairs(book)) {
    const both = new Uint8Array(table.rows.length)
    const alone = [first, second].map((compiled) => {
      const codes = new Uint8Array(table.rows.length)
      decideColumns(columnsDecider([compiled], pair, { inputs }), columns, codes)
      return codes
    })
    decideColumns(columnsDecider([first, second], pair, { inputs }), columns, both)
    expect(Array.from(both, codesIn)).toEqual(table.rows.map((_, row) => alone.map((codes) => codes[row])))
  }
})

law('rows that are known to be possible get the same with fewer facts looked at', 60, tables, (each) => {
  const [{ book }, drawn, left] = each
  const compiled = compiledOf(book)
  const { inputs, rows } = tableOf(book, drawn, left)
  const possible = rows.filter((row) => determinePartial(book, row).kind !== 'impossible')
  const columns = columnsOf({ inputs, rows: possible })
  for (const pair of decidedPairs(book)) {
    const [checked, assumed] = (['checked', 'assumed'] as const).map((assumption) => {
      const codes = new Uint8Array(possible.length)
      const decider = columnsDecider([compiled], pair, { inputs: inputs.map(({ id }) => id), possible: assumption })
      decideColumns(decider, columns, codes)
      return codes
    })
    expect(assumed).toEqual(checked)
  }
})
