/** What changed from one version of an order to another: decided when it is first asked, and kept. */
import { closed } from '@remit/contract/shapes.ts'
import Type from 'typebox'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { versionsOf } from '../versions/versions.ts'
import { whatChanged } from '../versions/what-changed.ts'
import type { App } from './app-type.ts'
import { type Packed, packed, sendPacked } from './packed.ts'
import { DocumentParams, idFrom, PathId } from './params.ts'

const SinceQuery = Type.Object({ since: PathId }, closed)

export function versionRoutes(app: App, remit: Remit): void {
  const { library } = remit.orders
  // The orders do not change while the program runs, and few documents are versions of each other: nothing is dropped.
  const kept = new Map<string, Packed>()
  app.get(
    '/api/documents/:document/changes',
    { schema: { params: DocumentParams, querystring: SinceQuery } },
    (request, reply) => {
      const [id, since] = [idFrom(request.params.document), idFrom(request.query.since)]
      if (id === since || !versionsOf(library, id).some((version) => version.id === since)) {
        return refuse('not-found', `\`${since}\` is no other version of \`${id}\`.`)
      }
      const key = `${since} ${id}`
      const found = kept.get(key) ?? packed('application/json; charset=utf-8', jsonOf(whatChanged(library, since, id)))
      kept.set(key, found)
      return sendPacked(request, reply, found)
    },
  )
}

const jsonOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))
