/**
 * What was linked in an earlier book. An agency has a book for every day on which a document begins or ends, and most of
 * them differ in one document. What a document says depends on the words that it uses and on who is decided, so it stays
 * as long as no other comes or goes that declares a role, a group or a word of it. It is remembered with the document and
 * forgotten with it; and what all words together become is remembered with the words.
 */
import type { Declaration, ParsedDocument } from '../parsed/tree.ts'
import type { Asked, Linker } from './linker.ts'
import type { Words } from './names.ts'

type Linked<T> = { readonly result: T; readonly asked: Asked }

/** What has been linked of the words alone. */
export type OfWords<T> = WeakMap<Words, Linked<T>>

/** What has been linked of documents, each with the documents that declared words then. */
export type OfDocuments<T> = WeakMap<ParsedDocument, Linked<T> & { readonly words: Words['documents'] }>

/** What depends on nothing but the words, linked by `link` unless it was. With a fault it is linked again each time. */
export function wordsOnce<T>(before: OfWords<T>, linker: Linker, link: () => T): T {
  const { words } = linker.names
  // Whoever records what each word names has to see each word.
  const known = linker.isRecording ? undefined : before.get(words)
  if (known !== undefined) return again(known, linker)
  return linked(linker, link, (made) => before.set(words, made))
}

/**
 * What depends on a document and on what the words in it mean, linked by `link` unless it was. What depends on norms of
 * other documents does not belong here. With a fault it is linked again each time.
 */
export function documentOnce<T>(before: OfDocuments<T>, document: ParsedDocument, linker: Linker, link: () => T): T {
  const words = linker.names.words.documents
  const known = linker.isRecording ? undefined : before.get(document)
  if (known !== undefined && !isTouched(document, known.words, words)) {
    // So that the next book, which has the same words as a rule, has nothing to compare.
    if (known.words !== words) before.set(document, { ...known, words })
    return again(known, linker)
  }
  return linked(linker, link, (made) => before.set(document, { ...made, words }))
}

function again<T>({ result, asked }: Linked<T>, linker: Linker): T {
  for (const [input, question] of asked.done) linker.askDone(input, question)
  for (const [input, question] of asked.some) linker.askSome(input, question)
  return result
}

function linked<T>(linker: Linker, link: () => T, remember: (made: Linked<T>) => void): T {
  const faults = linker.findings.length
  const made = linker.noting(link)
  if (linker.findings.length === faults && !linker.isRecording) remember(made)
  return made.result
}

/** Whether a document may say something else now that other documents declare words. */
function isTouched(document: ParsedDocument, before: Words['documents'], now: Words['documents']): boolean {
  if (before === now) return false
  const changed = changedBetween(before, now)
  if (changed === 'all') return true
  const texts = textsIn(document)
  return changed.some((word) => texts.has(word))
}

type Changed = readonly string[] | 'all'
/** By the documents now, and then by those before: all documents of a book ask for the same. */
const changes = new WeakMap<Words['documents'], WeakMap<Words['documents'], Changed>>()

function changedBetween(before: Words['documents'], now: Words['documents']): Changed {
  const toNow = changes.get(now) ?? new WeakMap<Words['documents'], Changed>()
  changes.set(now, toNow)
  const changed = toNow.get(before) ?? findChanged(before, now)
  toNow.set(before, changed)
  return changed
}

/** The words with which a declaration would name what came or went; all, if that decides whom every word is about. */
function findChanged(before: Words['documents'], now: Words['documents']): Changed {
  const [old, fresh] = [new Set(before), new Set(now)]
  const others = [...now.filter((document) => !old.has(document)), ...before.filter((document) => !fresh.has(document))]
  const declarations = others.flatMap((document) => document.declarations)
  if (declarations.some(({ kind }) => kind === 'role' || kind === 'group')) return 'all'
  return declarations.flatMap(wordOf)
}

function wordOf(declaration: Declaration): readonly string[] {
  switch (declaration.kind) {
    case 'event':
    case 'act':
    case 'list':
    case 'role':
    case 'group':
      return [declaration.name.text]
    case 'fact':
    case 'define':
      return [declaration.subject.text]
    case 'norm':
    case 'exception':
    case 'invariant':
    case 'report':
    case 'scenario':
    case 'never':
    case 'unsettled':
    case 'choice':
      return []
  }
}

const texts = new WeakMap<ParsedDocument, ReadonlySet<string>>()

/** Every text in the declarations of a document, and so each word by which they can name anything. */
function textsIn(document: ParsedDocument): ReadonlySet<string> {
  const known = texts.get(document)
  if (known !== undefined) return known
  const found = new Set<string>()
  // Scenarios are linked anew in each book.
  for (const declared of document.declarations) if (declared.kind !== 'scenario') collectTexts(declared, found)
  texts.set(document, found)
  return found
}

/** Places hold no words. What is parsed is a few levels deep at most. */
function collectTexts(part: object, found: Set<string>): void {
  for (const key in part) {
    if (key === 'span') continue
    // Proof: the key was read from the part itself.
    const each: unknown = part[key as keyof typeof part]
    if (typeof each === 'string') found.add(each)
    else if (typeof each === 'object' && each !== null) collectTexts(each, found)
  }
}
