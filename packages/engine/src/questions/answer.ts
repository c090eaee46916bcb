/** What the orders of a book say in one situation (section *Answer*). Plain data. */
import type { Modality, Referral } from '@remit/language/checked/outcome.ts'
import type {
  ActId,
  DocumentId,
  EventId,
  InputId,
  NormId,
  Rank,
  RoleId,
  StatementModality,
  Verified,
} from '@remit/language/checked/tree.ts'
import type { Pair } from '../diagram/acts.ts'

export type Determination =
  /**
   * The facts cannot be together: `breaks` names the `never`s and the lists that they break, or that they break between
   * them; `words` says so, one sentence for each.
   */
  | { readonly kind: 'impossible'; readonly breaks: readonly string[]; readonly words: readonly string[] }
  | {
      readonly kind: 'determination'
      /** In order of role and act. A pair that is SILENT whatever the unknown facts are has no answer. */
      readonly answers: readonly Answer[]
      /** Milliseconds from now to the first instant at which time alone changes the determination, if any does. */
      readonly nextChangeMs?: number
    }

/** Whether something holds whatever the unknown facts are, or only for some of them. */
export type Certainty = 'settled' | 'possible'

export type Result =
  | { readonly kind: 'settled'; readonly modality: Modality }
  /** What remains, in the order of `MODALITIES`, and the inputs on which it depends, in order of id. */
  | { readonly kind: 'open'; readonly possible: readonly Modality[]; readonly matters: readonly InputId[] }

export type Answer = {
  readonly role: RoleId
  readonly act: ActId
  readonly result: Result
  /** Of a settled MUST: it is enough that one member does it, for every statement that decides, or may, says so. */
  readonly one?: true
  /** The force of a MUST, else the highest force of what decides; absent while the modality is open or nothing decides. */
  readonly force?: Rank
  /** By force, then by id. Empty for a seizure that nothing allows. For REFER, both sides. */
  readonly deciding: readonly AnswerStatement[]
  /** Statements that apply, say the contrary, and were beaten. */
  readonly defeated: readonly AnswerStatement[]
  /** Exceptions that lift a norm that else would speak about the pair. */
  readonly exceptions: readonly AppliedException[]
  /** Doubts about the law that are live. */
  readonly readings: readonly LiveReading[]
  /** Inputs with a first value that nobody reported, of which another value would change the modality. In order of id. */
  readonly presumed: readonly InputId[]
  readonly deadlines: readonly AnswerDeadline[]
  /** Of the deciding statements' norms, without repeats. */
  readonly citations: readonly Citation[]
  /** Present if the modality is settled and REFER, with one and the same referral. */
  readonly referral?: Referral
  /** The standing duties that set this one aside. */
  readonly setAsideBy: readonly OtherPair[]
  /** The duties with which this one is referred because they cannot all be met. */
  readonly collidesWith: readonly OtherPair[]
  /** Whether the act is worth showing here. */
  readonly arises: 'yes' | 'no' | 'possible'
}

export type AnswerStatement = {
  readonly statement: string
  readonly norm: NormId
  readonly modality: StatementModality
  readonly rank: Rank
  readonly certainty: Certainty
}

export type AppliedException = { readonly exception: NormId; readonly norm: NormId; readonly certainty: Certainty }

export type LiveReading = { readonly unsettled: string; readonly certainty: Certainty }

export type AnswerDeadline = {
  /** The statement that sets it. */
  readonly statement: string
  readonly ifLate?: RoleId
  readonly certainty: Certainty
} & (
  | { readonly kind: 'within'; readonly event: EventId; readonly ms: number }
  | { readonly kind: 'promptly' }
  /** Doing `act`, or a kind of it, first is a breach. */
  | { readonly kind: 'before'; readonly act: ActId }
)

export type Citation = {
  readonly norm: NormId
  readonly document: DocumentId
  /** The norm's own citation, or its document's. */
  readonly cite?: string
  readonly verified: Verified
}

export type OtherPair = Pair & { readonly certainty: Certainty }
