/** An incident as a screen shows it: `GET /api/agencies/:agency/incidents/:incident`. Words are ready to show. */
import type { Modality, Position } from './shapes.ts'

export type IncidentView = {
  readonly id: string
  readonly receipt: string
  readonly agency: { readonly id: string; readonly name: string; readonly demo: boolean; readonly timeZone: string }
  readonly version: number
  readonly state: 'open' | 'closed'
  /** `nowMs` by the incident's clock when the server answered; `offsetMs` is that clock minus real time. */
  readonly clock: { readonly nowMs: number; readonly offsetMs: number }
  readonly openedAt: number
  readonly request: RequestView
  readonly units: readonly Position[]
  readonly page: PageView
  readonly danger: DangerView
  readonly book: { readonly at: number; readonly hash: string; readonly documents: readonly DocumentLine[] }
  /** One for each role that the agency staffs and about which something is determined. */
  readonly roles: readonly RoleView[]
  readonly facts: readonly FactView[]
  readonly duties: readonly DutyView[]
  /** Directions that a supervisor can give, the one that is ordered first. */
  readonly directions: readonly DirectionView[]
  readonly acts: readonly ActDoneView[]
  /** Newest first. */
  readonly timeline: readonly TimelineLine[]
  /** The custody clock: since when, and until when, a person was held. */
  readonly custody?: { readonly since: number; readonly until?: number }
  /** One word to units, the CAD narrative line (at most 73 signs) and the radio script (at most 12 words). */
  readonly toUnits: { readonly word?: string; readonly narrative: string; readonly radio: string }
}

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
}

export type Headline = {
  readonly modality: Modality
  readonly act: string
  /** Right by itself if the badge is not seen: "Take no part in the arrest." */
  readonly sentence: string
  /** What else holds, at most two: sentences with their modality. */
  readonly also: readonly { readonly modality: Modality; readonly act: string; readonly sentence: string }[]
  readonly dueAt?: number
  readonly ifLate?: string
}

export type AnswerView = {
  readonly role: string
  readonly act: string
  readonly text: string
  readonly settled: boolean
  /** One if settled. */
  readonly modalities: readonly Modality[]
  /** For a MUST: whether the role has done it. */
  readonly doneAt?: number
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
}

export type WhyLine = {
  readonly part: 'decides' | 'defeated' | 'lifted' | 'possible'
  readonly norm: string
  readonly document: DocumentLine
  readonly cite?: string
  readonly modality: string
  readonly words: string
  /** Whether it is a demo agency's own setting. */
  readonly setting: boolean
}

export type QuestionView = {
  readonly input: string
  readonly ask: string
  readonly why: string
  readonly answers: readonly { readonly value: boolean | string; readonly text: string }[]
  readonly presumed?: boolean | string
}

export type FactView = {
  readonly input: string
  readonly text: string
  readonly value: boolean | string | number
  readonly valueText: string
  readonly how: 'reported' | 'presumed' | 'unknown'
}

export type DutyView = {
  readonly role: string
  readonly act: string
  readonly text: string
  readonly dueAt: number
  readonly state: 'running' | 'met' | 'late' | 'set-aside'
  readonly ifLate?: string
  readonly setting: boolean
}

export type DirectionView = {
  readonly act: string
  readonly text: string
  readonly sentence: string
  readonly modality: Modality | 'open'
  readonly toRole: string
}

export type ActDoneView = {
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
