import { useQueries, useQuery } from '@tanstack/react-query'
import { agenciesQuery, checkpointQuery, documentQuery, documentsQuery } from '../../api/queries.ts'
import { type Published, publishedFrom } from './compare.ts'

/** Vocabularies order nobody to do anything, so no memo is one. */
const NO_ORDER = 'vocabulary'

/** Every published order with its words. All are fetched, so that what is fetched says nothing about what is compared. */
export function usePublished(): {
  readonly published: readonly Published[] | undefined
  readonly error: Error | null
} {
  const list = useQuery(documentsQuery())
  const orders = (list.data ?? []).filter(({ force }) => force !== NO_ORDER)
  const whole = useQueries({ queries: orders.map(({ id }) => documentQuery(id)), combine })
  return { published: list.data === undefined ? undefined : whole.published, error: list.error ?? whole.error }
}

/** Stable between renders unless a document changes: the reading of words is not done again for each key press. */
function combine(
  results: readonly { readonly data: Parameters<typeof publishedFrom>[0] | undefined; readonly error: Error | null }[],
) {
  const documents = results.flatMap(({ data }) => data ?? [])
  return {
    published: documents.length === results.length ? documents.map(publishedFrom) : undefined,
    error: results.find(({ error }) => error !== null)?.error ?? null,
  }
}

/** The published keys of the logs of all agencies that run Remit here. */
export function usePublishedKeys(): readonly string[] | undefined {
  const { data: agencies } = useQuery(agenciesQuery())
  const running = (agencies ?? []).filter(({ runs }) => runs)
  const keys = useQueries({ queries: running.map(({ id }) => checkpointQuery(id)), combine: keysOf })
  return agencies !== undefined && keys.length === running.length ? keys : undefined
}

/** As `combine` above: the same list as long as no key changes. */
function keysOf(results: readonly { readonly data: { readonly key: string } | undefined }[]): readonly string[] {
  return results.flatMap(({ data }) => data?.key ?? [])
}
