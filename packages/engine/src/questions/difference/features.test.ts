import { expect, test } from 'vitest'
import { Diagrams, NO, YES } from '../../diagram/diagrams.ts'
import { differing, type Feature, PARTS_MAX } from './features.ts'

/** Things of which each hangs on a fact of its own. */
function things(count: number) {
  const diagrams = new Diagrams(Array.from({ length: count }, () => 2))
  const features = Array.from({ length: count }, (_, index): Feature<number> => {
    return { key: String(index), is: index, where: diagrams.node(index, [NO, YES]) }
  })
  return { diagrams, features }
}

test('each combination of things that only one book has is a part', () => {
  const { diagrams, features } = things(3)
  const parts = differing(diagrams, YES, features, [])
  expect(parts.map(({ gone }) => gone.join(''))).toEqual(
    expect.arrayContaining(['0', '1', '2', '01', '02', '12', '012']),
  )
  expect(parts).toHaveLength(7)
})

test('where these would be too many, each thing is a part', () => {
  const count = Math.log2(PARTS_MAX) + 4
  const { diagrams, features } = things(count)
  const parts = differing(diagrams, YES, features.slice(1), features.slice(0, 1))
  expect(parts.map(({ gone, come }) => [gone, come])).toEqual(
    features.map(({ is }) => (is === 0 ? [[], [0]] : [[is], []])),
  )
  expect(parts.map(({ where }) => where)).toEqual(features.map(({ where }) => where))
})
