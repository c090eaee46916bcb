/** The form of the kit: plain JSON from which any implementation of the language can be tested. See `kit/schema.json`. */
import type { Modality } from '@remit/language/checked/outcome.ts'

/** Texts of documents by their path below the orders. */
export type Documents = { readonly [path: string]: string }

export type KitCase = {
  readonly name: string
  readonly title: string
  readonly lesson: string
  /** Laid over those of `base.json`. */
  readonly documents: Documents
  readonly questions: readonly KitQuestion[]
}

export type KitQuestion = {
  /** Where the question stands in the case: a scenario and which of its `expect`s, counted from 1, or a command. */
  readonly from: { readonly scenario: string; readonly expect: number } | { readonly command: string }
  readonly agency: string
  /** The instant of the book, ISO 8601 in UTC. */
  readonly at: string
  /** What has been reported, by input. */
  readonly situation: { readonly [input: string]: boolean | string | number }
  readonly answer: KitAnswer
}

export type KitAnswer =
  /** What is reported cannot be together; ids of the `never`s and lists that it breaks. */
  | { readonly impossible: readonly string[] }
  /** In order of role and act. A pair that is not named is SILENT. */
  | { readonly pairs: readonly KitPair[] }

export type KitPair = {
  readonly role: string
  readonly act: string
  /** One result, or those that remain open, in the order of the list of modalities. */
  readonly result: Modality | readonly Modality[]
  /** Ids of the statements that decide, or may: `NORM/1`, counted in the norm's text. */
  readonly deciding: readonly string[]
  /** Of REFER: whom to ask. */
  readonly ask?: readonly string[]
  /** Of SET ASIDE: the standing duties that do it, as `ROLE ACT`. */
  readonly setAsideBy?: readonly string[]
  readonly deadlines?: readonly KitDeadline[]
}

export type KitDeadline =
  | { readonly within: { readonly ms: number; readonly of: string } }
  | { readonly promptly: true }
  | { readonly before: string }
