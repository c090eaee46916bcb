/** Laws of partial situations: *Properties* of the language's definition. */
import { NOT_STARTED } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { determinePartial, unknownIn } from './complete.ts'
import { determine } from './determine.ts'
import { law } from './testing/law.ts'
import { cases } from './testing/situations.ts'

law(
  'a situation in which nothing is unknown is decided as the total situation that it is',
  200,
  cases,
  ({ book, total }) => {
    const decided = determine(book, total)
    const partly = determinePartial(book, total)
    if (decided.kind === 'impossible' || partly.kind === 'impossible') return expect(partly.kind).toBe(decided.kind)
    expect([...partly.pairs].map(([key, pair]) => [key, pair.settled])).toEqual(
      [...decided.results].map(([key, result]) => [key, result.modality]),
    )
  },
)

law(
  'what is settled stays settled when a fact is added, or the facts are impossible together',
  200,
  fc.tuple(cases, fc.nat()),
  ([{ book, total, partial }, draw]) => {
    const unknown = unknownIn(book, partial)
    const added = unknown[draw % Math.max(1, unknown.length)]
    if (added === undefined) return
    const before = determinePartial(book, partial)
    const after = determinePartial(book, new Map([...partial, [added, total.get(added) ?? NOT_STARTED]]))
    if (before.kind === 'impossible') return expect(after.kind).toBe('impossible')
    if (after.kind === 'impossible') return
    for (const [key, pair] of before.pairs) {
      expect(pair.possible, key).toEqual(expect.arrayContaining([...(after.pairs.get(key)?.possible ?? [])]))
      if (pair.settled !== undefined) expect(after.pairs.get(key)?.settled, key).toBe(pair.settled)
      else if (!pair.matter.includes(added)) expect(after.pairs.get(key)?.possible.length, key).toBeGreaterThan(0)
    }
  },
)
