/** What trying every situation of a small book finds about its meaning, by the reference interpreter alone. */
import type { Book } from '@remit/language/checked/tree.ts'
import { isOrIsKindOf } from '../speaks.ts'
import { alwaysBeaten } from './beaten.ts'
import { everySituation, rulesApplying, shownIn } from './shown.ts'

/** For each thing that some possible situation shows, how many situations do; nothing if none is possible. */
export function shownSomewhere(book: Book): ReadonlyMap<string, number> | undefined {
  const shown = everySituation(book).flatMap((total) => shownIn(book, total) ?? [])
  if (shown.length === 0) return undefined
  const counts = new Map<string, number>()
  for (const words of shown.flatMap((each) => [...each])) counts.set(words, (counts.get(words) ?? 0) + 1)
  return counts
}

/** The findings that enumeration comes to, but for norms without effect, which are told by what their document repeats. */
export function expectedOf(book: Book): readonly string[] {
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
