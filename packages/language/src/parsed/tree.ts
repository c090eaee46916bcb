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
}
/** `NORM` of this document, or `NORM of "Short title"`. */
export type NormReference = { readonly name: Word; readonly of?: Word }

export type StatementDeclaration = {
  readonly who: readonly Word[]
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

/** Lines joined by `and`, or one `any of` block: never a mixture. */
export type ConditionBlock = {
  readonly join: 'all' | 'any'
  readonly lines: readonly ConditionLine[]
  readonly span: Span
}
export type ConditionLine = { readonly span: Span } & (
  | { readonly kind: 'is'; readonly subject: Word; readonly negated: boolean; readonly value: Word }
  /** `is one of`, and negated `is none of`. */
  | { readonly kind: 'is-one-of'; readonly subject: Word; readonly negated: boolean; readonly values: readonly Word[] }
  /** `include`, and negated `do not include`. */
  | { readonly kind: 'include'; readonly subject: Word; readonly negated: boolean; readonly value: Word }
  /** `is [not] at least 4 hours`; the unit is absent for a plain number. */
  | {
      readonly kind: 'compare'
      readonly subject: Word
      readonly negated: boolean
      readonly is: Comparison
      readonly count: number
      readonly unit?: Word
    }
  | { readonly kind: 'done'; readonly role: Word; readonly negated: boolean; readonly act: Word }
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
  | { readonly kind: 'number'; readonly subject: Word; readonly count: number; readonly unit?: Word }
  /** `X is unknown`, or for a yes-or-no fact `supervisor is on-scene is unknown`. */
  | { readonly kind: 'unknown'; readonly subject: Word; readonly state?: Word }
  | { readonly kind: 'event'; readonly event: Word; readonly ago?: Duration }
  | { readonly kind: 'done'; readonly role: Word; readonly act: Word; readonly ago?: Duration }
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
