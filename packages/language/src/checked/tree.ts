/**
 * A checked book: everything that the orders of one agency mean at one instant, with every name resolved.
 *
 * The contract between the checker, the engine and the reference interpreter; its meaning is the section
 * *Semantics* of the language's definition. Plain data: it survives JSON, and its canonical print is hashed.
 */
import type { Span } from '../text/span.ts'
import type { Comparison, StatementModality, Verified } from '../text/words.ts'
import type { FieldTest, List, ListId } from './lists.ts'
import type { Report } from './reports.ts'

export type { Comparison, StatementModality, Verified }

/** A document's path below `orders/` without `.md`, e.g. `us/il/chicago/police/2019-09-dhs-memo`. */
export type DocumentId = string
/** An agency's folder below `orders/`, e.g. `us/il/chicago/police`. */
export type AgencyId = string
/** `DocumentId#name`. */
export type NormId = string
export type RoleId = string
export type ActId = string
export type EventId = string
/** `DocumentId#subject state` for a define local to its document, `subject state` for one of a vocabulary. */
export type DefineId = string
/**
 * What the engine is told, by its canonical words: `supervisor is on-scene` (yes or no), `requester` (one of),
 * `asks include hold` (one member of a set, yes or no), `speed` (a number), `since release-due` (a clock),
 * `supervisor has done direct-to-leave` (yes or no), `some conviction has class listed and years-ago at most 15` (yes or
 * no). A fact about the actor has an input for each role that is decided: `training of officer is certified`. In a
 * condition `*` stands for the role that is decided, as in `training of * is certified`: see {@link inputOf}.
 */
export type InputId = string

export type Book = {
  /** Version of the language, part of what is hashed. */
  readonly language: 1
  readonly agency: Agency
  /** Milliseconds since 1970 UTC. */
  readonly at: number
  /** SHA-256 of the canonical print (`canonical.ts`: without places, `at` and the hash), 64 hexadecimal digits. */
  readonly hash: string
  /** In order of id, as are all lists below unless they say otherwise. */
  readonly documents: readonly DocumentHeader[]
  readonly roles: readonly Role[]
  readonly events: readonly EventDeclaration[]
  readonly inputs: readonly Input[]
  /** INVARIANT: a define refers only to defines before it. */
  readonly defines: readonly Define[]
  readonly acts: readonly Act[]
  readonly nevers: readonly Never[]
  readonly norms: readonly Norm[]
  readonly exceptions: readonly Exception[]
  readonly unsettled: readonly Unsettled[]
  readonly invariants: readonly Invariant[]
  readonly lists: readonly List[]
  readonly choices: readonly Choice[]
  readonly reports: readonly Report[]
}

export type Agency = {
  readonly id: AgencyId
  readonly name: string
  readonly kind: string
  /** Two capital letters. */
  readonly state: string
  /** An IANA time zone. */
  readonly timeZone: string
  readonly fips?: string
  /** Whether the agency runs Remit or is only in the library. */
  readonly runs: boolean
  /** Whether it is an invented agency with invented settings, shown as such everywhere. */
  readonly demo: boolean
  /** The roles that the agency staffs. */
  readonly roles: readonly RoleId[]
  /** Positions paged one after another, first to last. Empty unless the agency runs. */
  readonly chain: readonly RoleId[]
  /** The position that answers at any hour; every conflict is referred to it. */
  readonly referTo: RoleId
  /** What SILENT means here, in the agency's own sentence. */
  readonly silent?: string
  /** How long one position is paged before the next of the chain, in seconds. */
  readonly pageEachSeconds?: number
}

export type DocumentHeader = {
  readonly id: DocumentId
  readonly title: string
  readonly short: string
  readonly issuer: string
  readonly force: Force
  /**
   * First and last instant in force by its own front matter, milliseconds since 1970 UTC, both included; absent: without
   * end. That a newer document supersedes it is not told here: a document changes nothing before its start.
   */
  readonly from: number
  readonly through?: number
  readonly source: string
  readonly verified: Verified
  readonly cite?: string
  /** In order of time; the ends are instants, both included. Absent: never. */
  readonly suspended?: readonly { readonly from: number; readonly through?: number; readonly by: string }[]
  /** When it became known, milliseconds since 1970 UTC. */
  readonly published?: number
  /** The court decision that reads the text so. */
  readonly appliedBy?: string
}

/** Highest first. `vocabulary`, `federal form` and `counsel note` have no force: no norm stands in them. */
export const FORCES = [
  'constitution',
  'federal statute',
  'federal regulation',
  'state constitution',
  'state statute',
  'state directive',
  'ordinance',
  'executive order',
  'department order',
  'memo',
  'dispatch message',
] as const
export type RankedForce = (typeof FORCES)[number]
/** `board policy` and `elected officer's policy` have the rank of `executive order`. */
export type Force =
  | RankedForce
  | 'board policy'
  | "elected officer's policy"
  | 'vocabulary'
  | 'federal form'
  | 'counsel note'

/** Place of a force in {@link FORCES}: 0 is the highest. */
export type Rank = number

export type Role = {
  readonly id: RoleId
  readonly text: string
  /** Shown and never decided: DHS, a judge. */
  readonly outside: boolean
  /** Whether it is the built-in role `agency`, for which all its members' prohibitions stand too. */
  readonly agency: boolean
}

export type EventDeclaration = { readonly id: EventId; readonly text: string }

/** What a fact is about. A happening that names a request or a person says nothing about another one. */
export type About = 'incident' | 'request' | 'person' | 'actor'

type AnyInput = {
  readonly id: InputId
  /** Absent: about the incident. */
  readonly about?: Exclude<About, 'incident'>
  /** Whose it is, for an input about the actor. */
  readonly role?: RoleId
  /** The question in words, absent where nobody is asked (clocks, done acts). */
  readonly ask?: string
  readonly help?: string
  readonly knownTo: readonly RoleId[]
  readonly alwaysOffered: boolean
  readonly changes: readonly Change[]
}

export type Input =
  /**
   * `of` says where it comes from: a yes-or-no fact, a member of a set fact, or a done act. Only those done acts are
   * inputs that some condition of the book asks about.
   */
  | (AnyInput & { readonly kind: 'yes-no'; readonly first?: boolean; readonly of: YesNoOrigin })
  /** Values in the order of the text, which is the order of the pick list. */
  | (AnyInput & { readonly kind: 'one-of'; readonly first?: string; readonly values: readonly Value[] })
  /** A number in `unit`; never negative. */
  | (AnyInput & { readonly kind: 'number'; readonly first?: number; readonly unit: string })
  /** Milliseconds since the event last happened. Its first value is `not started`. `names`: the facts that read it. */
  | (AnyInput & { readonly kind: 'clock'; readonly event: EventId; readonly names: readonly string[] })

export type YesNoOrigin =
  | { readonly kind: 'fact'; readonly text: string }
  | { readonly kind: 'member'; readonly set: string; readonly value: Value }
  | { readonly kind: 'done'; readonly role: RoleId; readonly act: ActId }
  /**
   * Whether some entry of a list fits. Of several such inputs of one list, a set of answers is possible exactly when each
   * *yes* input has an entry that fits it and fits no *no* input.
   */
  | { readonly kind: 'some'; readonly list: ListId; readonly tests: readonly FieldTest[] }

export type Value = { readonly id: string; readonly text: string }

/** How an event changes an input. */
export type Change =
  | { readonly kind: 'becomes'; readonly event: EventId; readonly value: boolean | string }
  /** Yes while an `opens` has no `closes` of its own (danger is per reporter). */
  | { readonly kind: 'while'; readonly opens: EventId; readonly closes: EventId }
  /**
   * Yes from a time of day (minutes since midnight by the agency's clock) of the day on which the event last happened,
   * or of the day after (`days` 1); no before.
   */
  | { readonly kind: 'moment'; readonly event: EventId; readonly minutes: number; readonly days: 0 | 1 }

export type Condition =
  /** No condition at all holds always. */
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'define'; readonly define: DefineId }
  | { readonly kind: 'yes'; readonly input: InputId }
  | { readonly kind: 'one-of'; readonly input: InputId; readonly values: readonly string[] }
  /** For a `number` input in its own unit, for a `clock` input in milliseconds. False for a clock not started. */
  | { readonly kind: 'compare'; readonly input: InputId; readonly is: Comparison; readonly than: number }

/** The input that a condition reads when `role` is decided. */
export function inputOf(id: InputId, role: RoleId): InputId {
  return id.replace('*', role)
}

export type Define = { readonly id: DefineId; readonly text: string; readonly when: Condition; readonly span: Span }

export type Never = { readonly id: string; readonly when: Condition; readonly words: string; readonly span: Span }

export type Act = {
  readonly id: ActId
  /** A verb phrase that works after "do not", "officers must" and "you may", with a capital letter. */
  readonly text: string
  /** A second, direct form, e.g. "Take no part in the arrest". */
  readonly order?: string
  /** The one word to units, in capitals. */
  readonly word?: string
  readonly document: DocumentId
  /** The more general acts named in the declaration (not their own generals: follow them). No cycles. */
  readonly kindOf: readonly ActId[]
  readonly excludes: readonly ActId[]
  readonly directs?: { readonly role: RoleId; readonly act: ActId }
  readonly urgent: boolean
  readonly withdraws: boolean
  readonly onlyWhereAllowed: boolean
  /** Absent: it arises where a norm that applies speaks about it. */
  readonly arisesWhen?: Condition
  readonly span: Span
}

export type Statement = {
  /** `NormId/1`, counted from 1 in the norm's text. */
  readonly id: string
  /**
   * The roles named, groups already replaced by their members. `agency` is among them only if it is named itself;
   * what naming it means for each modality is for the reader of the tree to apply.
   */
  readonly roles: readonly RoleId[]
  readonly modality: StatementModality
  readonly acts: readonly ActId[]
  readonly otherThan: readonly ActId[]
  /** `whatever lower orders say`, only after `may` and `need not`. */
  readonly guaranteed: boolean
  /** `one ROLE`: it is enough that one member does it; else each assigned member is bound. */
  readonly one?: true
  readonly deadline?: Deadline
  /** What the document says of it in its own words, for showing. */
  readonly words: string
  readonly span: Span
}

export type Deadline =
  | { readonly kind: 'within'; readonly ms: number; readonly event: EventId; readonly ifLate?: RoleId }
  | { readonly kind: 'promptly'; readonly ifLate?: RoleId }
  /** Doing `act`, or a kind of it, first is a breach. */
  | { readonly kind: 'before'; readonly act: ActId; readonly ifLate?: RoleId }

type AnyNorm = {
  readonly id: NormId
  readonly name: string
  readonly document: DocumentId
  readonly rank: Rank
  readonly when: Condition
  /** Absent: nothing lifts it. */
  readonly unless?: Condition
  readonly statements: readonly Statement[]
  readonly cite?: string
  /** The sanction, in the order's own words. */
  readonly ifBroken?: string
  readonly span: Span
}

export type Norm = AnyNorm & {
  /** `unless lower orders say otherwise`: an exception of lower force is effective too. */
  readonly lowerMaySayOtherwise: boolean
}

export type Exception = AnyNorm & {
  readonly to: readonly NormId[]
  /** Absent: the whole norm is lifted. Else only for these acts and their kinds. */
  readonly forActs?: readonly ActId[]
}

/** Honest doubt: one norm (with it or without it) or two (without the first or without the second). */
export type Unsettled = {
  readonly id: string
  readonly norms: readonly [NormId] | readonly [NormId, NormId]
  readonly ask: RoleId
  readonly interim: Interim
  readonly document: DocumentId
  readonly span: Span
}

export type Interim =
  | { readonly kind: 'do'; readonly act: ActId }
  | { readonly kind: 'do not'; readonly act: ActId }
  | { readonly kind: 'words'; readonly text: string }

/** One of these acts is going to happen where `when` holds. */
export type Choice = {
  readonly id: string
  readonly role: RoleId
  readonly acts: readonly ActId[]
  readonly when: Condition
  readonly document: DocumentId
  readonly span: Span
}

export type Invariant = {
  readonly id: string
  readonly name: string
  readonly when: Condition
  readonly expect: readonly Expectation[]
  readonly span: Span
}

export type Expectation = { readonly span: Span } & (
  | {
      readonly kind: 'modality'
      readonly role: RoleId
      readonly act: ActId
      readonly is: StatementModality
      /** Names of norms that must be among the deciding ones. */
      readonly because: readonly NormId[]
    }
  | { readonly kind: 'is'; readonly role: RoleId; readonly act: ActId; readonly is: 'set aside' | 'silent' | 'open' }
  | { readonly kind: 'referred'; readonly role: RoleId; readonly act: ActId; readonly to?: RoleId }
  /** Neither the act nor a kind of it is MUST NOT for any role. */
  | { readonly kind: 'no kind forbidden'; readonly act: ActId }
  /** No role has a standing MUST for the act. */
  | { readonly kind: 'nobody must'; readonly act: ActId }
  /** No role has a standing MUST for an act that withdraws. */
  | { readonly kind: 'nobody must withdraw' }
)

export type Scenario = {
  readonly id: string
  readonly name: string
  readonly document: DocumentId
  readonly agency: AgencyId
  /** Milliseconds since 1970 UTC. */
  readonly on: number
  readonly given: readonly Happening[]
  readonly steps: readonly ScenarioStep[]
  readonly span: Span
}

export type ScenarioStep =
  | { readonly kind: 'expect'; readonly expect: readonly Expectation[] }
  | { readonly kind: 'happens'; readonly happening: Happening; readonly span: Span }
  | { readonly kind: 'time passes'; readonly ms: number }

/** One thing that a scenario states or an incident records; `agoMs` before the present moment, else now. */
export type Happening =
  | { readonly kind: 'value'; readonly input: InputId; readonly value: SituationValue }
  | { readonly kind: 'event'; readonly event: EventId; readonly agoMs: number }
  | { readonly kind: 'done'; readonly role: RoleId; readonly act: ActId; readonly agoMs: number }
  /** One entry of a list; a field that is absent is not known. */
  | {
      readonly kind: 'entry'
      readonly list: ListId
      readonly values: { readonly [field: string]: boolean | string | number }
    }
  /** The list has no further entry. */
  | { readonly kind: 'complete'; readonly list: ListId }

/** Yes or no; a value of a one-of; a number, or milliseconds of a clock; a clock not started; or not known. */
export type SituationValue = boolean | string | number | typeof NOT_STARTED | typeof UNKNOWN
export const NOT_STARTED = 'not started'
/** "I don't know": the input is open, even where it has a first value. */
export const UNKNOWN = 'unknown'

/**
 * What is reported so far. An input that is absent has its first value (presumed), a clock is `not started`
 * (presumed), and an input without a first value is unknown.
 */
export type Situation = ReadonlyMap<InputId, SituationValue>
