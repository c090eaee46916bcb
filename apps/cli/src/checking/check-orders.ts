/** Everything that is wrong with the orders asked for, by their text, their names and their meaning. */
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { tooLargeFinding } from '@remit/engine/questions/analysis/limits.ts'
import { cannotOccur } from '@remit/engine/questions/analysis/scenarios.ts'
import { type BookSpan, bookInWords, checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import { type Finding, isError } from '@remit/language/text/finding.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import type { LoadedOrders } from '@remit/server/orders/load-orders.ts'

export type AnyFinding = Finding & Partial<Pick<MeaningFinding, 'situation' | 'scenario' | 'kinds'>>

export type Checked = {
  readonly documents: number
  readonly books: number
  readonly errors: number
  readonly warnings: number
  /** In order of file and place. */
  readonly findings: readonly AnyFinding[]
}

export type CheckingWays = {
  /** Milliseconds since 1970 UTC: what has ended by then is told. */
  readonly today?: number | undefined
  /** Told before each book, and at the end, how many of all are done. */
  readonly progress?: (done: number, all: number) => void
}

export function checkOrders(
  orders: LoadedOrders,
  isAsked: (file: string) => boolean,
  { today, progress }: CheckingWays = {},
): Checked {
  const checked = checkLibrary(orders.library, hashOf, today)
  const meaning = meaningOf(orders.library, checked.books, progress)
  const all: readonly AnyFinding[] = [...orders.findings, ...checked.findings, ...meaning]
  const findings = inOrder(all.filter(({ labels: [{ span }] }) => isAsked(span.file)))
  const errors = findings.filter(isError).length
  return {
    documents: [...orders.texts.keys()].filter(isAsked).length,
    books: checked.books.length,
    errors,
    warnings: findings.length - errors,
    findings,
  }
}

/**
 * Findings about meaning, from every different book that an agency ever had: each once, in the first book that shows it;
 * and of scenarios in the book of their day.
 */
function meaningOf(
  library: Library,
  spans: readonly BookSpan[],
  progress: CheckingWays['progress'],
): readonly AnyFinding[] {
  const seen = new Map<string, AnyFinding>()
  const compiled = new Map<string, Compiled>()
  for (const [index, { agency, at }] of spans.entries()) {
    progress?.(index, spans.length)
    const { book } = bookOf(library, agency, at, hashOf)
    if (book === undefined) continue
    const compilation = compile(book)
    if (compilation.kind === 'compiled') compiled.set(book.hash, compilation.compiled)
    const findings =
      compilation.kind === 'compiled' ? analyse(compilation.compiled) : [tooLargeFinding(book, compilation)]
    for (const finding of findings) {
      const { code, message, labels } = finding
      const key = JSON.stringify([code, message, labels[0].span])
      if (!seen.has(key)) seen.set(key, { ...finding, book: bookInWords(book.agency, at) })
    }
  }
  progress?.(spans.length, spans.length)
  const impossible = scenariosOf(library, hashOf).scenarios.flatMap(({ scenario, book }) => {
    const ofItsDay = compiled.get(book.hash)
    return ofItsDay === undefined ? [] : cannotOccur(ofItsDay, scenario)
  })
  return [...seen.values(), ...impossible]
}

function inOrder(findings: readonly AnyFinding[]): readonly AnyFinding[] {
  return findings.toSorted(({ labels: [{ span: one }] }, { labels: [{ span: other }] }) =>
    one.file === other.file ? one.offset - other.offset : one.file < other.file ? -1 : 1,
  )
}
