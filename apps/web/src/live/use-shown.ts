import type { DangerView, IncidentView, Of } from '@remit/contract/incident-view.ts'
import { useEffect } from 'react'
import { sendCommand } from '../api/resources.ts'

/** What each screen of this page already said that it showed: incident, position, sentence. It keeps notices from looping. */
const said = new Set<string>()

/** A failed telling is tried again with the next change; a screen's own state never depends on it. */
function tellOnce(key: string, tell: () => Promise<unknown>): void {
  if (said.has(key)) return
  said.add(key)
  tell().catch(() => said.delete(key))
}

/**
 * Records what this position's screen shows in its largest type, once for each change of it: it is the officer's
 * protection. `of`: of which request or person it is said. The notice of that record changes the version but not the sentence, so it tells nothing again.
 */
export function useShown(
  view: IncidentView | undefined,
  as: string,
  sentence: string | undefined,
  { request, person }: Of = NOBODY,
): void {
  useEffect(() => {
    if (view === undefined || sentence === undefined || view.state === 'closed') return
    const of = `${view.agency.id} ${view.id} ${as}`
    if (lastSentence.get(of) === sentence) return
    lastSentence.set(of, sentence)
    const names = { ...(request === undefined ? {} : { request }), ...(person === undefined ? {} : { person }) }
    sendCommand(view.agency.id, view.id, { kind: 'shown', as, through: view.version, sentence, ...names }).catch(() =>
      lastSentence.delete(of),
    )
  }, [view, as, sentence, request, person])
}

const NOBODY: Of = {}

const lastSentence = new Map<string, string>()

/** Records that a desk or a supervisor's screen shows each open report of danger, once for each. */
export function useDangerShown(
  incidents: readonly { readonly id: string; readonly danger: DangerView }[],
  agency: string,
  as: string,
): void {
  useEffect(() => {
    for (const { id, danger } of incidents)
      for (const { report, by, endedAt, shown } of danger.reports)
        if (endedAt === undefined && by.id !== as && !shown.some(({ position }) => position.id === as))
          tellOnce(`${as} ${report}`, () => sendCommand(agency, id, { kind: 'danger-shown', as, report }))
  }, [incidents, agency, as])
}
