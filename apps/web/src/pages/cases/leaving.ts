/** What becomes of the runs when the person leaves: they are closed, so that no demo department pages about them for ever. */
import { addressOf } from '../../api/resources.ts'

type Open = { readonly agency: string; readonly as: string; readonly version: number }

const open = new Map<string, Open>()

/** From now on the incident is closed when this page goes away. Called again with each version that was shown. */
export function closeOnLeaving(incident: string, run: Open): void {
  if (open.size === 0) addEventListener('pagehide', closeAll)
  open.set(incident, run)
}

/** It was closed already. */
export function isClosed(incident: string): void {
  open.delete(incident)
}

/** A beacon is sent even while the page goes away. What it cannot close, as where danger is open, stays open. */
function closeAll(): void {
  for (const [incident, { agency, as, version }] of open) {
    const body = JSON.stringify({ kind: 'close', as, version })
    navigator.sendBeacon(addressOf.commands(agency, incident), new Blob([body], { type: 'application/json' }))
  }
  open.clear()
}
