import type { Refusal } from '@remit/contract/shapes.ts'

/** Thrown where a request cannot be granted now; the HTTP layer answers it as data. Never for faults of ours. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.refusal = refusal
  }
}

export function refuse(refusal: Refusal['refusal'], message: string, more: Partial<Refusal> = {}): never {
  throw new Refused({ refusal, message, ...more })
}

export const STATUS_OF_REFUSAL: { readonly [refusal in Refusal['refusal']]: number } = {
  'not-found': 404,
  'not-valid': 400,
  'too-large': 413,
  'stale-version': 409,
  'incident-closed': 409,
  'not-this-position': 403,
  'not-in-this-book': 422,
  'reason-needed': 422,
  'already-so': 409,
  'not-a-demo': 403,
  'too-many-requests': 429,
  unavailable: 503,
}
