/** What the engine finds about a book's meaning is what trying every situation finds: *Properties* of the language's definition. */
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { checkInvariant } from '@remit/engine/questions/analysis/invariants.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completions } from './complete.ts'
import { analysed, compiledOf } from './testing/analysed.ts'
import { expectedOf, shownSomewhere } from './testing/expected.ts'
import { wordsOf } from './testing/found.ts'
import { law, patienceMs } from './testing/law.ts'
import { runs } from './testing/runs.ts'
import { shownIn } from './testing/shown.ts'

law('a finding is shown by every completion of its witness', 120, analysed, (book) => {
  for (const finding of analyse(compiledOf(book))) {
    if (finding.situation === undefined) continue
    const completed = completions(book, finding.situation)
    expect(completed.length).toBeGreaterThan(0)
    for (const total of completed)
      expect([...(shownIn(book, total) ?? ['impossible'])], finding.message).toContain(wordsOf(finding))
  }
})

law('the findings are those that trying every situation finds, no more and no fewer', 120, analysed, (book) => {
  const found = analyse(compiledOf(book)).map(wordsOf)
  expect(found.filter((words) => !words.startsWith('W305')).toSorted()).toEqual(expectedOf(book))
})

law('a finding concerns no more kinds of situation than show it', 60, analysed, (book) => {
  const shown = shownSomewhere(book)
  for (const finding of analyse(compiledOf(book)))
    expect(finding.kinds ?? 1, finding.message).toBeLessThanOrEqual(shown?.get(wordsOf(finding)) ?? 1)
})

law('an invariant is proved exactly where no situation breaks it', 100, analysed, (book) => {
  const compiled = compiledOf(book)
  for (const invariant of book.invariants) {
    const words = `E305 ${invariant.id}`
    const proof = checkInvariant(compiled, invariant)
    expect(proof.kind, words).toBe(shownSomewhere(book)?.has(words) === true ? 'broken' : 'proved')
    if (proof.kind === 'proved') continue
    const only: Book = { ...book, invariants: [{ ...invariant, expect: [proof.expectation] }] }
    for (const total of completions(book, proof.situation))
      expect([...(shownIn(only, total) ?? ['impossible'])]).toContain(words)
  }
})

/** How many findings of each code the sample must have. */
const ENOUGH = 3
const CODES: readonly MeaningFinding['code'][] = [
  ...(['E301', 'E302', 'E303', 'E304', 'E305', 'E306'] as const),
  ...(['W301', 'W302', 'W303', 'W304', 'W305', 'W306', 'W307', 'W308', 'W309', 'W310', 'W311'] as const),
]

test('the generated books have findings of every code, and invariants that hold', { timeout: patienceMs() }, () => {
  const counts = new Map<string, number>([...CODES, 'proved'].map((code) => [code, 0]))
  const add = (code: string) => counts.set(code, (counts.get(code) ?? 0) + 1)
  for (const book of fc.sample(analysed, runs(300))) {
    const compiled = compiledOf(book)
    for (const { code } of analyse(compiled)) add(code)
    for (const invariant of book.invariants) if (checkInvariant(compiled, invariant).kind === 'proved') add('proved')
  }
  expect([...counts].filter(([, count]) => count < ENOUGH)).toEqual([])
})
