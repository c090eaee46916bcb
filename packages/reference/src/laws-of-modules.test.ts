/** A book written as a module says what the reference interpreter says. */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { moduleOf } from '@remit/engine/module/module-of.ts'
import { NOT_STARTED, type SituationValue } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { determine } from './determine.ts'
import type { TotalSituation } from './holds.ts'
import { decidedPairs, keyOf } from './speaks.ts'
import { patienceMs } from './testing/law.ts'
import { runs } from './testing/runs.ts'
import { books, draws, totalOf } from './testing/situations.ts'

/** What the law uses of a generated module. */
type Written = {
  readonly decide: (pair: string, facts: object) => string
  readonly isFacts: (value: unknown) => boolean
  readonly pairs: { readonly [pair: string]: (facts: object) => string }
}

async function imported(script: string): Promise<Written> {
  // Proof: every module that is written exports these.
  return (await import(`data:text/javascript,${encodeURIComponent(script)}`)) as Written
}

function plain(total: TotalSituation): { readonly [input: string]: SituationValue | null } {
  return Object.fromEntries([...total].map(([input, value]) => [input, value === NOT_STARTED ? null : value]))
}

const SITUATIONS = fc.array(draws, { minLength: 8, maxLength: 8 })

test('a module gives every pair of a book what is right of it', { timeout: patienceMs() }, async () => {
  const right = fc.asyncProperty(books, SITUATIONS, async (book, drawn) => {
    const compilation = compile(book)
    if (compilation.kind !== 'compiled') throw new Error('a small book is never too large')
    const pairs = decidedPairs(book)
    const module = await imported(moduleOf(compilation.compiled, { at: '2026-01-01', pairs }).script)
    for (const draw of drawn) {
      const total = totalOf(book, draw)
      const facts = plain(total)
      const expected = determine(book, total)
      expect(module.isFacts(facts)).toBe(true)
      for (const pair of pairs.map(keyOf)) {
        const should = expected.kind === 'impossible' ? 'IMPOSSIBLE' : expected.results.get(pair)?.modality
        expect(module.decide(pair, facts), pair).toBe(should)
        if (should !== 'IMPOSSIBLE') expect(module.pairs[pair]?.(facts), pair).toBe(should)
      }
    }
  })
  await fc.assert(right, runs(60))
})
