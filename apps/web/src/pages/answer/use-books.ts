/** The books of places on a day, fetched as bundles and read here. A book is fetched once for the days in which it stands. */
import type { PlacesView, PlaceView } from '@remit/contract/library-view.ts'
import { hashedPart, readBundle } from '@remit/engine/bundle/read-bundle.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { queryOptions, type UseQueryResult } from '@tanstack/react-query'
import { segmentOf } from '../../api/agency-segment.ts'
import { Refused } from '../../api/answers.ts'
import { getBytes, getJson } from '../../api/http.ts'

/** How often it is asked whether the library has changed; also whenever the page is looked at again. */
const ASKED_EACH_MS = 300_000
/** What was refused stays refused; what was not reached is tried once more, and then by the reader. */
const AGAIN = {
  retry: (failed: number, error: Error) => !(error instanceof Refused) && failed < 1,
  retryDelay: 500,
  retryOnMount: false,
} as const

export const placesQuery = () =>
  queryOptions({
    queryKey: ['places'],
    queryFn: () => getJson<PlacesView>('/api/places'),
    staleTime: 60_000,
    refetchInterval: ASKED_EACH_MS,
    // Offline the question is put and fails, so that the page can say since when it stands.
    networkMode: 'always',
    ...AGAIN,
  })

/** The first day of the stretch in which `on` lies; `on` itself before the first. */
export function standingSince(place: PlaceView, on: string): string {
  return place.changes.findLast((day) => day <= on) ?? on
}

export function bookOfQuery(library: string, place: PlaceView, on: string) {
  const since = standingSince(place, on)
  return queryOptions({
    queryKey: ['bundle', library, place.id, since],
    queryFn: async () => compiledFrom(await getBytes(bundlePath(place, since))),
    staleTime: Number.POSITIVE_INFINITY,
    networkMode: 'always',
    ...AGAIN,
    // A compiled book is no plain data that could be compared part by part.
    structuralSharing: false,
    // Until the new one is there the same place's older book stands, marked; never the book of another place.
    placeholderData: (older: Compiled | undefined, query: { readonly queryKey: readonly string[] } | undefined) =>
      query?.queryKey[2] === place.id ? older : undefined,
  })
}

export const bundlePath = ({ id }: PlaceView, since: string) => `/api/places/${segmentOf(id)}/bundle?on=${since}`

/** Throws what the reader refuses, with its words. */
export async function compiledFrom(bundle: Uint8Array<ArrayBuffer>): Promise<Compiled> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', hashedPart(bundle)))
  const reading = readBundle(bundle, () => digest)
  if (reading.kind === 'refused') throw new Error(`the bundle was refused: ${reading.words}`)
  return reading.compiled
}

/** What the page has of one book. */
export type BookState =
  | { readonly kind: 'loading' }
  /** The library has no orders of the place on that day. */
  | { readonly kind: 'none' }
  /** It could not be had, or could not be read: nothing is known of the place. */
  | { readonly kind: 'failed'; readonly again: () => void }
  /** `isOlder`: of another day or another library, until the one that was asked for is there. */
  | { readonly kind: 'book'; readonly compiled: Compiled; readonly isOlder: boolean }

export function bookState({
  data,
  error,
  isPlaceholderData,
  refetch,
}: Pick<UseQueryResult<Compiled>, 'data' | 'error' | 'isPlaceholderData' | 'refetch'>): BookState {
  if (error instanceof Refused && error.refusal.refusal === 'not-found') return { kind: 'none' }
  if (error !== null && (data === undefined || isPlaceholderData))
    return { kind: 'failed', again: () => void refetch() }
  return data === undefined ? { kind: 'loading' } : { kind: 'book', compiled: data, isOlder: isPlaceholderData }
}
