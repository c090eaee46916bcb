/** Places with orders about such requests, each with its source and date. Read by people; never an input to a norm. */
import type { RegistryView } from '@remit/contract/registry-view.ts'
import entries from '../../registry/entries.json' with { type: 'json' }
import jurisdictions from '../../registry/jurisdictions.json' with { type: 'json' }
import lists from '../../registry/lists.json' with { type: 'json' }
import { registryFrom } from '../registry/registry.ts'
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'

/** Throws where the registry's files have a fault, so that a server does not start with them. */
export function registryRoutes(app: App, remit: Remit): void {
  const registry = registryFrom({ lists, jurisdictions, entries })
  app.get('/api/registry', (): RegistryView => ({ ...registry, inLibrary: inLibrary(remit, registry) }))
}

/** A place is in the library if orders or an agency lie in its folder or below; the country's own are everybody's. */
function inLibrary({ orders, agencies }: Remit, { jurisdictions }: Pick<RegistryView, 'jurisdictions'>) {
  const files = [...orders.library.documents.map(({ id }) => id), ...agencies.map(({ id }) => `${id}/agency`)]
  return jurisdictions.map(({ id }) => id).filter((id) => files.some((file) => file.startsWith(`${id}/`)))
}
