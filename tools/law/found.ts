/** What the analysis finds in the books of the library, gathered by what is found and in which agency. */
import { compile } from '@remit/engine/diagram/from-checked.ts'
import { analyse } from '@remit/engine/questions/analyse.ts'
import type { MeaningFinding } from '@remit/engine/questions/analysis/findings.ts'
import { checkInvariants } from '@remit/engine/questions/analysis/invariants.ts'
import { type BookSpan, checkLibrary } from '@remit/language/checked/check-library.ts'
import { bookOf } from '@remit/language/checked/library.ts'
import { dayAt } from '@remit/language/checked/local-time.ts'
import { hashOf } from '@remit/server/orders/books.ts'
import { type LoadedOrders, loadOrders } from '@remit/server/orders/load-orders.ts'

/** The book of an agency through a stretch of time. Days are local; no last day where the stretch is still open. */
export type AnalysedBook = {
  readonly agency: string
  readonly name: string
  readonly runs: boolean
  readonly firstDay: string
  readonly lastDay?: string
  readonly findings: readonly Pick<MeaningFinding, 'code' | 'message' | 'witness' | 'labels'>[]
  /** The invariants of the book by name, and whether they hold. */
  readonly invariants: ReadonlyMap<string, boolean>
}

/** What is found over a stretch of books that follow one another, with the example of the last of them. */
export type Stretch = {
  readonly firstDay: string
  readonly lastDay?: string
  readonly witness: string
  /** The more special acts of which the same holds. */
  readonly kinds: readonly string[]
}

/** One thing that is found, by its key (`W302 ask-status`), in each agency that shows it. */
export type Found = {
  readonly key: string
  readonly code: string
  readonly places: ReadonlyMap<string, { readonly name: string; readonly stretches: readonly Stretch[] }>
}

/** Every book that an agency ever had, analysed. Throws where one cannot be compiled: then nothing is known of it. */
export async function analysedBooks(folder: string): Promise<readonly AnalysedBook[]> {
  const orders = await loadOrders(folder)
  return checkLibrary(orders.library, hashOf).books.map((span) => analysedBook(orders, span))
}

function analysedBook({ library }: LoadedOrders, { agency, at, from, through }: BookSpan): AnalysedBook {
  const { book } = bookOf(library, agency, at, hashOf)
  const compilation = book === undefined ? undefined : compile(book)
  if (book === undefined || compilation?.kind !== 'compiled') {
    throw new Error(`the book of ${agency} from ${new Date(from).toISOString()} cannot be analysed`)
  }
  const { name, runs, timeZone } = book.agency
  const day = (instant: number) => dayAt(instant, timeZone)
  const { compiled } = compilation
  return {
    agency,
    name,
    runs,
    firstDay: day(from),
    ...(through === undefined ? {} : { lastDay: day(through) }),
    findings: analyse(compiled),
    invariants: new Map(
      checkInvariants(compiled).map(({ invariant, proof }) => [invariant.name, proof.kind === 'proved']),
    ),
  }
}

/** The code and the act that the finding is about; the code alone where it is about none. */
export function keyOf({ code, message }: Pick<MeaningFinding, 'code' | 'message'>): string {
  const act = /`([a-z0-9-]+)`/.exec(message)?.[1]
  return act === undefined ? code : `${code} ${act}`
}

/** All that is found, in the order of the keys. Books come in order of time for each agency. */
export function foundIn(books: readonly AnalysedBook[]): readonly Found[] {
  const found = new Map<string, Map<string, { name: string; stretches: Stretch[] }>>()
  const codes = new Map<string, string>()
  const before = new Map<string, AnalysedBook>()
  for (const book of books) {
    const earlier = before.get(book.agency)
    before.set(book.agency, book)
    for (const finding of book.findings) {
      const key = keyOf(finding)
      codes.set(key, finding.code)
      const places = found.get(key) ?? new Map()
      found.set(key, places)
      const place = places.get(book.agency) ?? { name: book.name, stretches: [] }
      places.set(book.agency, place)
      add(place.stretches, stretchOf(book, finding), earlier)
    }
  }
  return [...found]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, places]) => ({ key, code: codes.get(key) ?? key, places }))
}

function stretchOf({ firstDay, lastDay }: AnalysedBook, finding: AnalysedBook['findings'][number]): Stretch {
  const [, more = ''] = /of these kinds of it: (.*)$/s.exec(finding.labels[0].text) ?? []
  return {
    firstDay,
    ...(lastDay === undefined ? {} : { lastDay }),
    witness: finding.witness ?? '',
    kinds: [...more.matchAll(/`([a-z0-9-]+)`/g)].map(([, kind = '']) => kind),
  }
}

/** Joins the stretch to the last one where the book before showed the same. */
function add(stretches: Stretch[], stretch: Stretch, earlier: AnalysedBook | undefined): void {
  const last = stretches.at(-1)
  const goesOn =
    last !== undefined &&
    earlier !== undefined &&
    last.lastDay === earlier.lastDay &&
    last.kinds.join() === stretch.kinds.join()
  if (last !== undefined && goesOn) stretches.pop()
  stretches.push(last !== undefined && goesOn ? { ...stretch, firstDay: last.firstDay } : stretch)
}
