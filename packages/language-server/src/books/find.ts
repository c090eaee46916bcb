/** What stands at a place, and where else it is named. */
import type { Reference } from '@remit/language/checked/references/reference.ts'
import type { Position } from 'vscode-languageserver'
import type { OrderFile } from '../documents/order-file.ts'
import { touches } from '../documents/places.ts'
import type { Workspace } from '../workspace.ts'
import type { LinkedBook } from './linked-book.ts'

export type Found = { readonly file: OrderFile; readonly book: LinkedBook; readonly reference: Reference }

/** The references in a file, in order of place; none while only an earlier reading of it exists. */
export function referencesIn(workspace: Workspace, path: string): readonly Reference[] {
  const file = workspace.file(path)
  if (file === undefined || file.reading.isEarlier) return []
  return workspace.books.of(path)?.references.filter(({ span }) => span.file === path) ?? []
}

/** The name at a position, with what it stands for. */
export function findAt(workspace: Workspace, uri: string, position: Position): Found | undefined {
  const file = workspace.at(uri)
  const book = file && workspace.books.of(file.path)
  if (file === undefined || book === undefined) return undefined
  const offset = file.text.offsetAt(position)
  const reference = referencesIn(workspace, file.path).find(({ span }) => touches(span, offset))
  return reference && { file, book, reference }
}

/** The words of its declaration. Several where a declaration has several words, or a title several versions. */
export function declarationsOf(book: LinkedBook, { target, part }: Reference): readonly Reference[] {
  return book.references.filter(
    (each) => each.isDeclaration && isSameTarget(each, { target }) && (part === undefined || each.part === part),
  )
}

export function isSameTarget(one: Pick<Reference, 'target'>, other: Pick<Reference, 'target'>): boolean {
  return one.target.kind === other.target.kind && one.target.id === other.target.id
}
