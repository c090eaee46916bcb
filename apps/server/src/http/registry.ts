/** Places with orders about such requests, each with its source and date. Read by people; never an input to a norm. */
import type { RegistryEntry } from '@remit/contract/library-view.ts'
import entries from '../../registry/entries.json' with { type: 'json' }
import type { Remit } from '../remit.ts'
import type { App } from './app-type.ts'

export function registryRoutes(app: App, remit: Remit): void {
  app.get('/api/registry', (): { entries: readonly RegistryEntry[] } => ({
    // The file's kinds are checked by the registry's test.
    entries: (entries as readonly RegistryEntry[]).map((entry) => ({
      ...entry,
      inLibrary: entry.inLibrary && isInLibrary(remit, entry),
    })),
  }))
}

/** A place is called in the library only if its folder is there now. */
function isInLibrary(remit: Remit, { state, agency }: RegistryEntry): boolean {
  return agency === undefined
    ? remit.orders.library.documents.some(({ id }) => id.startsWith(`us/${state.toLowerCase()}/`))
    : remit.agencies.some(({ id }) => id === agency)
}
