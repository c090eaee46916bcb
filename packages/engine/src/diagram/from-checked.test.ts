import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { expect, test } from 'vitest'
import { VARIABLES_MAX } from './diagrams.ts'
import { compile, compileSmall, pairIndex } from './from-checked.ts'

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

const yes = (place: number) => ({ kind: 'yes' as const, input: `fact-${place} is so` })
const facts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `fact-${index} is so`,
    kind: 'yes-no' as const,
    of: { kind: 'fact' as const, text: '' },
    knownTo: [],
    alwaysOffered: false,
    changes: [],
  }))

/** Facts of which each belongs to `steps` others, so many places further on. All are read in order first. */
function crossed(count: number, steps: readonly number[]) {
  const of = steps.flatMap((step) =>
    Array.from({ length: count - step }, (_, index) => ({ kind: 'all' as const, of: [yes(index), yes(index + step)] })),
  )
  const inputs = facts(count)
  const first = { kind: 'all' as const, of: inputs.map((_, index) => yes(index)) }
  return book({
    acts: small.acts,
    inputs,
    norms: [
      norm('order', 'constitution', ['officer may knock'], { when: first }),
      norm('hard', 'memo', ['officer must knock'], { when: { kind: 'any', of } }),
    ],
  })
}

test('facts that belong together and are read far apart are tested together before a book is refused', () => {
  // In the order of first use the diagram doubles with each of the facts.
  const compilation = compile(crossed(44, [22]), { size: 20_000, steps: 1_000_000 })
  expect(compilation.kind).toBe('compiled')
  if (compilation.kind !== 'compiled') return
  const names = compilation.compiled.variables.map(({ input }) => input.id)
  const apart = Array.from({ length: 22 }, (_, index) =>
    Math.abs(names.indexOf(yes(index).input) - names.indexOf(yes(index + 22).input)),
  )
  expect(Math.max(...apart)).toBeLessThan(4)
})

test('a book whose diagrams would be too large in every order is refused, not left to run, and the place is named', () => {
  const limits = { size: 20_000, steps: 1_000_000 }
  const costliest = { what: 'norm', name: 'hard', span: expect.anything() }
  expect(compile(crossed(60, [7, 11, 17, 29]), limits)).toEqual({
    kind: 'refused',
    refusal: 'book too large',
    limits,
    costliest,
  })
})

test('a book of more facts than the stack bears is refused', () => {
  const inputs = facts(VARIABLES_MAX + 1)
  const when = { kind: 'all' as const, of: inputs.map((_, index) => yes(index)) }
  const wide = book({ acts: small.acts, inputs, norms: [norm('wide', 'memo', ['officer must knock'], { when })] })
  expect(compile(wide).kind).toBe('refused')
})

test('a book that is compiled for keeping needs no more room than its best order does', () => {
  const wide = crossed(16, [8])
  const [plain, kept] = [compile(wide), compileSmall(wide)]
  if (plain.kind !== 'compiled' || kept.kind !== 'compiled') throw new Error('a small book is never too large')
  expect([plain.compiled.table.nodes.length, kept.compiled.table.nodes.length]).toEqual([1530, 54])
})
