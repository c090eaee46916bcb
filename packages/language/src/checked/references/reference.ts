/** What a word of a document names, for editors: go to definition, references, hover and rename. */
import type { Word } from '../../parsed/tree.ts'
import type { Span } from '../../text/span.ts'

/**
 * Sorts of declarations. `fact` is every fact but a yes-or-no one; `value` is a value of a fact or of a field of a list;
 * `norm` is a norm or an exception.
 */
export type TargetKind =
  | 'role'
  | 'group'
  | 'event'
  | 'act'
  | 'fact'
  | 'yes-no'
  | 'value'
  | 'define'
  | 'norm'
  | 'list'
  | 'field'
  | 'document'
  | 'agency'

/**
 * One declaration. Its `id` is that of the checked tree: `officer`, `requester`, `supervisor is on-scene` (yes-no), `requester is
 * ice` and `asks include hold` (value), `conviction class` (field), `conviction class listed` (value of a field),
 * `DocumentId#name` (norm), a {@link DefineId}, a document's or an agency's path.
 */
export type Target = { readonly kind: TargetKind; readonly id: string }

/**
 * Which of its words, where a declaration has several: subject or state of a yes-or-no fact or a define, short title or
 * path of a document. A rename changes all references of one target and one part.
 */
export type TargetPart = 'subject' | 'state' | 'short' | 'path'

/** A word that names a declaration, or (`isDeclaration`) the word of the declaration itself. */
export type Reference = {
  /** Exactly the name, without quotation marks. */
  readonly span: Span
  readonly target: Target
  readonly part?: TargetPart
  readonly isDeclaration: boolean
}

/** Is told of each word that the linker resolved. */
export type Recorder = (word: Word, target: Target, part?: TargetPart) => void

/** A word as a reference; a quoted text without its quotation marks. */
export function referenceOf(
  { text, span }: Word,
  target: Target,
  { part, isDeclaration }: { readonly part?: TargetPart | undefined; readonly isDeclaration: boolean },
): Reference {
  const isQuoted = span.length === text.length + 2
  const inside = { ...span, column: span.column + 1, offset: span.offset + 1, length: span.length - 2 }
  return { span: isQuoted ? inside : span, target, isDeclaration, ...(part === undefined ? {} : { part }) }
}

/** The id of a value of a fact. */
export function valueId(fact: string, kind: 'one-of' | 'some-of', value: string): string {
  return kind === 'one-of' ? `${fact} is ${value}` : `${fact} include ${value}`
}

/** The id of a field of a list, and of a value of the field. */
export function fieldId(list: string, field: string, value?: string): string {
  return value === undefined ? `${list} ${field}` : `${list} ${field} ${value}`
}
