import type { QueueRow } from '@remit/contract/incident-view.ts'
import type { InputView } from '@remit/contract/library-view.ts'
import type { AgencySummary } from '@remit/contract/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { bookQuery, incidentQuery, incidentsQuery } from '../../api/queries.ts'
import type { Timed } from '../../api/resources.ts'
import { useNow } from '../../now.ts'
import { instantOfLocal } from '../../words/local-time.ts'
import type { Instant } from '../../words/times.ts'

const NO_ROWS: readonly Timed<QueueRow>[] = []
const NO_INPUTS: readonly InputView[] = []
const DAY_MS = 86_400_000

/** What a desk shows: its queue, the selected incident, and the clocks of both. `clockOffsetMs`: the server's real clock. */
export function useDeskView(agency: AgencySummary, clock: string | undefined, clockOffsetMs: number) {
  const simulatedMs = useSimulatedOffset(agency, clock)
  const [chosen, choose] = useState<string>()
  const incidents = useQuery(incidentsQuery(agency.id))
  const rows = incidents.data ?? NO_ROWS
  const selected = rows.find(({ id }) => id === chosen) ?? rows.find(({ state }) => state === 'open')
  // The first that was shown stays: neither an alarm nor a new request takes the selection away.
  if (selected && selected.id !== chosen) choose(selected.id)
  const incident = useQuery({ ...incidentQuery(agency.id, selected?.id ?? ''), enabled: selected !== undefined })
  const view = incident.data?.id === selected?.id ? incident.data : undefined
  const offsetMs = view?.deviceOffsetMs ?? simulatedMs ?? clockOffsetMs
  const now = useNow(offsetMs)
  // By the day, so that the book is not asked for again each second.
  const at = simulatedMs === undefined ? undefined : Math.floor((now - offsetMs + simulatedMs) / DAY_MS) * DAY_MS
  const book = useQuery(bookQuery(agency.id, at))
  return {
    rows,
    view,
    now,
    offsetMs,
    simulatedMs,
    inputs: book.data?.inputs ?? NO_INPUTS,
    nowOf: ({ id }: QueueRow): Instant =>
      now - offsetMs + (rows.find((row) => row.id === id)?.deviceOffsetMs ?? offsetMs),
    error: incidents.data ? undefined : (incidents.error ?? undefined),
    choose,
  }
}

/** A demo's desk can be set to another day: its clock goes on from there. */
function useSimulatedOffset({ demo, timeZone }: AgencySummary, clock: string | undefined): number | undefined {
  const [openedAt] = useState(Date.now)
  const start = demo && clock ? instantOfLocal(clock, timeZone) : undefined
  return start === undefined ? undefined : start - openedAt
}
