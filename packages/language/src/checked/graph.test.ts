import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sortByArrows } from './graph.ts'

test('a name stands after all that it names', () => {
  const { order, depth, cycles } = sortByArrows(
    new Map([
      ['a', ['b', 'c']],
      ['b', ['c']],
      ['c', []],
    ]),
  )
  expect(order).toEqual(['c', 'b', 'a'])
  expect(depth.get('a')).toBe(3)
  expect(cycles).toEqual([])
})

test('a cycle is named from its first name on', () => {
  const { cycles } = sortByArrows(
    new Map([
      ['c', ['b']],
      ['b', ['d']],
      ['d', ['c']],
      ['a', ['d']],
    ]),
  )
  expect(cycles).toEqual([['b', 'd', 'c']])
})

test('a chain of 20,000 names is sorted without a call stack', () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `n${index}`)
  const arrows = new Map(names.map((name, index) => [name, index + 1 < names.length ? [`n${index + 1}`] : []]))
  expect(sortByArrows(arrows).depth.get('n0')).toBe(20_000)
})

test('the order depends on the names and not on the order in which they are given', () => {
  const graphs = fc.uniqueArray(fc.tuple(fc.constantFrom(...'abcdefgh'), fc.array(fc.constantFrom(...'abcdefgh'))), {
    selector: ([name]) => name,
  })
  fc.assert(
    fc.property(graphs, fc.infiniteStream(fc.nat()), (graph, keys) => {
      const shuffled = graph
        .map(([name, to]) => [name, to.toReversed()] as const)
        .map((entry) => ({ entry, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ entry }) => entry)
      expect(sortByArrows(new Map(shuffled))).toEqual(sortByArrows(new Map(graph)))
    }),
  )
})
