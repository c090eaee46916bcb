/**
 * What can happen in an incident. Every change of an incident is one of these, appended and never edited;
 * facts, duties and screens are folded from them.
 *
 * No event has a place for a person's name, a date of birth, an immigration status, free text, or a location finer than a beat.
 */

import type { ListId } from '@remit/language/checked/lists.ts'
import type { Modality } from '@remit/language/checked/outcome.ts'
import type { ActId, EventId, InputId, RoleId, SituationValue } from '@remit/language/checked/tree.ts'
import type { Named, Subject } from '../subjects/subject.ts'

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

/** Values of an entry of a list by field; a field that is absent is not known. */
export type EntryValues = { readonly [field: string]: boolean | string | number }

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
  /** A further request in the same incident, at the same place, with a receipt of its own. `request` counts from 2. */
  | {
      readonly kind: 'request-added'
      readonly request: number
      readonly receipt: string
      readonly channel: Channel
      readonly requesterIs: 'asserted' | 'verified'
      readonly cadEvent?: string
      /** Of facts about a request alone. */
      readonly values: ReportedValues
    }
  /** A further person concerned: a number, from 2, and nothing else. Person 1 is there from the beginning. */
  | { readonly kind: 'person-added'; readonly person: number }
  /** `role` is the one for which the position acts; without it (older logs) it stands for no member of a role. */
  | { readonly kind: 'unit-assigned'; readonly position: PositionId; readonly role?: RoleId }
  /**
   * A fact as someone reports it; `unknown` for "I don't know". The input's own name says of which role's actor it is. A
   * fact about a request or a person that names none is about the first.
   */
  | ({ readonly kind: 'observed'; readonly input: InputId; readonly value: SituationValue } & Named)
  /** An event that the orders declare, e.g. `supervisor-arrived`. */
  | ({ readonly kind: 'happened'; readonly event: EventId } & Named)
  /** An entry of a list that the orders declare; and that the list has no further entry. */
  | ({ readonly kind: 'entry-reported'; readonly list: ListId; readonly values: EntryValues } & Named)
  | ({ readonly kind: 'list-complete'; readonly list: ListId } & Named)
  | { readonly kind: 'page-sent'; readonly page: number; readonly position: PositionId; readonly answerBy: number }
  | { readonly kind: 'page-accepted'; readonly page: number }
  | { readonly kind: 'page-not-reached'; readonly page: number; readonly position: PositionId }
  /** `reportedAt` is the reporter's own time; a report that arrives late says so. */
  | { readonly kind: 'danger-reported'; readonly report: string; readonly reportedAt: number; readonly isLate: boolean }
  | { readonly kind: 'danger-shown'; readonly report: string }
  | { readonly kind: 'danger-accepted'; readonly report: string }
  /** `seen` is the seq of the report that whoever ends it had before their eyes. */
  | { readonly kind: 'danger-ended'; readonly report: string; readonly seen: number }
  | ({
      readonly kind: 'act-done'
      readonly role: RoleId
      readonly act: ActId
      /** What the orders said of it at that moment; `open` if it hung on a fact not known. */
      readonly determined: Modality | 'open'
      readonly differs: boolean
      /** Compulsory for a direction that differs: an id of {@link DIFFERENCE_REASONS}. */
      readonly reason?: DifferenceReason
    } & Named)
  /** A duty with a deadline was not met in time; its order says whom to tell. */
  | ({
      readonly kind: 'duty-late'
      readonly role: RoleId
      readonly act: ActId
      readonly due: number
      readonly tell?: RoleId
    } & Named)
  | ({ readonly kind: 'duty-met'; readonly role: RoleId; readonly act: ActId; readonly due: number } & Named)
  /** Event `of` did `before`, which was not to be done before the duty `act`; the duty's order says whom to tell. */
  | ({
      readonly kind: 'duty-broken'
      readonly role: RoleId
      readonly act: ActId
      readonly before: ActId
      readonly of: number
      readonly tell?: RoleId
    } & Named)
  /**
   * What a screen showed: the incident up to `through`, and the sentence in its largest type, with the request or the
   * person of which it was said where others differed.
   */
  | ({ readonly kind: 'shown'; readonly through: number; readonly sentence: string } & Named)
  /** What the book in force determined, written whenever it changed. Enough to decide it again. */
  | {
      readonly kind: 'determined'
      readonly agency: string
      readonly bookAt: number
      readonly bookHash: string
      /** Of request 1 and person 1. */
      readonly situation: ReportedValues
      /** Each other situation, with the requests and persons that are in it; absent where there is none. */
      readonly others?: readonly { readonly of: readonly Subject[]; readonly situation: ReportedValues }[]
      readonly results: readonly DeterminedResult[]
    }
  /** Event `of` was wrong; it stays, and this stands beside it. Only an `observed` event can be corrected. */
  | { readonly kind: 'corrected'; readonly of: number; readonly value: SituationValue }
  /** Event `of`, an entry of a list or its end, was reported by mistake: it stays, and counts no more. */
  | { readonly kind: 'withdrawn'; readonly of: number }
  /** Event `of`, an act that differed, was reviewed. */
  | { readonly kind: 'reviewed'; readonly of: number; readonly outcome: ReviewOutcome }
  /** Demo agencies only: the simulated clock went forward. */
  | { readonly kind: 'time-passed'; readonly ms: number }
  | { readonly kind: 'closed' }

/** It names a request or a person only where the results of others differ. */
export type DeterminedResult = {
  readonly role: RoleId
  readonly act: ActId
  /** One if settled, those that remain if open. */
  readonly modalities: readonly Modality[]
} & Named

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
