import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../../assert.ts'
import { type Diagram, Diagrams, NO, YES } from '../diagrams.ts'
import { Forest } from './forest.ts'
import { gathered } from './gathered.ts'
import { sift } from './sift.ts'

const WIDTHS = [2, 3, 2, 4, 2, 2]

/** A function of the variables, as what is yes; the same function can be built in any order. */
type Product = readonly { readonly variable: number; readonly cell: number }[]
const products: fc.Arbitrary<readonly Product[]> = fc.array(
  fc.uniqueArray(
    fc.nat(WIDTHS.length - 1).chain((variable) => fc.nat(at(WIDTHS, variable) - 1).map((cell) => ({ variable, cell }))),
    { selector: ({ variable }) => variable, minLength: 1, maxLength: 4 },
  ),
  { minLength: 1, maxLength: 6 },
)
const functions = fc.array(products, { minLength: 1, maxLength: 4 })
const orders = fc.shuffledSubarray(
  WIDTHS.map((_, variable) => variable),
  { minLength: WIDTHS.length },
)

function built(all: readonly (readonly Product[])[], order: readonly number[]) {
  const diagrams = new Diagrams(order.map((variable) => at(WIDTHS, variable)))
  const is = ({ variable, cell }: Product[number]) =>
    diagrams.node(
      order.indexOf(variable),
      Array.from({ length: at(WIDTHS, variable) }, (_, other) => (other === cell ? YES : NO)),
    )
  const roots = all.map((some) =>
    some.reduce<Diagram>((any, product) => {
      const all = product.reduce<Diagram>((both, test) => diagrams.and(both, is(test)), YES)
      return diagrams.or(any, all)
    }, NO),
  )
  return { diagrams, roots }
}

const inFirstOrder = WIDTHS.map((_, variable) => variable)
const sizeIn = (all: readonly (readonly Product[])[], order: readonly number[]) => {
  const { diagrams, roots } = built(all, order)
  return new Forest(diagrams, roots).size
}

test('diagrams whose variables were swapped are as large as if they had been built in that order', () => {
  fc.assert(
    fc.property(functions, fc.array(fc.nat(WIDTHS.length - 2), { maxLength: 20 }), (all, levels) => {
      const { diagrams, roots } = built(all, inFirstOrder)
      const forest = new Forest(diagrams, roots)
      for (const level of levels) {
        forest.swap(level)
        expect(forest.size).toBe(sizeIn(all, forest.order))
        expect(forest.order.reduce((sum, variable) => sum + forest.sizeOf(variable), 0)).toBe(forest.size)
      }
    }),
    { numRuns: 40 },
  )
})

describe('sifting', () => {
  test('finds an order that is never worse, in which the diagrams are as small as it says', () => {
    fc.assert(
      fc.property(functions, fc.nat(200), (all, work) => {
        const { diagrams, roots } = built(all, inFirstOrder)
        const sifted = sift(diagrams, roots, { movable: WIDTHS.length, work })
        expect(sifted.before).toBe(sizeIn(all, inFirstOrder))
        expect(sifted.size).toBe(sizeIn(all, sifted.order))
        expect(sifted.size).toBeLessThanOrEqual(sifted.before)
      }),
    )
  })

  test('leaves the last variables where they are', () => {
    fc.assert(
      fc.property(functions, fc.nat(WIDTHS.length), (all, movable) => {
        const { diagrams, roots } = built(all, inFirstOrder)
        const { order } = sift(diagrams, roots, { movable, work: 10_000 })
        expect(order.slice(movable)).toEqual(inFirstOrder.slice(movable))
      }),
    )
  })

  test('brings together what belongs together', () => {
    // Each of the first five goes with one of the last five: apart they need a node for each set of the first.
    const diagrams = new Diagrams(Array.from({ length: 10 }, () => 2))
    const is = (variable: number) => diagrams.node(variable, [NO, YES])
    const pairs = [0, 1, 2, 3, 4].map((first) => diagrams.and(is(first), is(first + 5)))
    const { before, size } = sift(diagrams, [diagrams.any(pairs)], { movable: 10, work: 10_000 })
    expect({ before, size }).toEqual({ before: 62 * 3, size: 10 * 3 })
  })
})

test('what is read together is gathered, whatever the order of first use', () => {
  fc.assert(
    fc.property(orders, (order) => {
      // A chain: each is read with the next.
      const chain = order.slice(1).map((variable, index) => [at(order, index), variable])
      const found = gathered(order.length, chain)
      expect(found.toSorted()).toEqual(inFirstOrder)
      const apart = chain.map((group) => Math.abs(found.indexOf(at(group, 0)) - found.indexOf(at(group, 1))))
      const before = chain.map((group) => Math.abs(at(group, 0) - at(group, 1)))
      const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)
      expect(sum(apart)).toBeLessThanOrEqual(sum(before))
    }),
  )
})
