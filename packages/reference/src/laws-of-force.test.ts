/** Laws of force: *Properties* of the language's definition. */
import type { Book, Condition } from '@remit/language/checked/tree.ts'
import { FORCES } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Result } from './determine.ts'
import { determine } from './determine.ts'
import type { TotalSituation } from './holds.ts'
import { actOf } from './speaks.ts'
import { addRules } from './testing/build.ts'
import { law, patienceMs } from './testing/law.ts'
import { addedPlan } from './testing/plan.ts'
import { cases, printedBook } from './testing/situations.ts'

type Added = { readonly before: Book; readonly after: Book; readonly rank: number; readonly total: TotalSituation }

/** A book without and with one more document, which has norms and exceptions of one force. */
const additions: fc.Arbitrary<Added> = fc
  .tuple(cases, addedPlan, fc.integer({ min: 4, max: FORCES.length - 1 }))
  .map(([{ book, total }, plan, rank]) => {
    const one = <T extends { readonly rank: number }>(rules: readonly T[]) => rules.map((rule) => ({ ...rule, rank }))
    const added = { norms: one(plan.norms), exceptions: one(plan.exceptions) }
    return { before: printedBook(book), after: printedBook(addRules(book, added, 'added-')), rank, total }
  })

function resultsOf(book: Book, total: TotalSituation): ReadonlyMap<string, Result> {
  const determination = determine(book, total)
  return determination.kind === 'impossible' ? new Map() : determination.results
}

const urgentOnly = (book: Book, results: ReadonlyMap<string, Result>) =>
  [...results]
    .filter(([key]) => actOf(book, key.split(' ')[1] ?? '').urgent)
    .map(([key, { modality }]) => [key, modality])

/** Whether an exception of the added document lifts a norm of higher force for the pair, as `unless lower orders say otherwise` lets it. */
function isLetIn({ after, rank }: Added, { lifts }: Result): boolean {
  return after.norms.some(
    (norm) => norm.rank < rank && lifts.some((each) => each.includes('#added-') && each.endsWith(` lifts ${norm.id}`)),
  )
}

law(
  'an order of lower force changes no MUST NOT of higher force, but where a norm lets lower orders',
  400,
  additions,
  (each) => {
    const { before, after, rank, total } = each
    const results = resultsOf(after, total)
    for (const [key, result] of resultsOf(before, total)) {
      const now = results.get(key)
      if (result.modality !== 'MUST NOT' || result.rank === undefined || result.rank >= rank || now === undefined)
        continue
      if (!isLetIn(each, now)) expect(now, key).toMatchObject({ modality: 'MUST NOT', rank: result.rank })
    }
  },
)

law(
  '… and no MUST of higher force, but where a norm lets lower orders, or through an urgent duty',
  400,
  additions,
  (each) => {
    const { before, after, rank, total } = each
    const old = resultsOf(before, total)
    const results = resultsOf(after, total)
    const urgentAlike = JSON.stringify(urgentOnly(before, old)) === JSON.stringify(urgentOnly(after, results))
    // What is let in for one pair can also reach others that collide with it.
    const isAnyLetIn = [...results.values()].some((result) => isLetIn(each, result))
    for (const [key, result] of old) {
      const now = results.get(key)
      if (result.modality !== 'MUST' || result.rank === undefined || result.rank >= rank || now === undefined) continue
      if (isLetIn(each, now)) continue
      expect(now.rank, key).toBe(result.rank)
      if (urgentAlike && !isAnyLetIn) expect(now.modality, key).toBe('MUST')
      else expect(['MUST', 'SET ASIDE', 'REFER'], key).toContain(now.modality)
    }
  },
)

test('an order that lets lower ones in is changed by some of them', { timeout: patienceMs() }, () => {
  const isChanged = ({ before, after, total, rank }: Added) =>
    [...resultsOf(before, total)].some(
      ([key, { modality, rank: of = rank }]) =>
        modality === 'MUST NOT' && of < rank && resultsOf(after, total).get(key)?.modality !== 'MUST NOT',
    )
  expect(fc.sample(additions, { numRuns: 1500, seed: 1 }).filter(isChanged).length).toBeGreaterThan(3)
})

const ALWAYS: Condition = { kind: 'all', of: [] }

law(
  'a guaranteed permission of the highest force is never forbidden by a lower one',
  300,
  additions,
  ({ before, total }) => {
    const [role, act] = ['officer', before.acts[0]?.id ?? '']
    const lower = before.norms.map((norm) => ({ ...norm, rank: Math.max(1, norm.rank) }))
    const [norm] = lower
    const [statement] = norm?.statements ?? []
    if (norm === undefined || statement === undefined) throw new Error('a generated book has a norm')
    const may = {
      ...statement,
      id: 'may',
      modality: 'may',
      roles: [role],
      acts: [act],
      otherThan: [],
      guaranteed: true,
    } as const
    const guarantee = { ...norm, id: 'guarantee', rank: 0, when: ALWAYS, statements: [may] }
    const { unless: _, ...always } = guarantee
    const book = { ...before, norms: [...lower, always], unsettled: [], exceptions: [] }
    expect(resultsOf(book, total).get(`${role} ${act}`)?.modality).not.toBe('MUST NOT')
  },
)
