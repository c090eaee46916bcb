/**
 * Which unknown facts are worth a question.
 *
 * Section *Semantics*, paragraph **Partial situations**: "Only acts that arise, and only facts that can change a modality
 * beyond MAY/SILENT, are worth a question." An act that says when it arises and does not is of no concern, as if SILENT.
 */
import type { Book, InputId, Situation } from '@remit/language/checked/tree.ts'
import { completions, unknownIn } from './complete.ts'
import type { Result } from './determine.ts'
import { determine } from './determine.ts'
import { actOf, decidedPairs, keyOf } from './speaks.ts'

/** For each unknown input the keys of the pairs that it alone can change so, sorted; without inputs that change none. */
export function worthAsking(book: Book, situation: Situation): ReadonlyMap<InputId, readonly string[]> {
  const unknown = unknownIn(book, situation)
  const worth = unknown.map((input) => [input, pairsThatChange(book, situation, input)] as const)
  return new Map(worth.filter(([, pairs]) => pairs.length > 0))
}

function pairsThatChange(book: Book, situation: Situation, input: InputId): readonly string[] {
  const concerns = new Map<string, Set<string>>()
  for (const total of completions(book, situation)) {
    const determination = determine(book, total)
    if (determination.kind === 'impossible') continue
    const rest = JSON.stringify([...total].filter(([id]) => id !== input))
    for (const pair of decidedPairs(book)) {
      const key = keyOf(pair)
      const seen = concerns.get(`${key} ${rest}`) ?? new Set()
      concerns.set(`${key} ${rest}`, seen.add(concernOf(book, pair.act, determination.results.get(key))))
    }
  }
  const changing = [...concerns]
    .filter(([, seen]) => seen.size > 1)
    .map(([key]) => key.split(' ').slice(0, 2).join(' '))
  return [...new Set(changing)].toSorted()
}

/** What is of concern of a result: MAY, SILENT and not arising are one. */
export function concernOf(book: Book, act: string, result: Result | undefined): string {
  if (result === undefined) throw new Error('every decided pair has a result')
  const isIdle = actOf(book, act).arisesWhen !== undefined && !result.arises
  return isIdle || result.modality === 'MAY' ? 'SILENT' : result.modality
}
