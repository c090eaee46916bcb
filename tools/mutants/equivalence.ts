/** Whether a change of a document changes no answer of any agency on any day: then no scenario can notice it. */
import { NO } from '@remit/engine/diagram/diagrams.ts'
import { compileTogether } from '@remit/engine/diagram/from-checked.ts'
import { diff } from '@remit/engine/questions/diff.ts'
import { whereAnyDiffers } from '@remit/engine/questions/difference/found.ts'
import { asking } from '@remit/engine/questions/view.ts'
import { Books } from '@remit/language/checked/books.ts'
import { changesOf, folderOf, isWithin } from '@remit/language/checked/in-force.ts'
import type { Library } from '@remit/language/checked/library.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { libraryWith } from './killing.ts'

export type Difference =
  /** The check finds an error in a book of the changed document. */
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'other'
      readonly agency: string
      readonly at: number
      /** What differs there, in a phrase with an example, as far as it is an answer. */
      readonly words: string
    }

/**
 * An agency and an instant at which an answer, its terms or what is possible differs with the changed document, proved
 * by comparing the diagrams of the two books; undefined where none does. The instants are those at which a book begins
 * with the one document or with the other.
 */
export function firstDifference(library: Library, changed: ParsedDocument): Difference | undefined {
  const books = [new Books(library, hashOf), new Books(libraryWith(library, changed), hashOf)] as const
  const folder = folderOf(changed.id)
  for (const agency of library.agencies.filter(({ id }) => isWithin(id, folder))) {
    for (const at of instantsOf(agency, books)) {
      const [one, two] = [books[0].at(agency, at).book(), books[1].at(agency, at).book()]
      if (two === undefined && one !== undefined) return { kind: 'refused' }
      if (one === undefined || two === undefined || one.hash === two.hash) continue
      if (haveOtherAnswers(one, two)) return { kind: 'other', agency: agency.id, at, words: inWords(one, two) }
    }
  }
  return undefined
}

function instantsOf(agency: ParsedAgency, books: readonly Books[]): readonly number[] {
  const instants = books.flatMap((each) => each.termsOf(agency).flatMap(changesOf))
  return [...new Set(instants)].sort((a, b) => a - b)
}

function haveOtherAnswers(one: Book, two: Book): boolean {
  const compilation = compileTogether([one, two])
  if (compilation.kind === 'refused') return true
  const [before, after] = compilation.compiled
  if (before === undefined || after === undefined) return true
  return asking(after, () => whereAnyDiffers(before, after)) !== NO
}

function inWords(one: Book, two: Book): string {
  const found = diff(one, two, { most: 1 })
  if (found.kind === 'refused') return 'the books are too large to be compared'
  const [answer] = found.answers
  if (answer === undefined) return 'terms, or what is possible'
  const { roles, acts, before, after, example } = answer
  return `${roles[0]} ${acts[0]} is ${before.modality} and would be ${after.modality}: ${example.words}`
}
