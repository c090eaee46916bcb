/**
 * What was determined of an incident when a screen last looked, kept while nothing can have changed it: the same events,
 * the same book, and no clock has crossed a threshold. A floor of screens looks at every open incident after every event.
 */
import type { Agency } from '@remit/language/checked/tree.ts'
import type { Remit } from '../remit.ts'
import type { NamedIncident } from './read.ts'
import { type Opened, openAt } from './write.ts'

type Looked = { readonly opened: Opened; readonly version: number; readonly untilMs: number }

export type LookedAt = Map<string, Looked>

/** Incidents kept; far more than are open at once anywhere. The one that was kept longest goes first. */
const KEPT_MAX = 2000

/** For screens only: in the situation kept, clocks stand as they did when it was determined. */
export function lookAt(remit: Remit, agency: Agency, { id, incident }: NamedIncident): Opened {
  const key = `${agency.id} ${id}`
  const nowMs = remit.nowMs() + incident.clockOffsetMs
  const kept = remit.lookedAt.get(key)
  if (kept?.version === incident.version && nowMs < kept.untilMs && kept.opened.nowMs <= nowMs) {
    if (remit.bookAt(agency.id, nowMs) === kept.opened.compiled) return { ...kept.opened, incident, nowMs }
  }
  const opened = openAt(remit, agency, incident)
  const untilMs = opened.nowMs + (opened.determined.nextChangeMs ?? Number.POSITIVE_INFINITY)
  remit.lookedAt.delete(key)
  remit.lookedAt.set(key, { opened, version: incident.version, untilMs })
  const [oldest] = remit.lookedAt.keys()
  if (remit.lookedAt.size > KEPT_MAX && oldest !== undefined) remit.lookedAt.delete(oldest)
  return opened
}
