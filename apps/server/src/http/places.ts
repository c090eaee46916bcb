/** `/api/places`: the public library, packed and named by its hash. */
import { closed } from '@remit/contract/shapes.ts'
import Type from 'typebox'
import { publicLibraryOf } from '../orders/public-library.ts'
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'
import { type Packed, packed, sendPacked } from './packed.ts'
import { AgencyParams, idFrom } from './params.ts'

const DayQuery = Type.Object({ on: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }) }, closed)

export function placeRoutes(app: App, remit: Remit): void {
  let list: Packed | undefined
  app.get('/api/places', (request, reply) => {
    list ??= packed('application/json; charset=utf-8', jsonOf(publicLibraryOf(remit).view))
    return sendPacked(request, reply, list)
  })

  const bundles = new WeakMap<Uint8Array, Packed>()
  app.get(
    '/api/places/:agency/bundle',
    { schema: { params: AgencyParams, querystring: DayQuery } },
    (request, reply) => {
      const bundle = publicLibraryOf(remit).bundle(idFrom(request.params.agency), request.query.on)
      const sent = bundles.get(bundle) ?? packed('application/octet-stream', bundle)
      bundles.set(bundle, sent)
      return sendPacked(request, reply, sent)
    },
  )
}

const jsonOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
