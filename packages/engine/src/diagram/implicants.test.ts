import fc from 'fast-check'
import { describe as about, expect, test } from 'vitest'
import { type Diagram, Diagrams, NO, YES } from './diagrams.ts'
import { describe, holdsThroughout, type Implicant, whereHolds } from './implicants.ts'

const WIDTHS = [2, 3, 2, 4]
const POINTS = WIDTHS.reduce((product, width) => product * width, 1)

/** The diagram that is yes at the marked points. */
function diagramOf(diagrams: Diagrams, marks: readonly boolean[], variable = 0, from = 0): Diagram {
  const width = WIDTHS[variable]
  if (width === undefined) return marks[from] === true ? YES : NO
  const step = WIDTHS.slice(variable + 1).reduce((product, other) => product * other, 1)
  const targets = Array.from({ length: width }, (_, cell) =>
    diagramOf(diagrams, marks, variable + 1, from + cell * step),
  )
  return diagrams.node(variable, targets)
}

const marks = fc.array(fc.boolean(), { minLength: POINTS, maxLength: POINTS })
const cube = fc
  .tuple(...WIDTHS.map((width) => fc.subarray([...Array(width).keys()], { minLength: 1 })))
  .map((sets): Implicant => new Map(sets.entries()))
const few = fc.array(cube, { minLength: 1, maxLength: 4 })

const described = fc.oneof(
  marks.map((at) => ({ make: (diagrams: Diagrams) => diagramOf(diagrams, at) })),
  few.map((cubes) => ({
    make: (diagrams: Diagrams) => diagrams.any(cubes.map((one) => whereHolds(diagrams, one))),
  })),
)

about('a description', () => {
  test('says exactly what it describes among the possible situations', () => {
    fc.assert(
      fc.property(described, described, (what, possible) => {
        const diagrams = new Diagrams(WIDTHS)
        const [where, care] = [what.make(diagrams), possible.make(diagrams)]
        const { implicants, left } = describe(diagrams, where, { care })
        expect(left).toBe(NO)
        const says = diagrams.any(implicants.map((one) => whereHolds(diagrams, one)))
        expect(diagrams.and(says, care)).toBe(diagrams.and(where, care))
      }),
    )
  })

  test('holds nothing that could be left out: no implicant, no variable, no cell', () => {
    fc.assert(
      fc.property(described, described, (what, possible) => {
        const diagrams = new Diagrams(WIDTHS)
        const [where, care] = [what.make(diagrams), possible.make(diagrams)]
        const { implicants } = describe(diagrams, where, { care })
        const allowed = diagrams.or(where, diagrams.not(care))
        for (const one of implicants) {
          const others = implicants.filter((other) => other !== one).map((other) => whereHolds(diagrams, other))
          expect(diagrams.without(diagrams.and(where, care), diagrams.any(others))).not.toBe(NO)
          for (const [variable, cells] of one) {
            const wider = Array.from({ length: WIDTHS[variable] ?? 0 }, (_, cell) => cell).filter(
              (cell) => !cells.includes(cell),
            )
            for (const cell of wider) {
              const widened = new Map(one).set(variable, [...cells, cell])
              expect(holdsThroughout(diagrams, allowed, widened)).toBe(false)
            }
          }
        }
      }),
    )
  })

  test('that would be too long says what it leaves undescribed', () => {
    const diagrams = new Diagrams([2, 2, 2, 2])
    const parity = [0, 1, 2, 3].reduce<Diagram>((odd, variable) => {
      const yes = diagrams.node(variable, [NO, YES])
      return diagrams.choose(yes, diagrams.not(odd), odd)
    }, NO)
    const { implicants, left } = describe(diagrams, parity, { most: 3 })
    expect(implicants).toHaveLength(3)
    const says = diagrams.any(implicants.map((one) => whereHolds(diagrams, one)))
    expect(diagrams.or(says, left)).toBe(parity)
  })

  test('names no variable on which nothing depends, and joins cells that go together', () => {
    const diagrams = new Diagrams(WIDTHS)
    const first = diagrams.node(0, [NO, YES])
    const upper = diagrams.node(3, [NO, NO, YES, YES])
    expect(describe(diagrams, diagrams.and(first, upper)).implicants).toEqual([
      new Map([
        [0, [1]],
        [3, [2, 3]],
      ]),
    ])
    expect(describe(diagrams, YES).implicants).toEqual([new Map()])
    expect(describe(diagrams, NO).implicants).toEqual([])
  })
})
