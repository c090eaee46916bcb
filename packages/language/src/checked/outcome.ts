/** What a (role, act) can come to; shared words of the engine and the reference interpreter, no behaviour. */
import type { Interim, RoleId } from './tree.ts'

export const MODALITIES = ['MUST', 'MUST NOT', 'MAY', 'SHOULD', 'SHOULD NOT', 'SILENT', 'REFER', 'SET ASIDE'] as const
export type Modality = (typeof MODALITIES)[number]

/** Why a pair is REFER: two sides of one force, doubt about the law, or duties that cannot all be met. */
export type ReferCause = 'conflict' | 'unsettled' | 'duties'

/** Whom to ask and what to do until answered. */
export type Referral = {
  readonly cause: ReferCause
  /** In order of id, without repeats. The agency's `refer-to` for `conflict` and `duties`. */
  readonly ask: readonly RoleId[]
  readonly interim: readonly Interim[]
}
