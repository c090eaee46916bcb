/** Every resource of the server, by name. What each answers is the contract's; here only its address is known. */
import type { ChangesView } from '@remit/contract/changes-view.ts'
import type { Command, DangerAnywhere, OpenIncident, Written } from '@remit/contract/commands.ts'
import type { IncidentView, QueueRow } from '@remit/contract/incident-view.ts'
import type {
  BookView,
  DocumentSummary,
  DocumentView,
  DrillResult,
  DrillView,
  IssuanceView,
  RequestAnswer,
  ReviewRow,
} from '@remit/contract/library-view.ts'
import type { RegistryView } from '@remit/contract/registry-view.ts'
import type { AgencySummary, Modality } from '@remit/contract/shapes.ts'
import { segmentOf } from './agency-segment.ts'
import { getJson, postJson } from './http.ts'

export const addressOf = {
  agencies: '/api/agencies',
  agency: (agency: string) => `/api/agencies/${segmentOf(agency)}`,
  book: (agency: string, at?: number) => `${addressOf.agency(agency)}/book${at === undefined ? '' : `?at=${at}`}`,
  incidents: (agency: string) => `${addressOf.agency(agency)}/incidents`,
  incident: (agency: string, incident: string) => `${addressOf.incidents(agency)}/${incident}`,
  commands: (agency: string, incident: string) => `${addressOf.incident(agency, incident)}/commands`,
  export: (agency: string, incident: string) => `${addressOf.incident(agency, incident)}/export`,
  danger: (agency: string) => `${addressOf.agency(agency)}/danger`,
  live: (agency: string) => `${addressOf.agency(agency)}/live`,
  issuances: (agency: string, at?: number) =>
    `${addressOf.agency(agency)}/issuances${at === undefined ? '' : `?at=${at}`}`,
  issuance: (agency: string, document: string) => `${addressOf.agency(agency)}/issuances/${segmentOf(document)}`,
  drills: (agency: string) => `${addressOf.agency(agency)}/drills`,
  reviews: (agency: string) => `${addressOf.agency(agency)}/reviews`,
  requests: (agency: string) => `${addressOf.agency(agency)}/requests`,
  request: (agency: string, incident: string) => `${addressOf.requests(agency)}/${incident}`,
  checkpoint: (agency: string) => `${addressOf.agency(agency)}/checkpoint`,
  documents: '/api/documents',
  document: (document: string) => `/api/documents/${segmentOf(document)}`,
  changes: (document: string, since: string) => `${addressOf.document(document)}/changes?since=${segmentOf(since)}`,
  registry: '/api/registry',
} as const

/** An incident with the clock that it was read by: its clock minus this device's, milliseconds. */
export type Timed<View> = View & { readonly deviceOffsetMs: number }

function timed<View extends { readonly clock: { readonly nowMs: number } }>(view: View): Timed<View> {
  return { ...view, deviceOffsetMs: view.clock.nowMs - Date.now() }
}

export async function readAgencies(): Promise<readonly AgencySummary[]> {
  return (await getJson<{ agencies: readonly AgencySummary[] }>(addressOf.agencies)).agencies
}
export function readAgency(agency: string): Promise<AgencySummary> {
  return getJson(addressOf.agency(agency))
}
export function readBook(agency: string, at?: number): Promise<BookView> {
  return getJson(addressOf.book(agency, at))
}
export async function readIncidents(agency: string): Promise<readonly Timed<QueueRow>[]> {
  return (await getJson<{ incidents: readonly QueueRow[] }>(addressOf.incidents(agency))).incidents.map(timed)
}
export async function readIncident(agency: string, incident: string): Promise<Timed<IncidentView>> {
  return timed(await getJson<IncidentView>(addressOf.incident(agency, incident)))
}
export function openIncident(agency: string, request: OpenIncident): Promise<Written> {
  return postJson(addressOf.incidents(agency), request)
}
export function sendCommand(agency: string, incident: string, command: Command): Promise<Written> {
  return postJson(addressOf.commands(agency, incident), command)
}
export function reportDanger(agency: string, report: DangerAnywhere): Promise<Written> {
  return postJson(addressOf.danger(agency), report)
}
export async function readDocuments(): Promise<readonly DocumentSummary[]> {
  return (await getJson<{ documents: readonly DocumentSummary[] }>(addressOf.documents)).documents
}
/** What changed from the version `since` to `document`. */
export function readChanges(document: string, since: string): Promise<ChangesView> {
  return getJson(addressOf.changes(document, since))
}
export function readDocument(document: string): Promise<DocumentView> {
  return getJson(addressOf.document(document))
}
export async function readIssuances(agency: string, at?: number): Promise<readonly IssuanceView[]> {
  return (await getJson<{ issuances: readonly IssuanceView[] }>(addressOf.issuances(agency, at))).issuances
}
export function writeIssuance(
  agency: string,
  document: string,
  said: { readonly as: string; readonly kind: 'issued' | 'received' | 'read'; readonly at?: number },
): Promise<unknown> {
  return postJson(addressOf.issuance(agency, document), said)
}
export async function readDrills(agency: string): Promise<readonly DrillView[]> {
  return (await getJson<{ drills: readonly DrillView[] }>(addressOf.drills(agency))).drills
}
export function answerDrill(
  agency: string,
  answer: { readonly as: string; readonly situation: string; readonly choice: Modality },
): Promise<DrillResult> {
  return postJson(addressOf.drills(agency), answer)
}
export async function readReviews(agency: string): Promise<readonly ReviewRow[]> {
  return (await getJson<{ reviews: readonly ReviewRow[] }>(addressOf.reviews(agency))).reviews
}
export function readRegistry(): Promise<RegistryView> {
  return getJson(addressOf.registry)
}
export function sendRequest(
  agency: string,
  request: { readonly requester: string; readonly purpose: string; readonly beat: string; readonly startsAt?: number },
): Promise<RequestAnswer> {
  return postJson(addressOf.requests(agency), request)
}
export function readRequest(agency: string, incident: string): Promise<RequestAnswer> {
  return getJson(addressOf.request(agency, incident))
}
/** The log's key, and its signed checkpoint once something was appended. */
export function readCheckpoint(
  agency: string,
): Promise<{ readonly key: string; readonly size: number; readonly note?: string }> {
  return getJson(addressOf.checkpoint(agency))
}
