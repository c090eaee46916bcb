/**
 * A document as it was written: names are still words, nothing is resolved. Every node knows its place.
 *
 * INVARIANT: `print` of a tree, parsed again, gives the same tree apart from spans.
 */
import type { Span } from '../text/span.ts'
import type { Comparison, StatementModality, Verified } from '../text/words.ts'

/** A word, or a quoted text, with its place. */
export type Word = { readonly text: string; readonly span: Span }

export type ParsedDocument = {
  /** The path below `orders/` without `.md`. */
  readonly id: string
  readonly frontMatter: FrontMatter
  /** In order of text, over all `remit` blocks. */
  readonly declarations: readonly Declaration[]
  /** The whole text, for showing prose beside blocks and for the hash of the prose. */
  readonly text: string
}

export type FrontMatter = {
  readonly title: string
  readonly short: string
  readonly issuer: string
  /** As written; the checker knows which forces there are. */
  readonly force: Word
  readonly from: LocalTime
  /** Absent: without end. */
  readonly through?: LocalTime
  readonly source: string
  readonly verified: Verified
  readonly cite?: string
  readonly supersedes: readonly Word[]
  /** Absent: everybody below the folder. */
  readonly binds?: readonly Word[]
  readonly appliesIn?: readonly Word[]
  /** Stretches in which a court suspended it. */
  readonly suspended: readonly Suspension[]
  /** When it became known. */
  readonly published?: LocalTime
  /** The court decision that reads the text so. */
  readonly appliedBy?: string
  readonly span: Span
}

/** `from 2020-01-08 through 2020-03-01, by COURT`, both ends included. */
export type Suspension = {
  readonly from: LocalTime
  /** Absent: until further notice. */
  readonly through?: LocalTime
  readonly by: string
  readonly span: Span
}

/** A day (`2019-09-26`), or an instant of local time (`2019-09-26T14:00`). */
export type LocalTime = { readonly text: string; readonly span: Span }

/** The front matter of `agency.md`, still in words. */
export type ParsedAgency = {
  /** The folder below `orders/`. */
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly state: string
  readonly timeZone: string
  readonly fips?: string
  readonly runs: boolean
  readonly demo: boolean
  readonly roles: readonly Word[]
  readonly chain: readonly Word[]
  readonly referTo: Word
  readonly silent?: string
  readonly pageEachSeconds?: number
  readonly text: string
  readonly span: Span
}

export type Declaration =
  | RoleDeclaration
  | GroupDeclaration
  | FactDeclaration
  | DefineDeclaration
  | EventDeclaration
  | ActDeclaration
  | NeverDeclaration
  | NormDeclaration
  | ExceptionDeclaration
  | UnsettledDeclaration
  | InvariantDeclaration
  | ScenarioDeclaration
  | ListDeclaration
  | ChoiceDeclaration
  | ReportDeclaration

type Declared<K extends string> = { readonly kind: K; readonly span: Span }

export type RoleDeclaration = Declared<'role'> & {
  readonly name: Word
  readonly text?: Word
  readonly outside: boolean
}
export type GroupDeclaration = Declared<'group'> & { readonly name: Word; readonly members: readonly Word[] }
export type EventDeclaration = Declared<'event'> & { readonly name: Word; readonly text?: Word }

export type FactDeclaration = Declared<'fact'> & {
  readonly subject: Word
  readonly shape: FactShape
  readonly first?: Word
  readonly ask?: Word
  readonly help?: Word
  readonly knownTo: readonly Word[]
  readonly alwaysOffered: boolean
  /** `incident` (also where absent), `request`, `person` or `actor`; the checker knows which there are. */
  readonly about?: Word
  readonly changes: readonly ChangeDeclaration[]
}
export type FactShape =
  | { readonly kind: 'yes-no'; readonly state: Word }
  | { readonly kind: 'one-of'; readonly values: readonly ValueDeclaration[] }
  | { readonly kind: 'some-of'; readonly values: readonly ValueDeclaration[] }
  | { readonly kind: 'number'; readonly unit: Word }
  | { readonly kind: 'clock'; readonly unit: Word; readonly event: Word }
export type ValueDeclaration = { readonly name: Word; readonly text?: Word }
export type ChangeDeclaration =
  | { readonly kind: 'becomes'; readonly value: Word; readonly event: Word; readonly span: Span }
  | { readonly kind: 'while'; readonly opens: Word; readonly closes: Word; readonly span: Span }
  /** `yes at 23:59 of the day of EVENT`, or `… of the day after EVENT`. */
  | {
      readonly kind: 'moment'
      readonly value: Word
      readonly time: Word
      readonly day: 'of' | 'after'
      readonly event: Word
      readonly span: Span
    }

/** Entries of one shape: `list conviction, about the person` with its fields. */
export type ListDeclaration = Declared<'list'> & {
  readonly name: Word
  readonly text?: Word
  readonly about?: Word
  readonly ask?: Word
  readonly help?: Word
  readonly knownTo: readonly Word[]
  readonly fields: readonly FieldDeclaration[]
}
export type FieldDeclaration = { readonly name: Word; readonly text?: Word; readonly shape: FieldShape }
export type FieldShape =
  | { readonly kind: 'one-of'; readonly values: readonly ValueDeclaration[] }
  | { readonly kind: 'number'; readonly unit: Word }
  | { readonly kind: 'yes-no' }

export type DefineDeclaration = Declared<'define'> & {
  readonly subject: Word
  readonly state: Word
  readonly when: ConditionBlock
}

export type ActDeclaration = Declared<'act'> & {
  readonly name: Word
  readonly text?: Word
  readonly order?: Word
  readonly word?: Word
  readonly kindOf: readonly Word[]
  readonly excludes: readonly Word[]
  readonly directs?: { readonly role: Word; readonly act: Word }
  readonly urgent: boolean
  readonly withdraws: boolean
  readonly onlyWhereAllowed: boolean
  readonly arises?: ConditionBlock
}

export type NeverDeclaration = Declared<'never'> & { readonly conditions: readonly ConditionLine[] }

export type NormDeclaration = Declared<'norm'> & NormBody & { readonly lowerMaySayOtherwise: boolean }
export type ExceptionDeclaration = Declared<'exception'> &
  NormBody & { readonly to: readonly NormReference[]; readonly forActs: readonly Word[] }
export type NormBody = {
  readonly name: Word
  readonly when?: ConditionBlock
  readonly unless?: ConditionBlock
  readonly statements: readonly StatementDeclaration[]
  readonly cite?: Word
  /** `if broken "…"`: the sanction, shown. */
  readonly ifBroken?: Word
}
/** `NORM` of this document, or `NORM of "Short title"`. */
export type NormReference = { readonly name: Word; readonly of?: Word }

export type StatementDeclaration = {
  /** Empty for `nobody may …`, which is `agency must not …`: it binds the agency and all its members. */
  readonly who: readonly Word[]
  /** `one ROLE`: it is enough that one member does it; else each assigned member is bound. */
  readonly one: boolean
  readonly modality: StatementModality
  readonly acts: readonly Word[]
  readonly otherThan: readonly Word[]
  readonly guaranteed: boolean
  readonly deadline?: DeadlineDeclaration
  readonly span: Span
}
export type DeadlineDeclaration =
  | { readonly kind: 'within'; readonly duration: Duration; readonly event: Word; readonly ifLate?: Word }
  | { readonly kind: 'promptly'; readonly ifLate?: Word }
  /** `before ACT`: doing that act first is a breach. */
  | { readonly kind: 'before'; readonly act: Word; readonly ifLate?: Word }
export type Duration = { readonly count: number; readonly unit: Word; readonly span: Span }

export type UnsettledDeclaration = Declared<'unsettled'> & {
  readonly norm: NormReference
  readonly against?: NormReference
  readonly ask: Word
  readonly interim: InterimDeclaration
}
export type InterimDeclaration =
  | { readonly kind: 'do'; readonly act: Word }
  | { readonly kind: 'do not'; readonly act: Word }
  | { readonly kind: 'words'; readonly text: Word }

/** One of these acts is going to happen: `choice by ROLE: A, B, C when …`. */
export type ChoiceDeclaration = Declared<'choice'> & {
  readonly role: Word
  readonly acts: readonly Word[]
  readonly when?: ConditionBlock
}

/** What an agency owes to whom, per period. */
export type ReportDeclaration = Declared<'report'> & {
  readonly name: Word
  readonly by: Word
  readonly to: readonly Word[]
  /** `month`, `quarter`, `half-year` or `year`; the checker knows which there are. */
  readonly every: Word
  readonly due?: DueDeclaration
  /** `also when none`; else `only if any`. */
  readonly alsoWhenNone: boolean
  readonly fields: readonly Word[]
  readonly cite?: Word
}
export type DueDeclaration =
  /** `due within 30 days` of the end of the period. */
  | { readonly kind: 'within'; readonly duration: Duration }
  /** `due 1 march`: the first such day after the end of the period. */
  | { readonly kind: 'day'; readonly day: number; readonly month: Word; readonly span: Span }
  /** `due "…"`, where the law names no day. */
  | { readonly kind: 'words'; readonly text: Word }

/** Lines joined by `and`, or one `any of` block: never a mixture. */
export type ConditionBlock = {
  readonly join: 'all' | 'any'
  readonly lines: readonly ConditionLine[]
  readonly span: Span
}
export type ConditionLine = { readonly span: Span } & (
  | (Subject & { readonly kind: 'is'; readonly negated: boolean; readonly value: Word })
  /** `is one of`, and negated `is none of`. */
  | (Subject & { readonly kind: 'is-one-of'; readonly negated: boolean; readonly values: readonly Word[] })
  /** `include`, and negated `do not include`. */
  | (Subject & { readonly kind: 'include'; readonly negated: boolean; readonly value: Word })
  /** `is [not] at least 4 hours`; the unit is absent for a plain number. */
  | (Subject & {
      readonly kind: 'compare'
      readonly negated: boolean
      readonly is: Comparison
      readonly count: number
      readonly unit?: Word
    })
  /** `some LIST has FIELD …, FIELD … and FIELD …`, and negated `no LIST has …`. */
  | { readonly kind: 'some'; readonly list: Word; readonly negated: boolean; readonly tests: readonly FieldTest[] }
  | { readonly kind: 'done'; readonly role: Word; readonly negated: boolean; readonly act: Word }
)

/** What a line asks about. `SUBJECT of ROLE` for a fact about the actor; without a role it is whoever is decided. */
export type Subject = { readonly subject: Word; readonly of?: Word }

/** `class listed`, `class one of listed, other`, `years-ago at most 15`, `was-reduced no`. */
export type FieldTest = { readonly field: Word; readonly span: Span } & (
  | { readonly kind: 'is'; readonly value: Word }
  | { readonly kind: 'is-one-of'; readonly values: readonly Word[] }
  | { readonly kind: 'compare'; readonly is: Comparison; readonly count: number; readonly unit?: Word }
)

export type InvariantDeclaration = Declared<'invariant'> & {
  readonly name: Word
  readonly when?: ConditionBlock
  readonly expect: readonly ExpectationDeclaration[]
}

export type ScenarioDeclaration = Declared<'scenario'> & {
  readonly title: Word
  /** `on 2019-09-28` or `on 2019-09-28T21:50`; absent: the first day in force. */
  readonly on?: LocalTime
  /** `in us/il/chicago/police`; compulsory where the folder is no agency. */
  readonly place?: Word
  readonly given: readonly HappeningDeclaration[]
  readonly steps: readonly StepDeclaration[]
}
export type StepDeclaration =
  | { readonly kind: 'expect'; readonly expect: readonly ExpectationDeclaration[]; readonly span: Span }
  | { readonly kind: 'happens'; readonly happening: HappeningDeclaration; readonly span: Span }
  | { readonly kind: 'time passes'; readonly duration: Duration; readonly span: Span }

export type HappeningDeclaration = {
  readonly span: Span
} /** A condition line that states a value: `requester is ice-ero`, `supervisor is not on-scene`, `asks include hold`. */ & (
  | { readonly kind: 'states'; readonly line: ConditionLine }
  | (Subject & { readonly kind: 'number'; readonly count: number; readonly unit?: Word })
  /** `X is unknown`, or for a yes-or-no fact `supervisor is on-scene is unknown`. */
  | (Subject & { readonly kind: 'unknown'; readonly state?: Word })
  /** `a conviction has class listed, level felony, years-ago 10`: one entry of a list. */
  | { readonly kind: 'entry'; readonly list: Word; readonly values: readonly FieldValue[] }
  /** `no other conviction`: the list is complete. */
  | { readonly kind: 'complete'; readonly list: Word }
  | { readonly kind: 'event'; readonly event: Word; readonly ago?: Duration }
  | { readonly kind: 'done'; readonly role: Word; readonly act: Word; readonly ago?: Duration }
)

export type FieldValue = { readonly field: Word; readonly span: Span } & (
  | { readonly kind: 'is'; readonly value: Word }
  | { readonly kind: 'number'; readonly count: number; readonly unit?: Word }
)

export type ExpectationDeclaration = { readonly span: Span } & (
  | {
      readonly kind: 'modality'
      readonly who: Word
      readonly is: StatementModality
      readonly acts: readonly Word[]
      readonly because: readonly NormReference[]
    }
  /** `officer wait-for-supervisor is set aside`. */
  | {
      readonly kind: 'is'
      readonly who: Word
      readonly act: Word
      readonly is: 'set aside' | 'silent' | 'open' | 'referred'
      readonly to?: Word
    }
  | { readonly kind: 'no kind forbidden'; readonly act: Word }
  /** `nobody must withdraw`, `nobody must ACT`. */
  | { readonly kind: 'nobody must'; readonly act: Word }
)
