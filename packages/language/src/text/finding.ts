import type { Span } from './span.ts'

/** Something wrong with what a person wrote. Data, so that the CLI, the editor and the web page each render it. */
export type Finding = {
  /** Never changes meaning and is never reused. `E` stops a book from being used; `W` does not. */
  readonly code: FindingCode
  /** One sentence, lower case, no final stop; what the person wrote stands in backticks. */
  readonly message: string
  /** The first is where the fault shows; the rest say why, e.g. where a name was declared. */
  readonly labels: readonly [Label, ...Label[]]
  /** What to write instead, where we know. */
  readonly fix?: string
  /** The fix as an editor makes it, where writing one text in one place is the whole of it. */
  readonly edit?: Edit
  /** For a finding about meaning: a situation that shows it, in words. */
  readonly witness?: string
  /** For a finding about meaning: all the situations that show it. */
  readonly description?: Description
  /** For a finding that needs a book: the first in which it was met, as in `us/il/town/police from 2020-01-01`. */
  readonly book?: string
}

/** A set of situations in words: of the possible ones those in which one of these conditions holds. */
export type Description = {
  /** The widest first; none can be left out, nothing can be left out of any of them. */
  readonly conditions: readonly string[]
  /** How many kinds of situation are besides, where it would take too many conditions to say which. */
  readonly left?: number
}

export type FindingCode = `E${number}` | `W${number}`

/** Writes `text` in place of what `span` covers. */
export type Edit = { readonly span: Span; readonly text: string }

export type Label = { readonly span: Span; readonly text: string }

export function isError(finding: Finding): boolean {
  return finding.code.startsWith('E')
}
