/** A case as data: what the article says, what is shown, and the script that runs it through the same interface as every screen. */
import type { OpenIncident } from '@remit/contract/commands.ts'
import type { Instant } from '../../words/times.ts'

/** What someone says of the case. With a speaker it is that speaker's claim, and not ours. */
export type Statement = { readonly speaker?: string; readonly words: string }

export type Case = ScriptedCase | PageCase

type CaseHead = {
  /** As in the list of cases: "A1". */
  readonly id: string
  /** One neutral line. */
  readonly title: string
  readonly says: readonly Statement[]
  readonly shown: string
  /** The order document that the case comes from. */
  readonly document?: string
}

/** A case that runs as an incident of a demo agency. */
export type ScriptedCase = CaseHead & {
  readonly kind: 'script'
  readonly agency: string
  /** Whose screens are shown: a desk or the record, an officer, a supervisor. */
  readonly screens: {
    readonly first: 'desk' | 'record'
    readonly dispatcher: string
    readonly officer: string
    readonly supervisor: string
  }
  /** The first is the case as reported. Further ones differ by one fact, or stand at another date. */
  readonly runs: readonly [Run, ...Run[]]
  readonly runsDifferBy?: 'one-fact' | 'date'
  /** A document issued to the officers before the run, whose issuance is shown with the case. */
  readonly issued?: string
}

/** A case that is a page of its own: what it shows is named, and drawn by that page's own parts. */
export type PageCase = CaseHead & { readonly kind: 'page'; readonly part: CasePart }

export type CasePart = 'danger' | 'review' | 'verify' | 'registry' | 'asking'

export type Run = {
  /** What is different: "The supervisor is there when the request comes". */
  readonly name: string
  /** By the incident's own clock. */
  readonly startsAt: Instant
  readonly request: Omit<OpenIncident, 'startsAt'>
  /** Before the request: orders issued, received and read. */
  readonly before?: readonly IssuanceSaid[]
  /** The first opens the incident, and can say more. */
  readonly steps: readonly [Step, ...Step[]]
}

export type Step = {
  /** What happens in it: "Sergeant 730 is on scene". */
  readonly label: string
  /** Time by the incident's clock before the rest of the step, milliseconds. */
  readonly after?: number
  readonly does: readonly Said[]
}

/** What a position says or does in a step. The runner adds the version, page numbers and ids that only a run knows. */
export type Said =
  | { readonly kind: 'observe'; readonly as: string; readonly input: string; readonly value: string | boolean }
  | { readonly kind: 'happen'; readonly as: string; readonly event: string }
  | { readonly kind: 'do'; readonly as: string; readonly act: string; readonly reason?: string }
  | { readonly kind: 'accept-page'; readonly as: string }
  | { readonly kind: 'report-danger'; readonly as: string }
  | { readonly kind: 'accept-danger'; readonly as: string }
  | { readonly kind: 'end-danger'; readonly as: string }
  | { readonly kind: 'close'; readonly as: string }

/** A document issued to officers of the agency, or what a position said of it. */
export type IssuanceSaid = {
  readonly document: string
  readonly kind: 'issued' | 'received' | 'read'
  readonly as: string
  readonly at: Instant
}

/** When each step is planned, by the incident's clock. */
export function plannedTimes({ startsAt, steps }: Run): readonly Instant[] {
  let at = startsAt
  return steps.map((step) => {
    at += step.after ?? 0
    return at
  })
}
