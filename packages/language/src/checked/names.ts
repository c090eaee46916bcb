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
  /** The subjects of all facts and defines. */
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
  const names = {
    roles: new Map<string, Named<RoleDeclaration>>(),
    groups: new Map<string, Named<GroupDeclaration>>(),
    events: new Map<string, Named<EventDeclaration>>(),
    acts: new Map<string, Named<ActDeclaration>>(),
    lists: new Map<string, Named<ListDeclaration>>(),
    yesNo: new Map<string, Named<FactDeclaration>>(),
    subjects: new Set<string>(),
    facts: new Map<string, Named<FactDeclaration>>(),
    defines: new Map<string, Named<DefineDeclaration>>(),
    norms: new Map<string, Named<NormDeclaration | ExceptionDeclaration>>(),
    documentsByShort: Map.groupBy(sorted, ({ frontMatter }) => frontMatter.short),
  }
  for (const document of sorted) for (const declaration of document.declarations) addName(declaration, document, names)
  return names
}

type Growing = {
  readonly [K in keyof Names]: Names[K] extends ReadonlyMap<string, infer N> ? Map<string, N> : Set<string>
}

function addName(declaration: Declaration, document: ParsedDocument, names: Growing): void {
  switch (declaration.kind) {
    case 'role':
      addFirst(names.roles, declaration.name.text, { declaration, document })
      break
    case 'group':
      addFirst(names.groups, declaration.name.text, { declaration, document })
      break
    case 'event':
      addFirst(names.events, declaration.name.text, { declaration, document })
      break
    case 'act':
      addFirst(names.acts, declaration.name.text, { declaration, document })
      break
    case 'list':
      addFirst(names.lists, declaration.name.text, { declaration, document })
      break
    case 'fact': {
      const { subject, shape } = declaration
      names.subjects.add(subject.text)
      if (shape.kind !== 'yes-no') addFirst(names.facts, subject.text, { declaration, document })
      else addFirst(names.yesNo, yesNoName(subject.text, shape.state.text), { declaration, document })
      break
    }
    case 'define':
      names.subjects.add(declaration.subject.text)
      addFirst(names.defines, defineId(declaration, document), { declaration, document })
      break
    case 'norm':
    case 'exception':
      addFirst(names.norms, normId(document.id, declaration.name.text), { declaration, document })
      break
    case 'never':
    case 'unsettled':
    case 'invariant':
    case 'scenario':
    case 'choice':
    case 'report':
      break
  }
}

function addFirst<N>(names: Map<string, N>, name: string, named: N): void {
  if (!names.has(name)) names.set(name, named)
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
