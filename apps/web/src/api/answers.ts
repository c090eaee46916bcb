import type { Refusal } from '@remit/contract/shapes.ts'
import { NOT_REACHED, type NoticeWords, refusalWords } from '../words/refusals.ts'

/** The server understood and said no. Nothing was written. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'Refused'
    this.refusal = refusal
  }
}

/** No answer came, or one that is none of the interface. Whether the server has it is not known. */
export class NotReached extends Error {
  override readonly name = 'NotReached'
}

/** What a notice says of a failed request. A fault that is neither is a bug, and is thrown on. */
export function failureWords(error: unknown): NoticeWords {
  if (error instanceof Refused) return refusalWords(error.refusal)
  if (error instanceof NotReached) return NOT_REACHED
  throw error
}
