import type { Declaration, ParsedDocument } from '../parsed/tree.ts'
import { compareText } from './findings.ts'

/** The declarations of one kind with their documents, in order of document and text. */
export function declarationsOf<K extends Declaration['kind']>(documents: readonly ParsedDocument[], kind: K) {
  return documents.flatMap((document) =>
    document.declarations.flatMap((declaration): [Extract<Declaration, { kind: K }>, ParsedDocument][] =>
      // Proof: the kind was compared just now; the compiler does not narrow by a type parameter.
      declaration.kind === kind ? [[declaration as Extract<Declaration, { kind: K }>, document]] : [],
    ),
  )
}

/** Order of id, for lists of a book. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id)
}

/** In order of id, each id once: what is declared twice in the same words means the same. */
export function onceById<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [each.id, each])).values()].sort(byId)
}
