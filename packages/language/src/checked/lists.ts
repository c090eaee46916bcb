/** Lists of entries of one shape, in a checked book. */

import type { Span } from '../text/span.ts'
import type { Comparison } from '../text/words.ts'
import type { About, RoleId, Value } from './tree.ts'

export type ListId = string

/** Entries of one shape, about the incident, a request or a person. */
export type List = {
  readonly id: ListId
  readonly text: string
  readonly about: Exclude<About, 'actor'>
  readonly ask?: string
  readonly help?: string
  readonly knownTo: readonly RoleId[]
  /** In the order of the text. */
  readonly fields: readonly Field[]
  readonly span: Span
}
export type Field = { readonly id: string; readonly text: string } & (
  | { readonly kind: 'one-of'; readonly values: readonly Value[] }
  /** Never negative. */
  | { readonly kind: 'number'; readonly unit: string }
  | { readonly kind: 'yes-no' }
)
/** At most one test of each field, in order of field. An entry fits if it meets all of them. */
export type FieldTest = { readonly field: string } & (
  | { readonly kind: 'one-of'; readonly values: readonly string[] }
  | { readonly kind: 'compare'; readonly is: Comparison; readonly than: number }
  | { readonly kind: 'yes-no'; readonly is: boolean }
)
