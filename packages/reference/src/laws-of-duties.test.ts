/** Laws of duties that cannot all be met: *Properties* of the language's definition. */
import { expect } from 'vitest'
import type { Result } from './determine.ts'
import { determine } from './determine.ts'
import { collide } from './duties.ts'
import type { Pair } from './speaks.ts'
import { actOf, decidedPairs, keyOf } from './speaks.ts'
import { law } from './testing/law.ts'
import type { Case } from './testing/situations.ts'
import { cases } from './testing/situations.ts'

type Decided = { readonly pair: Pair; readonly key: string; readonly result: Result }

/** Every decided pair of a case; none of an impossible situation. */
function decidedOf({ book, total }: Case): readonly Decided[] {
  const determination = determine(book, total)
  if (determination.kind === 'impossible') return []
  return decidedPairs(book).flatMap((pair) => {
    const result = determination.results.get(keyOf(pair))
    return result === undefined ? [] : [{ pair, key: keyOf(pair), result }]
  })
}

const standing = ({ result }: Decided) => result.modality === 'MUST'
const referred = ({ result }: Decided) => result.referral?.cause === 'duties'

law('no two standing duties collide', 400, cases, (each) => {
  const duties = decidedOf(each).filter(standing)
  const colliding = duties.flatMap((one) =>
    duties.filter((other) => collide(each.book, one.pair, other.pair)).map((other) => [one.key, other.key]),
  )
  expect(colliding).toEqual([])
})

law(
  'what is set aside is set aside by exactly the standing duties of a higher class that collide with it',
  400,
  cases,
  (each) => {
    const decided = decidedOf(each)
    const classOf = ({ pair, result }: Decided) => (actOf(each.book, pair.act).urgent ? 0 : 100) + (result.rank ?? 0)
    for (const aside of decided.filter(({ result }) => result.modality === 'SET ASIDE')) {
      const by = decided
        .filter((other) => standing(other) && classOf(other) < classOf(aside))
        .filter((other) => collide(each.book, aside.pair, other.pair))
      expect(by.length, aside.key).toBeGreaterThan(0)
      expect(aside.result.setAsideBy, aside.key).toEqual(by.map((other) => other.key).toSorted())
    }
  },
)

law('a duty is referred for duties only where another such duty collides with it', 400, cases, (each) => {
  const duties = decidedOf(each).filter(referred)
  for (const { pair, key } of duties)
    expect(duties.filter((other) => collide(each.book, pair, other.pair)).length, key).toBeGreaterThan(0)
})

law('only an urgent duty sets aside one of higher force, and only an urgent one an urgent one', 400, cases, (each) => {
  const decided = decidedOf(each)
  const urgent = ({ pair }: Decided) => actOf(each.book, pair.act).urgent
  for (const aside of decided)
    for (const by of decided.filter((other) => aside.result.setAsideBy.includes(other.key))) {
      if (urgent(aside)) expect(urgent(by), `${by.key} sets aside ${aside.key}`).toBe(true)
      if (urgent(by) && !urgent(aside)) continue
      expect(by.result.rank, `${by.key} sets aside ${aside.key}`).toBeLessThan(aside.result.rank ?? -1)
    }
})
