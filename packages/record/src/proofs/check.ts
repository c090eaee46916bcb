/** What verifying a bundle says: a fixed list of checks, each passed, failed with its problems, or not reached. */

/** In the order in which they are made. */
export const checkNames = ['form', 'key', 'checkpoint', 'leaves', 'inclusion', 'disclosure', 'sequence'] as const

/**
 * - `form`: the file is a bundle.
 * - `key`: the log's key is one that the reader trusts.
 * - `checkpoint`: the log signed the size and the root that the proofs lead to.
 * - `leaves`: every leaf is one, of this agency, and none is there twice.
 * - `inclusion`: every leaf stands in the log at the index given.
 * - `disclosure`: every disclosed value is the one that was recorded.
 * - `sequence`: the stream's events are numbered 1, 2, 3 … without a gap and were recorded in that order.
 */
export type CheckName = (typeof checkNames)[number]

export type Check =
  | { readonly name: CheckName; readonly outcome: 'passed' }
  | { readonly name: CheckName; readonly outcome: 'failed'; readonly problems: readonly [Problem, ...Problem[]] }
  /** A check before it, which it builds on, failed. */
  | { readonly name: CheckName; readonly outcome: 'not-reached'; readonly after: CheckName }

/** Where in the file. `position` counts leaves in the file's order from 1; `index` is what the file says of it. */
export type Place =
  | { readonly kind: 'file' }
  | { readonly kind: 'leaf'; readonly position: number; readonly index: number }
  | { readonly kind: 'field'; readonly position: number; readonly index: number; readonly field: string }

export type ProblemCode =
  | 'bundle-malformed'
  | 'trusted-key-malformed'
  | 'key-malformed'
  | 'key-not-trusted'
  | 'checkpoint-malformed'
  | 'checkpoint-not-signed'
  | 'checkpoint-signature-false'
  | 'checkpoint-of-another-log'
  | 'leaf-malformed'
  | 'leaf-of-another-agency'
  | 'leaf-twice'
  | 'proof-malformed'
  | 'leaf-not-in-log'
  | 'field-differs'
  | 'field-not-in-leaf'
  | 'field-twice'
  | 'salt-malformed'
  | 'value-malformed'
  | 'number-not-disclosed'
  | 'stream-not-disclosed'
  | 'event-of-another-stream'
  | 'event-missing'
  | 'number-twice'
  | 'order-differs'
  | 'no-events'

export type Problem = {
  readonly code: ProblemCode
  readonly place: Place
  /** One sentence, lower case, no final stop; what the file says stands in backticks. */
  readonly message: string
  /** What the reader can do, in the same form. */
  readonly fix: string
}

export function checkOf(name: CheckName, [first, ...others]: readonly Problem[]): Check {
  if (first === undefined) return { name, outcome: 'passed' }
  return { name, outcome: 'failed', problems: [first, ...others] }
}

export function notReached(name: CheckName, after: CheckName): Check {
  return { name, outcome: 'not-reached', after }
}
