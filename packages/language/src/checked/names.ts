/** The names that the documents in force declare together, before anything is resolved. */
import type {
  ActDeclaration,
  Declaration,
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
 * Every declared name with its declaration. Of two declarations of one name that of the higher folder stands, or
 * the first in order of document and text; the check *one declaration for a name* reports the other.
 */
export type Names = {
  readonly roles: ReadonlyMap<string, Named<RoleDeclaration>>
  readonly groups: ReadonlyMap<string, Named<GroupDeclaration>>
  readonly events: ReadonlyMap<string, Named<EventDeclaration>>
  readonly acts: ReadonlyMap<string, Named<ActDeclaration>>
  readonly lists: ReadonlyMap<string, Named<ListDeclaration>>
  /** By `subject is state`. */
  readonly yesNo: ReadonlyMap<string, Named<FactDeclaration>>
  /** The subjects of all facts. */
  readonly subjects: ReadonlySet<string>
  /** All but yes-or-no facts, by subject. */
  readonly facts: ReadonlyMap<string, Named<FactDeclaration>>
  /** By id: `subject state` of a vocabulary, `DocumentId#subject state` of any other document. */
  readonly defines: ReadonlyMap<string, Named<DefineDeclaration>>
  readonly norms: ReadonlyMap<NormId, Named<NormDeclaration | ExceptionDeclaration>>
  /** Documents by their short title, which versions share. */
  readonly documentsByShort: ReadonlyMap<string, readonly ParsedDocument[]>
}

/** The built-in role that stands for the agency itself. */
export const AGENCY_ROLE = 'agency'

/** Collects the names of documents that are in force together. */
export function namesOf(documents: readonly ParsedDocument[]): Names {
  const sorted = fromTheTop(documents)
  return {
    roles: collect(sorted, (declaration) => (declaration.kind === 'role' ? [declaration.name.text, declaration] : [])),
    groups: collect(sorted, (declaration) =>
      declaration.kind === 'group' ? [declaration.name.text, declaration] : [],
    ),
    events: collect(sorted, (declaration) =>
      declaration.kind === 'event' ? [declaration.name.text, declaration] : [],
    ),
    acts: collect(sorted, (declaration) => (declaration.kind === 'act' ? [declaration.name.text, declaration] : [])),
    lists: collect(sorted, (declaration) => (declaration.kind === 'list' ? [declaration.name.text, declaration] : [])),
    yesNo: collect(sorted, (declaration) => {
      if (declaration.kind !== 'fact' || declaration.shape.kind !== 'yes-no') return []
      return [yesNoName(declaration.subject.text, declaration.shape.state.text), declaration]
    }),
    subjects: new Set(
      sorted.flatMap(({ declarations }) =>
        declarations.flatMap((declaration) => (declaration.kind === 'fact' ? declaration.subject.text : [])),
      ),
    ),
    facts: collect(sorted, (declaration) => {
      if (declaration.kind !== 'fact' || declaration.shape.kind === 'yes-no') return []
      return [declaration.subject.text, declaration]
    }),
    defines: collect(sorted, (declaration, document) =>
      declaration.kind === 'define' ? [defineId(declaration, document), declaration] : [],
    ),
    norms: collect(sorted, (declaration, document) => {
      if (declaration.kind !== 'norm' && declaration.kind !== 'exception') return []
      return [normId(document.id, declaration.name.text), declaration]
    }),
    documentsByShort: Map.groupBy(sorted, ({ frontMatter }) => frontMatter.short),
  }
}

/** Documents of higher folders before those of lower ones, and otherwise in order of id. */
export function fromTheTop(documents: readonly ParsedDocument[]): readonly ParsedDocument[] {
  const depthOf = ({ id }: ParsedDocument) => id.split('/').length
  return documents.toSorted((a, b) => depthOf(a) - depthOf(b) || compareText(a.id, b.id))
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

function collect<D extends Declaration>(
  documents: readonly ParsedDocument[],
  nameOf: (declaration: Declaration, document: ParsedDocument) => readonly [string, D] | readonly [],
): ReadonlyMap<string, Named<D>> {
  const found = new Map<string, Named<D>>()
  for (const document of documents) {
    for (const each of document.declarations) {
      const [name, declaration] = nameOf(each, document)
      if (name === undefined || declaration === undefined || found.has(name)) continue
      found.set(name, { declaration, document })
    }
  }
  return found
}
