/** What pages read, as queries: one key a resource, so that live notices know what to read again. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { Refused } from './answers.ts'
import * as resources from './resources.ts'

/** Read again this often even without a notice: it is how a screen learns that it is no longer connected. */
export const HEARTBEAT_MS = 15_000
/** The library changes with a new book only. */
const LIBRARY_FRESH_MS = 60_000

const library = { staleTime: LIBRARY_FRESH_MS, networkMode: 'always' } as const
/** A refusal stays a refusal; what was not reached is tried again by the heartbeat. */
const live = {
  networkMode: 'always',
  refetchInterval: HEARTBEAT_MS,
  refetchIntervalInBackground: true,
  retry: (count: number, error: Error) => !(error instanceof Refused) && count < 1,
} as const

export const agenciesQuery = () => queryOptions({ queryKey: ['agencies'], queryFn: resources.readAgencies, ...library })
export const agencyQuery = (agency: string) =>
  queryOptions({ queryKey: ['agencies', agency], queryFn: () => resources.readAgency(agency), ...library })
export const bookQuery = (agency: string, at?: number) =>
  queryOptions({
    queryKey: ['books', agency, at ?? 'now'],
    queryFn: () => resources.readBook(agency, at),
    placeholderData: keepPreviousData,
    ...library,
  })
export const documentsQuery = () =>
  queryOptions({ queryKey: ['documents'], queryFn: resources.readDocuments, ...library })
export const documentQuery = (document: string) =>
  queryOptions({ queryKey: ['documents', document], queryFn: () => resources.readDocument(document), ...library })
export const changesQuery = (document: string, since: string) =>
  queryOptions({
    queryKey: ['documents', document, 'since', since],
    queryFn: () => resources.readChanges(document, since),
    ...library,
  })
export const registryQuery = () => queryOptions({ queryKey: ['registry'], queryFn: resources.readRegistry, ...library })
export const drillsQuery = (agency: string) =>
  queryOptions({ queryKey: ['drills', agency], queryFn: () => resources.readDrills(agency), ...library })

export const incidentsQuery = (agency: string) =>
  queryOptions({ queryKey: ['incidents', agency], queryFn: () => resources.readIncidents(agency), ...live })
export const incidentQuery = (agency: string, incident: string) =>
  queryOptions({
    queryKey: ['incidents', agency, incident],
    queryFn: () => resources.readIncident(agency, incident),
    ...live,
  })
export const issuancesQuery = (agency: string, at?: number) =>
  queryOptions({
    queryKey: ['issuances', agency, at ?? 'now'],
    queryFn: () => resources.readIssuances(agency, at),
    ...live,
  })
export const reviewsQuery = (agency: string) =>
  queryOptions({ queryKey: ['reviews', agency], queryFn: () => resources.readReviews(agency), ...live })
export const requestQuery = (agency: string, incident: string) =>
  queryOptions({
    queryKey: ['requests', agency, incident],
    queryFn: () => resources.readRequest(agency, incident),
    ...live,
  })
export const checkpointQuery = (agency: string) =>
  queryOptions({ queryKey: ['checkpoint', agency], queryFn: () => resources.readCheckpoint(agency), ...live })
