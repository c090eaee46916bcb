/** Drill pairs are what trying every two situations one fact apart finds (decision 6). */
import { type DrillPair, drillPairs } from '@remit/engine/questions/drill-pairs.ts'
import { STAKES } from '@remit/engine/questions/drilling/stakes.ts'
import type { Book, RoleId, Situation } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect } from 'vitest'
import { completions, determinePartial } from './complete.ts'
import { determine } from './determine.ts'
import type { TotalSituation } from './holds.ts'
import { decidedPairs, decidedRoles, isOrIsKindOf, keyOf } from './speaks.ts'
import { analysed, compiledOf } from './testing/analysed.ts'
import { law } from './testing/law.ts'
import { everySituation } from './testing/shown.ts'
import { draws, partialOf, totalOf } from './testing/situations.ts'

function settledIn(book: Book, situation: Situation, key: string): string | undefined {
  const determination = determinePartial(book, situation)
  return determination.kind === 'impossible' ? undefined : determination.pairs.get(key)?.settled
}

/** For each input and each situation without it, the modalities that it gives each pair of a role. */
function factsThatChange(book: Book, role: RoleId): ReadonlySet<string> {
  const seen = new Map<string, Set<string>>()
  for (const total of everySituation(book)) {
    const determination = determine(book, total)
    if (determination.kind === 'impossible') continue
    for (const { id } of book.inputs) {
      const rest = JSON.stringify([...total].filter(([input]) => input !== id))
      for (const pair of decidedPairs(book).filter((one) => one.role === role)) {
        const key = JSON.stringify([id, keyOf(pair), rest])
        const modality = determination.results.get(keyOf(pair))?.modality ?? 'SILENT'
        seen.set(key, (seen.get(key) ?? new Set()).add(modality))
      }
    }
  }
  return new Set([...seen].flatMap(([key, { size }]) => (size > 1 ? [String(JSON.parse(key)[0])] : [])))
}

law(
  'the two situations of a drill differ in one input, and the answers are those of the reference',
  40,
  analysed,
  (book) => {
    const compiled = compiledOf(book)
    for (const role of decidedRoles(book)) {
      for (const drill of drillPairs(compiled, role)) {
        const [one, other] = drill.sides.map(({ situation }) => situation)
        const inputs = [...new Set([...(one?.keys() ?? []), ...(other?.keys() ?? [])])]
        expect(inputs.filter((input) => one?.get(input) !== other?.get(input))).toEqual([drill.fact])
        expect(drill.sides[0].modality).not.toBe(drill.sides[1].modality)
        for (const side of drill.sides) {
          expect(settledIn(book, side.situation, keyOf(drill))).toBe(side.modality)
          const deciding =
            side.answer?.deciding.flatMap(({ norm, certainty }) => (certainty === 'settled' ? [norm] : [])) ?? []
          if (side.norm !== undefined) expect(deciding).toContain(side.norm)
        }
      }
    }
  },
)

law('every fact that changes an answer of a role has a drill, and no other fact', 40, analysed, (book) => {
  const compiled = compiledOf(book)
  for (const role of decidedRoles(book)) {
    const facts = new Set(drillPairs(compiled, role).map(({ fact }) => fact))
    expect([...facts].toSorted(), role).toEqual([...factsThatChange(book, role)].toSorted())
  }
})

const key = ({ fact, sides }: DrillPair) => JSON.stringify([fact, sides.map(({ norm }) => norm ?? '').toSorted()])

/** Whether another value of the fact alone gives another modality. */
function isChangedBy(book: Book, total: TotalSituation, { role, act, fact }: DrillPair): boolean {
  const modalityIn = (situation: TotalSituation) => {
    const determination = determine(book, situation)
    return determination.kind === 'impossible' ? undefined : determination.results.get(keyOf({ role, act }))?.modality
  }
  const now = modalityIn(total)
  const rest = (situation: TotalSituation) => JSON.stringify([...situation].filter(([input]) => input !== fact))
  const near = everySituation(book).filter((other) => rest(other) === rest(total))
  return now !== undefined && near.some((other) => ![undefined, now].includes(modalityIn(other)))
}

law(
  'what matters more comes first, then what was met more often, and no distinction comes twice',
  40,
  fc.tuple(analysed, fc.array(fc.tuple(draws, fc.integer({ min: 1, max: 9 })), { maxLength: 4 })),
  ([book, drawn]) => {
    const past = drawn.map(([draw, count]) => ({ situation: totalOf(book, draw), count }))
    for (const role of decidedRoles(book)) {
      const drills = drillPairs(compiledOf(book), role, { past })
      expect(new Set(drills.map(key)).size).toBe(drills.length)
      const stakes = drills.map(({ stake }) => STAKES.indexOf(stake))
      expect(stakes).toEqual(stakes.toSorted((a, b) => a - b))
      for (const drill of drills) {
        const first = drills.find(({ stake }) => stake === drill.stake) ?? drill
        expect(first.past > drill.past || (first.past === drill.past && first.share >= drill.share)).toBe(true)
        const changed = past.filter(({ situation }) => isChangedBy(book, situation, drill))
        expect(drill.past).toBeLessThanOrEqual(changed.reduce((sum, { count }) => sum + count, 0))
        expect(drill.share).toBeGreaterThan(0)
        expect(drill.share).toBeLessThanOrEqual(1)
        const isUrgent = book.acts.some(({ id, urgent }) => urgent && isOrIsKindOf(book, drill.act, id))
        const modalities = drill.sides.map(({ modality }) => modality)
        if (drill.stake === 'danger') expect(isUrgent || modalities.includes('SET ASIDE')).toBe(true)
        if (drill.stake === 'opposite') expect(modalities.toSorted()).toEqual(['MUST', 'MUST NOT'])
      }
    }
  },
)

law(
  'a past situation counts as often as it was met, where the fact decides in all that it can be',
  60,
  fc.tuple(analysed, draws, fc.integer({ min: 1, max: 9 })),
  ([book, draw, count]) => {
    const situation = partialOf(book, draw)
    const every = completions(book, situation)
    for (const role of decidedRoles(book)) {
      for (const drill of drillPairs(compiledOf(book), role, { past: [{ situation, count }] })) {
        expect([0, count]).toContain(drill.past)
        if (drill.past > 0) expect(every.every((total) => isChangedBy(book, total, drill))).toBe(true)
      }
    }
  },
)
