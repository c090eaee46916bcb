import type { Declaration, ParsedDocument } from '../parsed/tree.ts'
import { compareText } from './findings.ts'

/** The declarations of one kind with their documents, in order of document and text. */
export function declarationsOf<K extends Declaration['kind']>(documents: readonly ParsedDocument[], kind: K) {
  return documents.flatMap((document) =>
    declaredIn(document, kind).map((declaration) => [declaration, document] as const),
  )
}

/** What a document declares does not change, and every book that holds it asks for it. */
const byKind = new WeakMap<ParsedDocument, ReadonlyMap<Declaration['kind'], readonly Declaration[]>>()

/** The declarations of one kind, in order of text. */
export function declaredIn<K extends Declaration['kind']>(document: ParsedDocument, kind: K) {
  const known = byKind.get(document) ?? Map.groupBy(document.declarations, (declaration) => declaration.kind)
  byKind.set(document, known)
  // Proof: they were grouped by this kind; the compiler does not narrow by a type parameter.
  return (known.get(kind) ?? NONE) as readonly Extract<Declaration, { kind: K }>[]
}

const NONE: readonly Declaration[] = []

/** Order of id, for lists of a book. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return compareText(a.id, b.id)
}

/** The one with an id, among those in order of id. */
export function withId<T extends { readonly id: string }>(sorted: readonly T[], id: string): T | undefined {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareText(sorted[middle]?.id ?? '', id) < 0) low = middle + 1
    else high = middle
  }
  const found = sorted[low]
  return found?.id === id ? found : undefined
}

/** In order of id, each id once: what is declared twice in the same words means the same. */
export function onceById<T extends { readonly id: string }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [each.id, each])).values()].sort(byId)
}
