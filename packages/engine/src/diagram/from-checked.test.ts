import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { expect, test } from 'vitest'
import { compile, pairIndex } from './from-checked.ts'

const small = book({
  acts: [act('knock'), act('seize', { onlyWhereAllowed: true })],
  norms: [norm('polite', 'memo', ['officer must knock'])],
})

test('a book has a pair for what is said of, and for a seizure of every role that is decided', () => {
  const compilation = compile(small)
  expect(compilation.kind).toBe('compiled')
  if (compilation.kind !== 'compiled') return
  expect(compilation.compiled.pairs.map(({ role, act }) => `${role} ${act}`)).toEqual([
    'agency seize',
    'officer knock',
    'officer seize',
    'supervisor seize',
  ])
  expect(pairIndex(compilation.compiled, 'officer', 'knock')).toBe(1)
  expect(pairIndex(compilation.compiled, 'dhs', 'knock')).toBe(-1)
})

test('a book whose diagrams would be too large is refused, not left to run', () => {
  const inputs = Array.from({ length: 24 }, (_, index) => ({
    id: `fact-${index} is so`,
    kind: 'yes-no' as const,
    of: { kind: 'fact' as const, text: '' },
    knownTo: [],
    alwaysOffered: false,
    changes: [],
  }))
  // Pairs of facts far apart in the order make the diagram double with each pair.
  const of = Array.from({ length: 12 }, (_, index) => ({
    kind: 'all' as const,
    of: [index, index + 12].map((place) => ({ kind: 'yes' as const, input: `fact-${place} is so` })),
  }))
  const first = { kind: 'all' as const, of: inputs.map(({ id }) => ({ kind: 'yes' as const, input: id })) }
  const hard = book({
    acts: small.acts,
    inputs,
    norms: [
      norm('order', 'constitution', ['officer may knock'], { when: first }),
      norm('hard', 'memo', ['officer must knock'], { when: { kind: 'any', of } }),
    ],
  })
  expect(compile(hard).kind).toBe('compiled')
  expect(compile(hard, { size: 10_000, steps: 1_000_000 })).toEqual({
    kind: 'refused',
    refusal: 'book too large',
    sizeMax: 10_000,
  })
})
