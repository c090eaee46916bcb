/** Collects the names that the documents in force declare together. */
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
import { defineId, fromTheTop, type Named, type Names, normId, type WordNames, type Words, yesNoName } from './names.ts'
import type { NormId } from './tree.ts'

/** Collects the names of documents that are in force together. */
export function namesOf(documents: readonly ParsedDocument[]): Names {
  const sorted = fromTheTop(documents)
  const words = wordsOf(sorted.filter(declaresWords))
  const norms = new Map<NormId, NamedNorm>()
  for (const document of sorted) for (const [id, named] of normsIn(document)) norms.set(id, named)
  const documentsByShort = Map.groupBy(sorted, ({ frontMatter }) => frontMatter.short)
  return { ...words.names, documents: sorted, words, norms, documentsByShort }
}

const WORDS: ReadonlySet<Declaration['kind']> = new Set(['role', 'group', 'event', 'act', 'list', 'fact', 'define'])

function declaresWords({ declarations }: ParsedDocument): boolean {
  return declarations.some(({ kind }) => WORDS.has(kind))
}

/** The words that were asked for last of those that begin with the same document: books that follow one another share them. */
const last = new WeakMap<ParsedDocument, Words>()

function wordsOf(documents: readonly ParsedDocument[]): Words {
  const [first] = documents
  const known = first && last.get(first)
  if (known !== undefined && isSame(known.documents, documents)) return known
  const words = { documents, names: wordNamesOf(documents) }
  if (first !== undefined) last.set(first, words)
  return words
}

function isSame(one: readonly ParsedDocument[], other: readonly ParsedDocument[]): boolean {
  return one.length === other.length && one.every((document, index) => document === other[index])
}

function wordNamesOf(documents: readonly ParsedDocument[]): WordNames {
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
  }
  for (const document of documents) for (const declared of document.declarations) addWord(declared, document, names)
  return names
}

type Growing = {
  readonly [K in keyof WordNames]: WordNames[K] extends ReadonlyMap<string, infer N> ? Map<string, N> : Set<string>
}

function addWord(declaration: Declaration, document: ParsedDocument, names: Growing): void {
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

type NamedNorm = Named<NormDeclaration | ExceptionDeclaration>

/** What a document declares does not change, and every book that holds it asks for it. */
const normsBefore = new WeakMap<ParsedDocument, ReadonlyMap<NormId, NamedNorm>>()

/** The norms and exceptions of a document by id, in order of text; of those of one name the first. */
export function normsIn(document: ParsedDocument): ReadonlyMap<NormId, NamedNorm> {
  const known = normsBefore.get(document)
  if (known !== undefined) return known
  const found = new Map<NormId, NamedNorm>()
  for (const declaration of document.declarations) {
    const isNorm = declaration.kind === 'norm' || declaration.kind === 'exception'
    if (isNorm) addFirst(found, normId(document.id, declaration.name.text), { declaration, document })
  }
  normsBefore.set(document, found)
  return found
}
