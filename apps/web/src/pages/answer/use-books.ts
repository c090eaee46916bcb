/** The books of places on a day, fetched as bundles and read here. A book is fetched once for the days in which it stands. */
import type { PlaceView } from '@remit/contract/library-view.ts'
import { hashedPart, readBundle } from '@remit/engine/bundle/read-bundle.ts'
import type { Compiled } from '@remit/engine/diagram/from-checked.ts'
import { queryOptions } from '@tanstack/react-query'
import { segmentOf } from '../../api/agency-segment.ts'
import { getBytes, getJson } from '../../api/http.ts'

export const placesQuery = () =>
  queryOptions({
    queryKey: ['places'],
    queryFn: async () => (await getJson<{ readonly places: readonly PlaceView[] }>('/api/places')).places,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** The first day of the stretch in which `on` lies; `on` itself before the first. */
export function standingSince(place: PlaceView, on: string): string {
  return place.changes.findLast((day) => day <= on) ?? on
}

export const bookOfQuery = (place: PlaceView, on: string) => {
  const since = standingSince(place, on)
  return queryOptions({
    queryKey: ['bundle', place.id, since],
    queryFn: () => compiledFrom(`/api/places/${segmentOf(place.id)}/bundle?on=${since}`),
    staleTime: Number.POSITIVE_INFINITY,
    // A compiled book is no plain data that could be compared part by part.
    structuralSharing: false,
  })
}

async function compiledFrom(path: string): Promise<Compiled> {
  const bundle = await getBytes(path)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', hashedPart(bundle)))
  const reading = readBundle(bundle, () => digest)
  if (reading.kind === 'refused') throw new Error(`the bundle was refused: ${reading.words}`)
  return reading.compiled
}
