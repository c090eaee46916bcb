/** What the names of a book are, before anything is resolved. */
import type {
  ActDeclaration,
  DefineDeclaration,
  EventDeclaration,
  ExceptionDeclaration,
  FactDeclaration,
  GroupDeclaration,
  ListDeclaration,
  NormDeclaration,
  ParsedDocument,
  RoleDeclaration,
} from '../parsed/tree.ts'
import { compareText } from './findings.ts'
import type { DocumentId, NormId } from './tree.ts'

export type Named<D> = { readonly declaration: D; readonly document: ParsedDocument }

/**
 * Every declared word with its declaration. Of two declarations of one name that of the higher folder stands, or
 * the first in order of document and text; the check *one declaration for a name* reports the other.
 */
export type WordNames = {
  readonly roles: ReadonlyMap<string, Named<RoleDeclaration>>
  readonly groups: ReadonlyMap<string, Named<GroupDeclaration>>
  readonly events: ReadonlyMap<string, Named<EventDeclaration>>
  readonly acts: ReadonlyMap<string, Named<ActDeclaration>>
  readonly lists: ReadonlyMap<string, Named<ListDeclaration>>
  /** By `subject is state`. */
  readonly yesNo: ReadonlyMap<string, Named<FactDeclaration>>
  /** The subjects of all facts and defines. */
  readonly subjects: ReadonlySet<string>
  /** All but yes-or-no facts, by subject. */
  readonly facts: ReadonlyMap<string, Named<FactDeclaration>>
  /** By id: `subject state` of a vocabulary, `DocumentId#subject state` of any other document. */
  readonly defines: ReadonlyMap<string, Named<DefineDeclaration>>
}

/** The words of a book: one object for the same documents, as long as no others are asked for. */
export type Words = {
  /** Those that declare words, from the top. */
  readonly documents: readonly ParsedDocument[]
  readonly names: WordNames
}

/** The words and the norms that are in force together. */
export type Names = WordNames & {
  /** From the top. */
  readonly documents: readonly ParsedDocument[]
  readonly words: Words
  readonly norms: ReadonlyMap<NormId, Named<NormDeclaration | ExceptionDeclaration>>
  /** Documents by their short title, which versions share. */
  readonly documentsByShort: ReadonlyMap<string, readonly ParsedDocument[]>
}

/** The built-in role that stands for the agency itself. */
export const AGENCY_ROLE = 'agency'

/** Documents of higher folders before those of lower ones, and otherwise in order of id. */
export function fromTheTop(documents: readonly ParsedDocument[]): readonly ParsedDocument[] {
  return documents
    .map((document) => ({ document, depth: document.id.split('/').length }))
    .sort((a, b) => a.depth - b.depth || compareText(a.document.id, b.document.id))
    .map(({ document }) => document)
}

/** The canonical words of a yes-or-no fact. */
export function yesNoName(subject: string, state: string): string {
  return `${subject} is ${state}`
}

/** A define of a vocabulary is shared; any other is local to its document. */
export function defineId({ subject, state }: DefineDeclaration, { id, frontMatter }: ParsedDocument): string {
  return frontMatter.force.text === 'vocabulary'
    ? sharedDefineId(subject.text, state.text)
    : localDefineId(id, subject.text, state.text)
}

export function sharedDefineId(subject: string, state: string): string {
  return `${subject} ${state}`
}

export function localDefineId(document: DocumentId, subject: string, state: string): string {
  return `${document}#${subject} ${state}`
}

export function normId(document: DocumentId, name: string): NormId {
  return `${document}#${name}`
}
