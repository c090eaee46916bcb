import type { Condition } from '@remit/language/checked/tree.ts'
import { act, book, norm } from '@remit/reference/testing/small-books.ts'
import { expect, test } from 'vitest'
import { LIMITS } from '../../diagram/diagrams.ts'
import { compile, compileTogether } from '../../diagram/from-checked.ts'
import { analyse } from '../analyse.ts'
import { decide } from '../decide.ts'
import { impactCounter } from '../impact.ts'
import { tooLargeFinding } from './limits.ts'

const FACTS = 16
const yes = (place: number): Condition => ({ kind: 'yes', input: `fact-${place} is so` })

/** Each norm is about two of the facts; what is said of the act changes with every one of them. */
const crossed = book({
  acts: [act('knock')],
  inputs: Array.from({ length: FACTS }, (_, index) => ({
    id: `fact-${index} is so`,
    kind: 'yes-no' as const,
    of: { kind: 'fact' as const, text: '' },
    knownTo: [],
    alwaysOffered: false,
    changes: [],
  })),
  norms: Array.from({ length: FACTS }, (_, index) =>
    norm(`norm-${index}`, 'memo', [index % 2 === 0 ? 'officer must knock' : 'officer must not knock'], {
      when: { kind: 'all', of: [yes(index), yes((index * 5 + 3) % FACTS)] },
    }),
  ),
})

test('what could not be found out about a book within the limits is a finding, and the rest is found', () => {
  const compilation = compile(crossed)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  const { compiled } = compilation
  const whole = analyse(compiled)
  compiled.diagrams.allow({ ...LIMITS, steps: 300 })
  const short = analyse(compiled)
  expect(short.filter(({ code }) => code === 'E307').map(({ message }) => message)).toEqual([
    `the book of ${crossed.agency.id} is too large to find out whether norms contradict each other`,
    `the book of ${crossed.agency.id} is too large to find out whether norms are always beaten`,
    `the book of ${crossed.agency.id} is too large to find out whether every norm changes something`,
  ])
  const found = short.filter(({ code }) => code !== 'E307')
  expect(found.map(({ code }) => code)).toEqual(['W306'])
  expect(whole).toEqual(expect.arrayContaining(found))
  compiled.diagrams.allow(LIMITS)
  expect(analyse(compiled)).toEqual(whole)
})

test('a question that takes too long throws what who asks can tell, and the next is answered', () => {
  const compilation = compile(crossed)
  if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
  const { compiled } = compilation
  const answer = decide(compiled, new Map())
  compiled.diagrams.allow({ ...LIMITS, steps: 10 })
  expect(() => decide(compiled, new Map())).toThrow(expect.objectContaining({ name: 'TooLarge' }))
  compiled.diagrams.allow(LIMITS)
  expect(decide(compiled, new Map())).toEqual(answer)
})

test('a past situation that takes too long to decide is not counted, and the others are', () => {
  const compilation = compileTogether([crossed, { ...crossed, norms: crossed.norms.slice(1) }])
  if (compilation.kind !== 'compiled') throw new Error('small books are never too large')
  const [before, after] = compilation.compiled
  if (before === undefined || after === undefined) throw new Error('two books were compiled')
  const counter = impactCounter(before, after)
  after.diagrams.allow({ ...LIMITS, steps: 10 })
  expect(() => counter.add(new Map())).toThrow(expect.objectContaining({ name: 'TooLarge' }))
  expect(counter.result()).toMatchObject({ rows: 0, kinds: 0 })
  after.diagrams.allow(LIMITS)
  counter.add(new Map())
  expect(counter.result()).toMatchObject({ rows: 1, kinds: 1 })
})

test('a book that is too large points at the declaration that takes the most, or else at the agency', () => {
  const refused = { kind: 'refused', refusal: 'book too large', limits: LIMITS } as const
  const span = { file: 'us/order.md', line: 1, column: 1, offset: 0, length: 0 }
  const pointed = (finding: ReturnType<typeof tooLargeFinding>) => [finding.code, finding.labels[0].span.file]
  const costliest = { what: 'norm', name: 'norm-0', span }
  expect(pointed(tooLargeFinding(crossed, { ...refused, costliest }))).toEqual(['E307', 'us/order.md'])
  expect(pointed(tooLargeFinding(crossed, refused))).toEqual(['E307', `${crossed.agency.id}/agency.md`])
})
