/** What the scenarios of a library exercise, document by document, and the scenarios that would exercise the rest. */

import { type Compiled, compile } from '@remit/engine/diagram/from-checked.ts'
import { type Completion, completeCover } from '@remit/engine/questions/complete-cover.ts'
import { type CoveredGoal, cover, coverTogether } from '@remit/engine/questions/cover.ts'
import type { Goal } from '@remit/engine/questions/covering/goals.ts'
import { agencyOf } from '@remit/language/checked/agency.ts'
import { checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf, type Library } from '@remit/language/checked/library.ts'
import { firstInstantOf, type WallTime } from '@remit/language/checked/local-time.ts'
import { scenariosOf } from '@remit/language/checked/scenarios.ts'
import type { Book, Scenario } from '@remit/language/checked/tree.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { tooLargeWords } from './too-large.ts'

/** What is asked: which documents, and where a day is given, only those in force on it. */
export type CoverAsked = { readonly isAsked: (file: string) => boolean; readonly day?: WallTime }

export type OrdersCovered = {
  /** In order of document and place. */
  readonly goals: readonly CoveredGoal[]
  /** A sentence for each book that cannot be compiled: nothing is known of what its scenarios would exercise. */
  readonly tooLarge: readonly string[]
}

type Looked = { readonly book: Book; readonly scenarios: readonly Scenario[] }

/**
 * Every different book that an agency ever had with its scenarios: a norm is covered if a scenario of any agency and day
 * covers it. With a day, only what is in a book of that day is told; all scenarios count.
 */
export function coverOrders(library: Library, asked: CoverAsked): OrdersCovered {
  const tooLarge: string[] = []
  const covers = booksToLookAt(library, asked).flatMap(({ book, scenarios }) => {
    const compilation = compile(book)
    if (compilation.kind === 'compiled') return [cover(compilation.compiled, scenarios)]
    tooLarge.push(tooLargeWords(book, compilation))
    return []
  })
  const inForce = asked.day === undefined ? undefined : documentsOn(library, asked.day)
  const isTold = ({ document }: Goal) => asked.isAsked(`${document}.md`) && (inForce?.has(document) ?? true)
  return { goals: coverTogether(covers).filter(({ goal }) => isTold(goal)), tooLarge }
}

/** A scenario to review with the book for which it is written. */
export type ScenarioToReview = Completion['scenarios'][number] & { readonly book: Book }

/** Scenarios that exercise what is missing: in the books that have most scenarios already, then in the latest ones. */
export function furtherScenarios(
  library: Library,
  asked: CoverAsked,
  missing: readonly Goal[],
  most: number,
): readonly ScenarioToReview[] {
  const left = new Set(missing.map(({ id }) => id))
  const found: ScenarioToReview[] = []
  const places = new Map(missing.map(({ id }, index) => [id, index]))
  const placeOf = ({ goals: [first] }: ScenarioToReview) => places.get(first?.id ?? '') ?? 0
  const books = asked.day === undefined ? booksToLookAt(library, asked) : booksOn(library, asked.day)
  for (const { book } of books.toSorted((a, b) => b.scenarios.length - a.scenarios.length || b.book.at - a.book.at)) {
    const compiled = mayShow(book, missing, left) ? compiledOf(book) : undefined
    if (compiled === undefined) continue
    for (const scenario of completeCover(compiled, left, { most }).scenarios) {
      found.push({ ...scenario, book })
      for (const { id } of scenario.goals) left.delete(id)
    }
  }
  return found.toSorted((a, b) => placeOf(a) - placeOf(b))
}

/** Whether the book holds a document of which something is left: only then is it worth compiling. */
function mayShow({ documents }: Book, missing: readonly Goal[], left: ReadonlySet<string>): boolean {
  const ids = new Set(documents.map(({ id }) => id))
  return missing.some(({ id, document }) => left.has(id) && ids.has(document))
}

function booksToLookAt(library: Library, { isAsked }: CoverAsked): readonly Looked[] {
  const looked = new Map<string, { readonly book: Book; readonly scenarios: Scenario[] }>()
  const add = (book: Book, scenarios: readonly Scenario[]) => {
    if (!book.documents.some(({ id }) => isAsked(`${id}.md`))) return
    const before = looked.get(book.hash)
    if (before === undefined) looked.set(book.hash, { book, scenarios: [...scenarios] })
    else before.scenarios.push(...scenarios)
  }
  for (const { scenario, book } of scenariosOf(library, hashOf).scenarios) add(book, [scenario])
  for (const { agency, at } of checkLibrary(library, hashOf).books) {
    const { book } = bookOf(library, agency, at, hashOf)
    if (book !== undefined) add(book, [])
  }
  return [...looked.values()]
}

/** The book of each agency on a day: at noon, where no time is given. */
function booksOn(library: Library, day: WallTime): readonly Looked[] {
  const time = day.time ?? { hour: 12, minute: 0, second: 0 }
  return library.agencies.flatMap((parsed) => {
    const { id, timeZone } = agencyOf(parsed)
    const { book } = bookOf(library, id, firstInstantOf({ ...day, time }, timeZone), hashOf)
    return book === undefined ? [] : [{ book, scenarios: [] }]
  })
}

function documentsOn(library: Library, day: WallTime): ReadonlySet<string> {
  return new Set(booksOn(library, day).flatMap(({ book }) => book.documents.map(({ id }) => id)))
}

function compiledOf(book: Book): Compiled | undefined {
  const compilation = compile(book)
  return compilation.kind === 'compiled' ? compilation.compiled : undefined
}
