/** Compiled books by agency and instant, kept: a book is compiled once for each stretch of time in which it stands. */
import { createHash } from 'node:crypto'
import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { tooLargeFinding } from '@remit/engine/questions/analysis/limits.ts'
import type { BookSpan } from '@remit/language/checked/check-library.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'

export type Books = {
  /** The book of `agency` in force at `atMs`; nothing where the agency is not known or has no usable book then. */
  readonly at: (agency: string, atMs: number) => Compiled | undefined
  /** Why there is none, where the book is too large to compile. */
  readonly tooLargeAt: (agency: string, atMs: number) => MeaningFinding | undefined
  /** First instants of the stretches in which the book of `agency` stands unchanged, in order of time. */
  readonly changesOf: (agency: string) => readonly number[]
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** `spans` are those of the checked library, so that two instants of one stretch share a compiled book. */
export function booksOf(library: Library, spans: readonly BookSpan[]): Books {
  const kept = new Map<BookSpan, CompiledBook>()
  const bookAt = (agency: string, atMs: number): CompiledBook => {
    const span = spans.find(
      (span) => span.agency === agency && span.from <= atMs && (span.through === undefined || atMs <= span.through),
    )
    if (span === undefined) return {}
    const book = kept.get(span) ?? compileAt(library, agency, span.at)
    kept.set(span, book)
    return book
  }
  return {
    at: (agency, atMs) => bookAt(agency, atMs).compiled,
    tooLargeAt: (agency, atMs) => bookAt(agency, atMs).tooLarge,
    changesOf: (agency) => spans.flatMap((span) => (span.agency === agency ? [span.from] : [])),
  }
}

type CompiledBook = { readonly compiled?: Compiled; readonly tooLarge?: MeaningFinding }

function compileAt(library: Library, agency: string, atMs: number): CompiledBook {
  const { book } = bookOf(library, agency, atMs, hashOf)
  if (book === undefined) return {}
  const compilation = compile(book)
  return compilation.kind === 'compiled'
    ? { compiled: compilation.compiled }
    : { tooLarge: tooLargeFinding(book, compilation) }
}
