/**
 * What was linked in an earlier book. An agency has a book for every day on which a document begins or ends, and most of
 * them differ in a few norms alone. What a declaration says depends on the words that it uses and on who is decided, so
 * it stays as long as no document comes or goes that declares a role, a group or a word of it. It is remembered with its
 * declaration and forgotten with it; and what all words together become is remembered with the words.
 */
import type { Declaration, ParsedDocument } from '../parsed/tree.ts'
import type { Asked, Linker } from './linker.ts'
import type { Named, Words } from './names.ts'

type Linked<T> = { readonly result: T; readonly asked: Asked }

/** What has been linked of the words alone. */
export type OfWords<T> = WeakMap<Words, Linked<T>>

/** What declarations became, each in its document, and with which documents that declare words. */
export type OfDeclarations<D extends Declaration, T> = WeakMap<D, Linked<T> & UnderWords>
type UnderWords = { readonly document: ParsedDocument; readonly words: readonly ParsedDocument[] }

/** What depends on nothing but the words, linked by `link` unless it was. With a fault it is linked again each time. */
export function wordsOnce<T>(before: OfWords<T>, linker: Linker, link: () => T): T {
  const { words } = linker.names
  // Whoever records what each word names has to see each word.
  const known = linker.isRecording ? undefined : before.get(words)
  if (known !== undefined) return again(known, linker)
  return linked(linker, link, (made) => before.set(words, made))
}

/** What a declaration says by its words alone, linked by `link` unless it was. With a fault it is linked again each time. */
export function declaredOnce<D extends Declaration, T>(
  before: OfDeclarations<D, T>,
  { declaration, document }: Named<D>,
  linker: Linker,
  link: () => T,
): T {
  const words = linker.names.words.documents
  const known = linker.isRecording ? undefined : before.get(declaration)
  if (known?.document === document && !isTouched(declaration, known.words, words)) {
    // So that the next book, which has the same words as a rule, has nothing to compare.
    if (known.words !== words) before.set(declaration, { ...known, words })
    return again(known, linker)
  }
  return linked(linker, link, (made) => before.set(declaration, { ...made, document, words }))
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

/** Whether a declaration may say something else now that other documents declare words. */
function isTouched(
  declaration: Declaration,
  before: readonly ParsedDocument[],
  now: readonly ParsedDocument[],
): boolean {
  if (before === now) return false
  const changed = changedBetween(before, now)
  if (changed === 'all') return true
  const texts = textsIn(declaration)
  return changed.some((word) => texts.has(word))
}

type Changed = readonly string[] | 'all'
/** By the documents now, and then by those before: all declarations of a book ask for the same. */
const changes = new WeakMap<readonly ParsedDocument[], WeakMap<readonly ParsedDocument[], Changed>>()

function changedBetween(before: readonly ParsedDocument[], now: readonly ParsedDocument[]): Changed {
  const toNow = changes.get(now) ?? new WeakMap<readonly ParsedDocument[], Changed>()
  changes.set(now, toNow)
  const changed = toNow.get(before) ?? findChanged(before, now)
  toNow.set(before, changed)
  return changed
}

/** The words with which a declaration would name what came or went; all, if that decides whom every word is about. */
function findChanged(before: readonly ParsedDocument[], now: readonly ParsedDocument[]): Changed {
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

const texts = new WeakMap<Declaration, ReadonlySet<string>>()

/** Every text in a declaration, and so each word by which it can name anything. */
function textsIn(declaration: Declaration): ReadonlySet<string> {
  const known = texts.get(declaration)
  if (known !== undefined) return known
  const found = new Set<string>()
  collectTexts(declaration, found)
  texts.set(declaration, found)
  return found
}

/** Places hold no words. What is parsed is a few levels deep at most. */
function collectTexts(part: unknown, found: Set<string>): void {
  if (typeof part === 'string') found.add(part)
  if (typeof part !== 'object' || part === null) return
  for (const [key, each] of Object.entries(part)) if (key !== 'span') collectTexts(each, found)
}
