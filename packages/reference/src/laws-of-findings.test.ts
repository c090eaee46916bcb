/** What the engine finds about a book's meaning is what trying every situation finds: *Properties* of the language's definition. */
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { checkInvariant } from '@remit/engine/questions/analysis/invariants.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { completions } from './complete.ts'
import { isOrIsKindOf } from './speaks.ts'
import { analysed, compiledOf } from './testing/analysed.ts'
import { alwaysBeaten } from './testing/beaten.ts'
import { wordsOf } from './testing/found.ts'
import { law, patienceMs } from './testing/law.ts'
import { runs } from './testing/runs.ts'
import { everySituation, rulesApplying, shownIn } from './testing/shown.ts'

/** For each thing that some possible situation shows, how many situations do; nothing if none is possible. */
function shownSomewhere(book: Book): ReadonlyMap<string, number> | undefined {
  const shown = everySituation(book).flatMap((total) => shownIn(book, total) ?? [])
  if (shown.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const words of shown.flatMap((each) => [...each])) counts.set(words, (counts.get(words) ?? 0) + 1)
  return counts
}

/** The findings that enumeration comes to, but for norms without effect, which are told by what their document repeats. */
function expectedOf(book: Book): readonly string[] {
  const shown = shownSomewhere(book)
  if (shown === undefined) return ['E302']
  const situations = everySituation(book)
  const applying = new Set(situations.flatMap((total) => rulesApplying(book, total)))
  const unused = (rules: readonly { readonly id: string }[], code: string) =>
    rules.filter(({ id }) => !applying.has(id)).map(({ id }) => `${code} ${id}`)
  return [
    ...[...shown.keys()].filter((words) => !/^(W302|W305|W306|W307)/.test(words)),
    ...gapsOf(book, shown),
    ...unprotectedOf(book, shown),
    ...unused(book.norms, 'W303'),
    ...unused(book.exceptions, 'W304'),
    ...alwaysBeaten(book, situations).map((rule) => `W307 ${rule}`),
  ].toSorted()
}

/** An act and those of its kinds that are left out too are one finding. */
function gapsOf(book: Book, shown: ReadonlyMap<string, number>): readonly string[] {
  const silent = book.acts.map((act) => act.id).filter((act) => shown.has(`W302 ${act}`))
  const isKind = (act: string) => silent.some((other) => other !== act && isOrIsKindOf(book, act, other))
  return silent.filter((act) => !isKind(act)).map((act) => `W302 ${act}`)
}

/** One urgent act that protects everywhere is enough; without one, the finding is about the first. */
function unprotectedOf(book: Book, shown: ReadonlyMap<string, number>): readonly string[] {
  const urgent = book.acts.filter((act) => act.urgent).map((act) => `W306 ${act.id}`)
  if (urgent.some((words) => !shown.has(words))) return []
  return [urgent[0] ?? `W306 ${book.agency.id}/agency.md`]
}

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
