/** What changed from one version of an order to a later one, in words; English, as the orders are. */
import type { Modality } from './shapes.ts'

/** One version of an order: a document in force for its days. */
export type VersionLine = {
  readonly id: string
  readonly short: string
  readonly from: string
  /** Its last day, by itself or because another document supersedes it. */
  readonly through?: string
}

/** `GET /api/documents/:document/changes?since=`: the orders of one agency just before and just after a version began. */
export type ChangesView = ChangesFound | NoChanges

/** Why two versions are not compared, in a sentence. */
export type NoChanges = { readonly kind: 'not compared'; readonly words: string }

export type ChangesFound = {
  readonly kind: 'changes'
  readonly document: string
  readonly since: string
  /** The one under whose orders both were decided. */
  readonly agency: { readonly id: string; readonly name: string }
  /** The last day of the earlier orders and the first day of the later ones, and the hash of each book. */
  readonly before: { readonly day: string; readonly book: string }
  readonly after: { readonly day: string; readonly book: string }
  /** Other documents that began or ended between the two days: what they change is told with the rest. */
  readonly others: readonly { readonly side: 'before' | 'after'; readonly id: string; readonly short: string }[]
  /** How many answers of a role about an act differ somewhere. */
  readonly answerCount: number
  readonly answers: readonly ChangedAnswerView[]
  /** The same answer on other terms: deadlines, whom to tell, what sets it aside. */
  readonly terms: readonly ChangedTermsView[]
  /** Facts, acts and the like of which only one of the two speaks. */
  readonly words: readonly {
    readonly side: 'before' | 'after'
    readonly sort: 'role' | 'act' | 'fact' | 'value' | 'event' | 'list' | 'report'
    readonly texts: readonly string[]
  }[]
  /** How many answers stay the same and rest on other norms. */
  readonly sameFromOthers: number
}

/** Roles and acts of which the same is to be said, and where. */
export type ChangeRegion = {
  readonly roles: readonly { readonly id: string; readonly text: string }[]
  readonly acts: readonly { readonly id: string; readonly text: string }[]
  /** How many kinds of situation; 1 and `always` where it hangs on nothing. */
  readonly kinds: number
  readonly always: boolean
  /** Each is enough: what is so, joined by commas. The first few. */
  readonly conditions: readonly string[]
  /** How many kinds of situation or conditions are not told. */
  readonly more: number
  /** One situation, in words. */
  readonly example: string
}

export type SaidView = {
  readonly modality: Modality
  /** Whom to ask, for REFER. */
  readonly ask?: readonly string[]
}

export type ChangedAnswerView = ChangeRegion & {
  readonly before: SaidView
  readonly after: SaidView
  readonly because: { readonly before: readonly CitedNorm[]; readonly after: readonly CitedNorm[] }
}

export type ChangedTermsView = ChangeRegion & { readonly gone: readonly string[]; readonly come: readonly string[] }

export type CitedNorm = { readonly document: string; readonly cite: string }
