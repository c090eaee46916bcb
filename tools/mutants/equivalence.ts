/** Whether a change of a document changes no answer of any agency on any day: then no scenario can notice it. */
import { NO } from '@remit/engine/diagram/diagrams.ts'
import { compileTogether } from '@remit/engine/diagram/from-checked.ts'
import { whereAnyDiffers } from '@remit/engine/questions/difference/found.ts'
import { asking } from '@remit/engine/questions/view.ts'
import { Books } from '@remit/language/checked/books.ts'
import { changesOf, folderOf, isWithin } from '@remit/language/checked/in-force.ts'
import type { Library } from '@remit/language/checked/library.ts'
import type { Book } from '@remit/language/checked/tree.ts'
import type { ParsedAgency, ParsedDocument } from '@remit/language/parsed/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { libraryWith } from './killing.ts'

export type Difference = { readonly agency: string; readonly at: number }

/**
 * An agency and an instant at which an answer, its terms or what is possible differs with the changed document, proved
 * by comparing the diagrams of the two books; undefined where none does. The instants are those at which a book begins
 * with the one document or with the other.
 */
export function firstDifference(library: Library, changed: ParsedDocument): Difference | undefined {
  const books = [new Books(library, hashOf), new Books(libraryWith(library, changed), hashOf)] as const
  const folder = folderOf(changed.id)
  for (const agency of library.agencies.filter(({ id }) => isWithin(id, folder))) {
    const at = instantsOf(agency, books).find((instant) => differ(agency, instant, books))
    if (at !== undefined) return { agency: agency.id, at }
  }
  return undefined
}

function instantsOf(agency: ParsedAgency, books: readonly Books[]): readonly number[] {
  const instants = books.flatMap((each) => each.termsOf(agency).flatMap(changesOf))
  return [...new Set(instants)].sort((a, b) => a - b)
}

function differ(agency: ParsedAgency, instant: number, [before, after]: readonly [Books, Books]): boolean {
  const [known, other] = [before.at(agency, instant), after.at(agency, instant)]
  const [one, two] = [known.book(), other.book()]
  if (one === undefined || two === undefined) return one !== two
  return one.hash !== two.hash && haveOtherAnswers(one, two)
}

function haveOtherAnswers(one: Book, two: Book): boolean {
  const compilation = compileTogether([one, two])
  if (compilation.kind === 'refused') return true
  const [before, after] = compilation.compiled
  if (before === undefined || after === undefined) return true
  return asking(after, () => whereAnyDiffers(before, after)) !== NO
}
