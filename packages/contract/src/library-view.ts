/** What the library says of documents, agencies and books, and the records kept around orders. */
import type { VersionLine } from './changes-view.ts'
import type { Of } from './incident-view.ts'
import type { Modality, Position } from './shapes.ts'

/** `GET /api/documents`: one line a document. */
export type DocumentSummary = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly issuer: string
  readonly force: string
  readonly from: string
  /** Its last day, by itself or because another document supersedes it. */
  readonly through?: string
  readonly source: string
  readonly verified: string
  readonly cite?: string
  readonly supersedes: readonly string[]
  readonly supersededBy: readonly string[]
  readonly demo: boolean
}

/** `GET /api/documents/*`: the whole document, prose and blocks in order of text. */
export type DocumentView = DocumentSummary & {
  readonly text: string
  readonly textHash: string
  readonly segments: readonly { readonly kind: 'prose' | 'remit'; readonly text: string }[]
  readonly issuance: readonly IssuanceView[]
  /** Who may issue it, and under which authority, as far as the document and its sources say. */
  readonly authority: string
  /** All versions of this order by first day, itself among them. */
  readonly versions: readonly VersionLine[]
}

/** A document issued to the officers of an agency: who has received and who has read it. */
export type IssuanceView = {
  readonly agency: string
  readonly document: string
  readonly title: string
  readonly issuedAt: number
  readonly issuedBy: Position
  readonly textHash: string
  readonly state: 'in-force' | 'superseded'
  readonly supersededBy?: string
  readonly recipients: readonly {
    readonly position: Position
    readonly receivedAt?: number
    readonly readAt?: number
  }[]
}

/** `GET /api/agencies/:agency/book?at=`: what pick lists are made of. */
export type BookView = {
  readonly agency: string
  readonly at: number
  readonly hash: string
  readonly inputs: readonly InputView[]
  readonly roles: readonly { readonly id: string; readonly text: string; readonly outside: boolean }[]
  readonly acts: readonly {
    readonly id: string
    readonly text: string
    readonly word?: string
    readonly urgent: boolean
    readonly directs?: string
  }[]
  readonly documents: readonly DocumentSummary[]
  readonly invariants: readonly {
    readonly name: string
    readonly document: string
    readonly proved: boolean
    readonly witness?: string
  }[]
}

export type InputView = {
  readonly id: string
  readonly text: string
  readonly ask?: string
  /** Absent: about the incident. */
  readonly about?: 'request' | 'person' | 'actor'
  readonly knownTo: readonly string[]
  readonly kind: 'yes-no' | 'one-of' | 'number' | 'clock'
  readonly first?: boolean | string | number
  readonly values: readonly { readonly value: boolean | string; readonly text: string }[]
}

/** `GET /api/places`: the places whose orders the public can ask. */
export type PlacesView = {
  /** SHA-256 of all the orders, as hexadecimal digits: what was read by another one may have changed since. */
  readonly library: string
  readonly places: readonly PlaceView[]
}

/** A place whose orders the public can ask, with the days on which they change. */
export type PlaceView = {
  readonly id: string
  readonly name: string
  readonly kind: string
  /** Two capital letters. */
  readonly state: string
  /** Its days are those of this IANA time zone. */
  readonly timeZone: string
  /** First days, as `2021-08-02`, of the stretches in which its book stands unchanged, in order of time. */
  readonly changes: readonly string[]
  /** First days of the documents that order something here, in order of time. */
  readonly documents: readonly PlaceDocument[]
}

export type PlaceDocument = {
  readonly id: string
  readonly day: string
  /** The first day on which it no longer stands; absent: it has no end. */
  readonly ended?: string
  readonly short: string
  readonly force: string
  /** Federal law, which speaks in every place. */
  readonly federal: boolean
}

/** `GET /api/agencies/:agency/drill`: situations one fact apart. */
export type DrillView = {
  readonly id: string
  readonly title: string
  readonly agency: string
  readonly at: number
  readonly situations: readonly DrillSituation[]
}
export type DrillSituation = {
  readonly id: string
  readonly words: readonly string[]
  readonly ask: string
  readonly act: string
  readonly role: string
  readonly choices: readonly { readonly modality: Modality; readonly text: string }[]
}
/** `POST …/drill`: whether it was right, and the one fact that decides. */
export type DrillResult = {
  readonly correct: boolean
  readonly answer: Modality
  readonly sentence: string
  readonly decidingFact: string
  readonly why: readonly { readonly cite?: string; readonly short: string; readonly words: string }[]
}

/** `GET /api/agencies/:agency/reviews`: acts and directions that differed from the answer in force at that moment. */
export type ReviewRow = Of & {
  readonly incident: string
  readonly receipt: string
  readonly version: number
  readonly seq: number
  readonly at: number
  readonly by: Position
  readonly text: string
  readonly direction: boolean
  readonly determined: Modality | 'open'
  readonly reason?: string
  readonly custodyMs?: number
  readonly outcome?: string
  readonly reviewedBy?: Position
}

/** `POST /api/agencies/:agency/requests`, for the asking agency: what it can expect, with its receipt. */
export type RequestAnswer = {
  readonly receipt: string
  readonly incident: string
  readonly receivedAt: number
  readonly agency: string
  readonly expect: readonly { readonly words: string; readonly short: string; readonly cite?: string }[]
  readonly danger: string
  readonly done: readonly { readonly at: number; readonly words: string }[]
}
