/**
 * Norms as they were linked in an earlier book. An agency has a book for every day on which a document begins or ends, and
 * most of them differ in a few norms alone: what a norm says depends on the words in force, so while the documents that
 * declare words stay, it stays. It is remembered with its declaration and forgotten with it.
 */
import type { Declaration, NormDeclaration, ParsedDocument } from '../parsed/tree.ts'
import type { Asked, Linker } from './linker.ts'
import type { Norm } from './tree.ts'

type Before = { readonly words: readonly ParsedDocument[]; readonly norm: Norm; readonly asked: Asked }
const before = new WeakMap<NormDeclaration, Before>()

const WORDS: ReadonlySet<Declaration['kind']> = new Set(['role', 'group', 'event', 'act', 'list', 'fact', 'define'])

/** The documents on which it depends what a norm says: those that declare words, in the order given. */
export function wordDocuments(documents: readonly ParsedDocument[]): readonly ParsedDocument[] {
  return documents.filter(({ declarations }) => declarations.some(({ kind }) => WORDS.has(kind)))
}

/** The norm, linked by `link` unless it was with the same words. One with a fault is linked again each time. */
export function linkedOnce(
  declaration: NormDeclaration,
  words: readonly ParsedDocument[],
  linker: Linker,
  link: () => Norm,
): Norm {
  const known = before.get(declaration)
  if (known !== undefined && isSame(known.words, words)) {
    for (const [input, question] of known.asked.done) linker.askDone(input, question)
    for (const [input, question] of known.asked.some) linker.askSome(input, question)
    return known.norm
  }
  const faults = linker.findings.length
  const { result, asked } = linker.noting(link)
  if (linker.findings.length === faults) before.set(declaration, { words, norm: result, asked })
  return result
}

function isSame(one: readonly ParsedDocument[], other: readonly ParsedDocument[]): boolean {
  return one.length === other.length && one.every((document, index) => document === other[index])
}
