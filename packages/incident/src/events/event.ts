/**
 * What can happen in an incident. Every change of an incident is one of these, appended and never edited;
 * facts, duties and screens are folded from them.
 *
 * No event has a place for a person's name, a date of birth, an immigration status, free text, or a location finer than a beat.
 */
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { ActId, EventId, InputId, RoleId, SituationValue } from '@remit/language/checked/tree.ts'

/** A position of an agency, e.g. `sergeant-730`: who acts is always a position, never a person. */
export type PositionId = string
/** Remit itself, for what it does by the clock or by the orders. */
export const REMIT: PositionId = 'remit'

export type IncidentEvent = {
  /** Gap-free in its incident, from 1. */
  readonly seq: number
  /** When it happened by the incident's clock (simulated in a demo), milliseconds since 1970 UTC. */
  readonly at: number
  readonly by: PositionId
  readonly body: EventBody
}

export const CHANNELS = ['phone', 'radio', 'fax', 'in-person', 'cad', 'api'] as const
export type Channel = (typeof CHANNELS)[number]

export type ReportedValues = { readonly [input: InputId]: SituationValue }

export type EventBody =
  /** Opens the incident. The requester is asserted until someone has verified it. */
  | {
      readonly kind: 'request-received'
      readonly receipt: string
      readonly channel: Channel
      readonly requesterIs: 'asserted' | 'verified'
      readonly beat: string
      readonly cadEvent?: string
      readonly values: ReportedValues
      /** The incident's clock minus real time, milliseconds; 0 except in a demo. */
      readonly clockOffsetMs: number
    }
  | { readonly kind: 'unit-assigned'; readonly position: PositionId }
  /** A fact as someone reports it; `unknown` for "I don't know". */
  | { readonly kind: 'observed'; readonly input: InputId; readonly value: SituationValue }
  /** An event that the orders declare, e.g. `supervisor-arrived`. */
  | { readonly kind: 'happened'; readonly event: EventId }
  | { readonly kind: 'page-sent'; readonly page: number; readonly position: PositionId; readonly answerBy: number }
  | { readonly kind: 'page-accepted'; readonly page: number }
  | { readonly kind: 'page-not-reached'; readonly page: number; readonly position: PositionId }
  /** `reportedAt` is the reporter's own time; a report that arrives late says so. */
  | { readonly kind: 'danger-reported'; readonly report: string; readonly reportedAt: number; readonly isLate: boolean }
  | { readonly kind: 'danger-shown'; readonly report: string }
  | { readonly kind: 'danger-accepted'; readonly report: string }
  /** `seen` is the seq of the report that whoever ends it had before their eyes. */
  | { readonly kind: 'danger-ended'; readonly report: string; readonly seen: number }
  | {
      readonly kind: 'act-done'
      readonly role: RoleId
      readonly act: ActId
      /** What the orders said of it at that moment; `open` if it hung on a fact not known. */
      readonly determined: Modality | 'open'
      readonly differs: boolean
      /** Compulsory for a direction that differs: an id of {@link DIFFERENCE_REASONS}. */
      readonly reason?: DifferenceReason
    }
  /** A duty with a deadline was not met in time; its order says whom to tell. */
  | {
      readonly kind: 'duty-late'
      readonly role: RoleId
      readonly act: ActId
      readonly due: number
      readonly tell?: RoleId
    }
  | { readonly kind: 'duty-met'; readonly role: RoleId; readonly act: ActId; readonly due: number }
  /** What a screen showed: the incident up to `through`, and the sentence in its largest type. */
  | { readonly kind: 'shown'; readonly through: number; readonly sentence: string }
  /** What the book in force determined, written whenever it changed. Enough to decide it again. */
  | {
      readonly kind: 'determined'
      readonly agency: string
      readonly bookAt: number
      readonly bookHash: string
      readonly situation: ReportedValues
      readonly results: readonly DeterminedResult[]
    }
  /** Event `of` was wrong; it stays, and this stands beside it. Only an `observed` event can be corrected. */
  | { readonly kind: 'corrected'; readonly of: number; readonly value: SituationValue }
  /** Event `of`, an act that differed, was reviewed. */
  | { readonly kind: 'reviewed'; readonly of: number; readonly outcome: ReviewOutcome }
  /** Demo agencies only: the simulated clock went forward. */
  | { readonly kind: 'time-passed'; readonly ms: number }
  | { readonly kind: 'closed' }

export type DeterminedResult = {
  readonly role: RoleId
  readonly act: ActId
  /** One if settled, those that remain if open. */
  readonly modalities: readonly Modality[]
}

/** Reasons that can be given for a direction that differs, in neutral words. */
export const DIFFERENCE_REASONS = {
  'danger-seen': 'Danger that the report does not show',
  'other-facts': 'The facts on scene differ from those reported',
  'told-by-command': 'Told so by a higher position',
  'other-law': 'Another law or order applies',
  'not-possible': 'What is ordered cannot be done now',
} as const
export type DifferenceReason = keyof typeof DIFFERENCE_REASONS

export const REVIEW_OUTCOMES = {
  'as-ordered': 'As ordered: the record was incomplete',
  'differed-with-reason': 'Differed, and the reason is accepted',
  'differed-training': 'Differed: training follows',
  'differed-referred': 'Differed: referred to the inquiry that is competent',
} as const
export type ReviewOutcome = keyof typeof REVIEW_OUTCOMES
