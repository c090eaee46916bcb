/** Facts in the words of a scenario's `given`, as what happened: the same words, and the same findings. */
import { Books } from '@remit/language/checked/books.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Happening } from '@remit/language/checked/tree.ts'
import { parseDocument } from '@remit/language/parsed/from-text.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { hashOf } from '../orders/books.ts'
import type { LoadedOrders } from '../orders/load-orders.ts'

export type FromGiven =
  | { readonly kind: 'happenings'; readonly happenings: readonly Happening[] }
  | { readonly kind: 'refused'; readonly words: string }

/** `at` is the agency's local time. The words are put into a document that was never in force: they add nothing to a book. */
export function happeningsFromGiven(
  { library }: LoadedOrders,
  { agency, at, lines }: { readonly agency: string; readonly at: string; readonly lines: readonly string[] },
): FromGiven {
  if (lines.length === 0) return { kind: 'happenings', happenings: [] }
  const { document, findings } = parseDocument(`${agency}/given`, scenarioText(agency, at, lines))
  if (document === undefined || findings.some(isError)) return refused(findings)
  const asked = scenariosOf(library, hashOf, [document], booksOf(library))
  const [booked, ...others] = asked.scenarios
  if (booked === undefined) return refused(asked.findings)
  const isFactsAlone = others.length === 0 && booked.scenario.steps.length === 1
  if (!isFactsAlone) return { kind: 'refused', words: '`given` takes facts and events, nothing else' }
  return { kind: 'happenings', happenings: booked.scenario.given }
}

/** Linking a book takes longer than deciding: what was linked last is kept with its library. */
const kept = new WeakMap<LoadedOrders['library'], Books>()

function booksOf(library: LoadedOrders['library']): Books {
  const books = kept.get(library) ?? new Books(library, hashOf)
  kept.set(library, books)
  return books
}

function refused(findings: readonly Finding[]): FromGiven {
  const [first] = findings.filter(isError)
  if (first === undefined) return { kind: 'refused', words: 'it is not understood' }
  return { kind: 'refused', words: first.fix === undefined ? first.message : `${first.message}; ${first.fix}` }
}

function scenarioText(agency: string, at: string, lines: readonly string[]): string {
  return `---
title: given
short: given
issuer: given
force: vocabulary
in-force: from 1900-01-01 through 1900-01-01
source: given
verified: assumed
---

\`\`\`remit
scenario "given"
  on ${at}
  in ${agency}
  given ${lines.join('\n    and ')}
  expect nobody must withdraw
\`\`\`
`
}
