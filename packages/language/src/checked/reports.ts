/** What an agency owes, in a checked book. */

import type { Span } from '../text/span.ts'
import type { DocumentId, RoleId } from './tree.ts'

export const PERIODS = ['month', 'quarter', 'half-year', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** What an agency owes to whom for each period of the calendar that has closed. It is no act. */
export type Report = {
  readonly id: string
  readonly name: string
  readonly by: RoleId
  readonly to: readonly RoleId[]
  readonly every: Period
  /** Absent: the law names no day. */
  readonly due?:
    | { readonly kind: 'within'; readonly days: number }
    /** The first such day after the end of the period; months count from 1. */
    | { readonly kind: 'day'; readonly month: number; readonly day: number }
    | { readonly kind: 'words'; readonly text: string }
  readonly alsoWhenNone: boolean
  readonly fields: readonly string[]
  readonly document: DocumentId
  readonly cite?: string
  readonly span: Span
}
