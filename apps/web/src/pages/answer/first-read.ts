/** What has to be read before the page can be drawn whole: the same for a server and for a browser. */
import type { PlaceView } from '@remit/contract/library-view.ts'
import { dayAt } from '@remit/language/checked/local-time.ts'
import type { QueryClient } from '@tanstack/react-query'
import { type Choices, choicesIn } from './choices.ts'
import type { AnswerSearch } from './search.ts'
import { bookOfQuery, placesQuery } from './use-books.ts'

/** A place, and the day that is asked about there: the picked one, else today by the place's clock. */
export type Wanted = { readonly place: PlaceView; readonly on: string }

/** The two places that are compared, and those that stand for the law of a state alone. */
export function wantedBy(
  { a, b, on }: Pick<Choices, 'a' | 'b' | 'on'>,
  { places, nowMs }: { readonly places: readonly PlaceView[]; readonly nowMs: number },
): { readonly compared: readonly [Wanted, Wanted]; readonly states: readonly Wanted[] } {
  const wanted = (place: PlaceView): Wanted => ({ place, on: on ?? dayAt(nowMs, place.timeZone) })
  const [first, second] = [a, b].map((id) => places.find((place) => place.id === id))
  if (first === undefined || second === undefined) throw new Error('bug: a place that was picked is not in the library')
  return {
    compared: [wanted(first), wanted(second)],
    states: places.filter(({ id }) => /^us\/[a-z]{2}\/local$/.test(id)).map(wanted),
  }
}

/** The two places are waited for; the states, which come after them, only so long. */
const PATIENCE_MS = 1000

/** Reads what the page shows first, into the queries that it asks. What cannot be had is told by the page. */
export async function readFirst(client: QueryClient, search: AnswerSearch, nowMs: number): Promise<void> {
  await client.prefetchQuery(placesQuery())
  const library = client.getQueryData(placesQuery().queryKey)
  if (library === undefined) return
  const { compared, states } = wantedBy(choicesIn(search, { ...library, nowMs }).choices, { ...library, nowMs })
  const read = (wanted: readonly Wanted[]) =>
    Promise.all(wanted.map(({ place, on }) => client.prefetchQuery(bookOfQuery(library.library, place, on))))
  await read(compared)
  await Promise.race([read(states), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))])
}
