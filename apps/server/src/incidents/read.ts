/** Reads incidents: folded from their events each time, never stored by themselves. */
import { foldIncident, type Incident } from '@remit/incident/events/fold.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import { refuse } from '../refusal.ts'
import type { Remit } from '../remit.ts'
import { readStream, readStreams } from '../store/log.ts'
import { eventFrom, streamOf } from './write.ts'

export type NamedIncident = { readonly id: string; readonly incident: Incident }

export async function readIncident(remit: Remit, agency: Agency, id: string): Promise<NamedIncident> {
  const events = await remit.database.inAgency(agency.id, (transaction) => readStream(transaction, streamOf(id)))
  if (events.length === 0) refuse('not-found', `There is no incident \`${id}\` in this agency.`)
  return { id, incident: foldIncident(events.map(eventFrom)) }
}

/** All incidents of an agency, in the order in which they were received. */
export async function readIncidents(remit: Remit, agency: Agency): Promise<readonly NamedIncident[]> {
  const prefix = streamOf('')
  const events = await remit.database.inAgency(agency.id, (transaction) => readStreams(transaction, prefix))
  const byStream = Map.groupBy(events, ({ stream }) => stream)
  return [...byStream].map(([stream, events]) => ({
    id: stream.slice(prefix.length),
    incident: foldIncident(events.map(eventFrom)),
  }))
}
