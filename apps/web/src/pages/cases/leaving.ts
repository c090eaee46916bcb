/**
 * What becomes of the runs when the person leaves: their danger is ended and they are closed, so that no demo department
 * sounds or pages about them for ever.
 */
import type { Command } from '@remit/contract/commands.ts'
import type { IncidentView } from '@remit/contract/incident-view.ts'
import { addressOf, readIncident, sendCommand } from '../../api/resources.ts'

type Open = { readonly view: IncidentView; readonly as: string }

const open = new Map<string, Open>()

/** From now on the incident is closed when this page goes away. Called again with each view that was shown. */
export function closeOnLeaving(view: IncidentView, as: string): void {
  if (open.size === 0) addEventListener('pagehide', leaveAll)
  open.set(view.id, { view, as })
}

/** It was closed already. */
export function isClosed(incident: string): void {
  open.delete(incident)
}

/** Ends and closes a run by a dispatcher of its department, while the page stays. */
export async function closeRun(agency: string, incident: string, as: string): Promise<void> {
  isClosed(incident)
  try {
    const view = await readIncident(agency, incident)
    if (view.state === 'closed') return
    for (const command of endsOf(view, as)) await sendCommand(agency, incident, command)
    const { version } = await readIncident(agency, incident)
    await sendCommand(agency, incident, { kind: 'close', as, version })
  } catch {
    // The server is away: the run stays open, which is what its own screens then show.
  }
}

/** More than can be written to an incident between its last showing and the beacon. */
const WRITTEN_MEANWHILE = 1000

/** A beacon is sent even while the page goes away; what it brings about is not heard. */
function leaveAll(): void {
  for (const { view, as } of open.values()) {
    const version = view.version + WRITTEN_MEANWHILE
    for (const command of [...endsOf(view, as), { kind: 'close', as, version } satisfies Command]) {
      const body = new Blob([JSON.stringify(command)], { type: 'application/json' })
      navigator.sendBeacon(addressOf.commands(view.agency.id, view.id), body)
    }
  }
  open.clear()
}

function endsOf({ danger, version }: IncidentView, as: string): readonly Command[] {
  return danger.reports
    .filter(({ endedAt }) => endedAt === undefined)
    .map(({ report }) => ({ kind: 'end-danger', as, report, seen: version }))
}
