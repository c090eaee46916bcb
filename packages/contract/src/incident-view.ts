/** An incident as a screen shows it: `GET /api/agencies/:agency/incidents/:incident`. Words are ready to show. */
import type { Modality, Position } from './shapes.ts'

/**
 * The request and the person of which something is said, where another answer stands for others: both absent in an incident
 * with one of each. `of` says it in words: "Person 2".
 */
export type Of = { readonly request?: number; readonly person?: number; readonly of?: string }

export type IncidentView = {
  readonly id: string
  readonly receipt: string
  readonly agency: { readonly id: string; readonly name: string; readonly demo: boolean; readonly timeZone: string }
  readonly version: number
  readonly state: 'open' | 'closed'
  /** `nowMs` by the incident's clock when the server answered; `offsetMs` is that clock minus real time. */
  readonly clock: { readonly nowMs: number; readonly offsetMs: number }
  readonly openedAt: number
  /** The one that opened it. */
  readonly request: RequestView
  /** All, the first one first. */
  readonly requests: readonly NumberedRequest[]
  /** How many persons are concerned; they have numbers and nothing else. */
  readonly persons: number
  readonly units: readonly Position[]
  readonly page: PageView
  readonly danger: DangerView
  readonly book: { readonly at: number; readonly hash: string; readonly documents: readonly DocumentLine[] }
  /** One for each role that the agency staffs and about which something is determined. */
  readonly roles: readonly RoleView[]
  readonly facts: readonly FactView[]
  readonly duties: readonly DutyView[]
  /** Duties that are to be done before another act. */
  readonly before: readonly BeforeView[]
  /** Lists that the orders read, with what is reported of each. */
  readonly lists: readonly ListView[]
  /** Directions that a supervisor can give, the one that is ordered first. */
  readonly directions: readonly DirectionView[]
  readonly acts: readonly ActDoneView[]
  /** Newest first. */
  readonly timeline: readonly TimelineLine[]
  /** A custody clock for each person who was held. */
  readonly custody: readonly CustodyView[]
  /** One word to units, the CAD narrative line (at most 73 signs) and the radio script (at most 12 words). */
  readonly toUnits: { readonly word?: string; readonly narrative: string; readonly radio: string }
}

/** Since when a person is held, and until when. */
export type CustodyView = Of & { readonly since: number; readonly until?: number }

export type RequestView = {
  readonly channel: string
  readonly beat: string
  readonly cadEvent?: string
  readonly requester: string
  readonly requesterIs: 'asserted' | 'verified'
  readonly purpose: string
  /** Which paper was shown, in words, if one was. */
  readonly paper?: string
}

export type NumberedRequest = RequestView & {
  readonly request: number
  readonly receipt: string
  readonly at: number
}

export type PageView =
  | { readonly state: 'none' }
  | {
      readonly state: 'paged' | 'accepted' | 'not-reached' | 'on-scene' | 'left'
      readonly position: Position
      readonly page: number
      readonly at: number
      /** Before the next of the chain is paged; only while `paged`. */
      readonly answerBy?: number
      readonly attempts: number
    }

export type DangerView = {
  readonly open: boolean
  readonly reports: readonly DangerReportView[]
}

export type DangerReportView = {
  readonly report: string
  readonly seq: number
  readonly by: Position
  readonly reportedAt: number
  readonly receivedAt: number
  /** Received long after it was reported: the present state is unknown. */
  readonly isLate: boolean
  readonly shown: readonly { readonly position: Position; readonly at: number }[]
  readonly accepted?: { readonly position: Position; readonly at: number }
  readonly endedAt?: number
}

export type DocumentLine = {
  readonly id: string
  readonly short: string
  readonly force: string
  readonly verified: string
}

export type RoleView = {
  readonly role: string
  readonly text: string
  /** The order of the moment. Absent: these orders say nothing that this role must do now. */
  readonly headline?: Headline
  /** Those that concern the moment: what is always forbidden, whatever is asked, is left to `remit decide`. */
  readonly answers: readonly AnswerView[]
  /** The fact that matters most to this role and can be asked now. */
  readonly question?: QuestionView
  /** The units of this role whose own order is another, because they have done their part and others have not. */
  readonly members: readonly { readonly position: string; readonly headline?: Headline }[]
}

export type Headline = Of & {
  readonly modality: Modality
  readonly act: string
  /** It is about danger: nothing else may stand in the red. */
  readonly urgent: boolean
  /** Right by itself if the badge is not seen: "Take no part in the arrest." */
  readonly sentence: string
  /** What else holds, at most two: sentences with their modality. */
  readonly also: readonly (Of & { readonly modality: Modality; readonly act: string; readonly sentence: string })[]
  readonly dueAt?: number
  readonly ifLate?: string
}

export type AnswerView = Of & {
  readonly role: string
  readonly act: string
  readonly text: string
  readonly settled: boolean
  /** One if settled. */
  readonly modalities: readonly Modality[]
  /** For a MUST: when it was met. */
  readonly doneAt?: number
  /** For a MUST that binds each of several units: how many have done it. */
  readonly members?: Members
  readonly changedAt?: number
  /** Names of facts on which an open answer hangs, and presumed facts on which a settled one rests. */
  readonly matters: readonly string[]
  readonly presumed: readonly string[]
  readonly setAsideBy: readonly string[]
  readonly ask: readonly string[]
  readonly interim: readonly string[]
  readonly dueAt?: number
  readonly ifLate?: string
  /** Deciding first, then what it defeated, then what was lifted. */
  readonly why: readonly WhyLine[]
  /** Of what is said at the moment: the fewest facts that are enough for it, whatever else is so, in one sentence. */
  readonly because?: string
  /** Of what is said at the moment: what can happen now that makes it another answer. */
  readonly whatIf?: readonly WhatIfLine[]
}

/** "If someone is in danger", and what the orders say then. */
export type WhatIfLine = { readonly words: string; readonly modality: Modality }

export type WhyLine = {
  readonly part: 'decides' | 'defeated' | 'lifted' | 'possible'
  readonly norm: string
  readonly document: DocumentLine
  readonly cite?: string
  readonly modality: string
  readonly words: string
  /** The sanction, in the order's own words. */
  readonly ifBroken?: string
  /** Whether it is a demo agency's own setting. */
  readonly setting: boolean
}

/** "2 of 3 have done it." */
export type Members = { readonly done: number; readonly of: number }

export type QuestionView = Of & {
  readonly input: string
  readonly ask: string
  readonly why: string
  /** Empty for a number, which is given in `unit`. */
  readonly answers: readonly { readonly value: boolean | string; readonly text: string }[]
  readonly unit?: string
  readonly presumed?: boolean | string | number
  /** The list that the question is about: an entry of it answers too. */
  readonly list?: string
}

/** A list, with the fields of its entries, and the entries reported of one request or person. */
export type ListView = Of & {
  readonly list: string
  readonly text: string
  readonly ask?: string
  readonly knownTo: readonly string[]
  readonly fields: readonly FieldView[]
  readonly entries: readonly { readonly seq: number; readonly words: string }[]
  readonly isComplete: boolean
}
export type FieldView = {
  readonly field: string
  readonly text: string
  readonly kind: 'one-of' | 'number' | 'yes-no'
  readonly values: readonly { readonly value: boolean | string; readonly text: string }[]
  readonly unit?: string
}

export type FactView = Of & {
  readonly input: string
  readonly text: string
  readonly value: boolean | string | number
  readonly valueText: string
  readonly how: 'reported' | 'presumed' | 'unknown'
}

export type DutyView = Of & {
  readonly role: string
  readonly act: string
  readonly text: string
  readonly dueAt: number
  readonly state: 'running' | 'met' | 'late' | 'set-aside'
  readonly ifLate?: string
  readonly setting: boolean
  readonly members?: Members
}

/** Do `act` before `before`: doing the other first is recorded as a breach, and never blocked. */
export type BeforeView = Of & {
  readonly role: string
  readonly act: string
  readonly text: string
  /** The act that has to wait, and all its kinds. */
  readonly before: readonly string[]
  readonly beforeText: string
  readonly state: 'stands' | 'broken'
  /** Units of the role that have done it already, where it binds each of several. */
  readonly done: readonly string[]
  readonly ifLate?: string
}

export type DirectionView = {
  readonly act: string
  readonly text: string
  readonly sentence: string
  readonly modality: Modality | 'open'
  readonly toRole: string
}

export type ActDoneView = Of & {
  readonly seq: number
  readonly at: number
  readonly by: Position
  readonly act: string
  readonly text: string
  readonly direction: boolean
  readonly determined: Modality | 'open'
  readonly differs: boolean
  readonly reason?: string
  readonly review?: { readonly by: Position; readonly at: number; readonly outcome: string }
}

export type TimelineLine = {
  readonly seq: number
  readonly at: number
  readonly who: string
  readonly words: string
  readonly detail?: string
  readonly strong: boolean
}

/** A row of the queue: `GET /api/agencies/:agency/incidents`. Danger first, then late, then next deadline. */
export type QueueRow = {
  readonly id: string
  readonly receipt: string
  readonly version: number
  readonly state: 'open' | 'closed'
  readonly openedAt: number
  readonly closedAt?: number
  readonly clock: { readonly nowMs: number; readonly offsetMs: number }
  readonly request: RequestView
  readonly units: readonly Position[]
  readonly page: PageView
  readonly danger: DangerView
  readonly word?: string
  readonly duty?: DutyView
}
