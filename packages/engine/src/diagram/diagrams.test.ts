import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Diagram, Diagrams, NO, TooLarge, terminal, terminalValue, YES } from './diagrams.ts'
import { count, reachable, support, witness } from './reach.ts'

const WIDTHS = [2, 3, 2, 4]
const ALL_CELLS = cellsOf(WIDTHS)

function cellsOf(widths: readonly number[]): Int32Array[] {
  return widths
    .reduce<number[][]>(
      (rows, width) => rows.flatMap((row) => Array.from({ length: width }, (_, cell) => [...row, cell])),
      [[]],
    )
    .map((row) => Int32Array.from(row))
}

/** A function of all cells, given by its value in each. */
function diagramOf(diagrams: Diagrams, values: readonly Diagram[]): Diagram {
  const build = (variable: number, from: number, to: number): Diagram => {
    if (variable === WIDTHS.length) return values[from] ?? NO
    const step = (to - from) / diagrams.width(variable)
    return diagrams.node(
      variable,
      Array.from({ length: diagrams.width(variable) }, (_, cell) =>
        build(variable + 1, from + cell * step, from + (cell + 1) * step),
      ),
    )
  }
  return build(0, 0, values.length)
}

const yesNo = fc.array(fc.constantFrom(YES, NO), { minLength: ALL_CELLS.length, maxLength: ALL_CELLS.length })
const many = fc.array(fc.nat(3).map(terminal), { minLength: ALL_CELLS.length, maxLength: ALL_CELLS.length })
const open = fc
  .tuple(...WIDTHS.map((width) => fc.integer({ min: -1, max: width - 1 })))
  .map((row) => Int32Array.from(row))
const matches = (cells: Int32Array, known: Int32Array) =>
  known.every((cell, index) => cell < 0 || cell === cells[index])

describe('diagrams', () => {
  test('are one number for one function, however it was built', () => {
    fc.assert(
      fc.property(yesNo, yesNo, (a, b) => {
        const diagrams = new Diagrams(WIDTHS)
        const [first, second] = [diagramOf(diagrams, a), diagramOf(diagrams, b)]
        const either = a.map((value, index) => (value === YES || b[index] === YES ? YES : NO))
        expect(diagrams.or(first, second)).toBe(diagramOf(diagrams, either))
        expect(diagrams.not(diagrams.and(diagrams.not(first), diagrams.not(second)))).toBe(diagrams.or(first, second))
        expect(diagrams.without(first, second)).toBe(diagrams.and(first, diagrams.not(second)))
      }),
    )
  })

  test('choose point by point', () => {
    fc.assert(
      fc.property(yesNo, many, many, (condition, then, otherwise) => {
        const diagrams = new Diagrams(WIDTHS)
        const chosen = diagrams.choose(
          diagramOf(diagrams, condition),
          diagramOf(diagrams, then),
          diagramOf(diagrams, otherwise),
        )
        expect(ALL_CELLS.map((cells) => diagrams.walk(chosen, cells))).toEqual(
          condition.map((value, index) => (value === YES ? then[index] : otherwise[index])),
        )
      }),
    )
  })

  test('combine point by point', () => {
    fc.assert(
      fc.property(many, many, (a, b) => {
        const diagrams = new Diagrams(WIDTHS)
        const sum = diagrams.combine(
          { id: 9, of: (x, y) => x * 10 + y },
          diagramOf(diagrams, a),
          diagramOf(diagrams, b),
        )
        expect(ALL_CELLS.map((cells) => terminalValue(diagrams.walk(sum, cells)))).toEqual(
          a.map((value, index) => terminalValue(value) * 10 + terminalValue(b[index] ?? NO)),
        )
      }),
    )
  })

  test('restricted to what is known agree with the whole wherever that is so', () => {
    fc.assert(
      fc.property(many, open, (values, known) => {
        const diagrams = new Diagrams(WIDTHS)
        const whole = diagramOf(diagrams, values)
        const left = diagrams.restrict(whole, known, diagrams.stamp())
        for (const cells of ALL_CELLS.filter((one) => matches(one, known))) {
          expect(diagrams.walk(left, cells)).toBe(diagrams.walk(whole, cells))
        }
        for (const variable of support(diagrams, left)) expect(known[variable]).toBe(-1)
      }),
    )
  })

  test('exist over a variable where some cell of it will do', () => {
    fc.assert(
      fc.property(yesNo, fc.nat(WIDTHS.length - 1), (values, variable) => {
        const diagrams = new Diagrams(WIDTHS)
        const exists = diagrams.exists(diagramOf(diagrams, values), variable)
        const expected = ALL_CELLS.map((cells) =>
          ALL_CELLS.some(
            (other, index) => values[index] === YES && other.every((cell, at) => at === variable || cell === cells[at]),
          ),
        )
        expect(ALL_CELLS.map((cells) => diagrams.walk(exists, cells) === YES)).toEqual(expected)
      }),
    )
  })

  test('reach exactly the terminals that some cared-for cells come to', () => {
    fc.assert(
      fc.property(many, yesNo, (values, care) => {
        const diagrams = new Diagrams(WIDTHS)
        const expected = new Set(values.filter((_, index) => care[index] === YES).map(terminalValue))
        expect(reachable(diagrams, diagramOf(diagrams, values), diagramOf(diagrams, care))).toEqual(expected)
      }),
    )
  })

  test('have a witness exactly if they are somewhere yes, and every completion of it is yes', () => {
    fc.assert(
      fc.property(yesNo, open, (values, preferred) => {
        const diagrams = new Diagrams(WIDTHS)
        const diagram = diagramOf(diagrams, values)
        const found = witness(diagrams, diagram, preferred)
        expect(found !== undefined).toBe(values.includes(YES))
        if (found === undefined) return
        for (const cells of ALL_CELLS.filter((one) => matches(one, found)))
          expect(diagrams.walk(diagram, cells)).toBe(YES)
      }),
    )
  })

  test('count the combinations of the variables on which they depend', () => {
    fc.assert(
      fc.property(yesNo, (values) => {
        const diagrams = new Diagrams(WIDTHS)
        const diagram = diagramOf(diagrams, values)
        const variables = support(diagrams, diagram)
        const kinds = new Set(
          ALL_CELLS.filter((_, index) => values[index] === YES).map((cells) => variables.map((at) => cells[at]).join()),
        )
        expect(count(diagrams, diagram)).toBe(kinds.size)
      }),
    )
  })

  test('that are released leave the older ones as they were', () => {
    fc.assert(
      fc.property(yesNo, yesNo, yesNo, (a, b, c) => {
        const diagrams = new Diagrams(WIDTHS)
        const [first, second] = [diagramOf(diagrams, a), diagramOf(diagrams, b)]
        const [nodes, mark] = [diagrams.nodes, diagrams.mark()]
        const made = diagrams.and(diagrams.or(first, second), diagramOf(diagrams, c))
        const values = ALL_CELLS.map((cells) => diagrams.walk(made, cells))
        diagrams.release(mark)
        expect(diagrams.nodes).toBe(nodes)
        expect(ALL_CELLS.map((cells) => diagrams.walk(first, cells))).toEqual(a)
        const again = diagrams.and(diagrams.or(first, second), diagramOf(diagrams, c))
        expect(ALL_CELLS.map((cells) => diagrams.walk(again, cells))).toEqual(values)
      }),
    )
  })

  test('of many nodes are still stored once each', () => {
    const widths = Array.from({ length: 16 }, () => 2)
    const diagrams = new Diagrams(widths)
    const parity = (from: number): Diagram =>
      widths.slice(from).reduceRight((even, _, offset) => {
        return diagrams.choose(diagrams.node(from + offset, [NO, YES]), diagrams.not(even), even)
      }, YES)
    const first = parity(0)
    for (let index = 0; index < 3_000; index++) {
      const bits = widths.map((_, at) => (index >> at) & 1)
      diagrams.and(
        first,
        bits.reduceRight((all, bit, at) => diagrams.node(at, bit ? [NO, all] : [all, NO]), YES),
      )
    }
    expect(parity(0)).toBe(first)
    expect(diagrams.nodes).toBeGreaterThan(5_000)
  })

  test('that grow beyond their limit are refused', () => {
    const diagrams = new Diagrams([2, 2, 2], { size: 8, steps: 1_000 })
    diagrams.node(0, [NO, YES])
    diagrams.node(1, [NO, YES])
    expect(() => diagrams.node(2, [NO, YES])).toThrow(TooLarge)
  })

  test('that take more than their limit of steps are refused', () => {
    const diagrams = new Diagrams([2, 2], { size: 1_000, steps: 0 })
    expect(() => diagrams.and(diagrams.node(0, [NO, YES]), diagrams.node(1, [NO, YES]))).toThrow(TooLarge)
  })
})
