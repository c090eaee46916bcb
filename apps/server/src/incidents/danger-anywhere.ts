/** A report of danger from a position that has no incident before it. It is never turned away for want of one. */
import type { DangerAnywhere, Written } from '@remit/contract/commands.ts'
import type { Position } from '@remit/contract/shapes.ts'
import type { Agency } from '@remit/language/checked/tree.ts'
import type { Remit } from '../remit.ts'
import { carryOut } from './commands.ts'
import { readIncidents } from './read.ts'
import { openIncident } from './write.ts'

/** Where a position has no beat and gives none. */
const BEAT_UNKNOWN = '0000'

export async function reportDangerAnywhere(remit: Remit, agency: Agency, command: DangerAnywhere): Promise<Written> {
  const as = remit.position(agency.id, command.as)
  const { report, reportedAt } = command
  const incidents = await readIncidents(remit, agency)
  const own = incidents.findLast(
    ({ incident }) =>
      incident.dangers.some((danger) => danger.report === report) ||
      (incident.closedAt === undefined && incident.units.includes(as.id)),
  )
  const id = own?.id ?? (await openForDanger(remit, agency, as, command.beat ?? as.beat ?? BEAT_UNKNOWN))
  return carryOut(remit, agency, id, { kind: 'report-danger', as: as.id, report, reportedAt })
}

async function openForDanger(remit: Remit, agency: Agency, as: Position, beat: string): Promise<string> {
  const written = await openIncident(remit, agency, as.id, (receipt) => [
    {
      kind: 'request-received',
      receipt,
      channel: 'api',
      requesterIs: 'asserted',
      beat,
      values: { requester: 'nobody', 'request-purpose': 'none' },
      clockOffsetMs: 0,
    },
    { kind: 'unit-assigned', position: as.id, role: as.role },
  ])
  return written.incident
}
