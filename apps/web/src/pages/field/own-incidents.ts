import type { QueueRow } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'

/**
 * The open incidents that concern a position, danger first, then the newest: where it is assigned or paged, on its beat,
 * or where it reported danger. A position that is neither an officer nor a supervisor has all of them.
 */
export function ownIncidents<Row extends QueueRow>(rows: readonly Row[], as: Position): readonly Row[] {
  return rows
    .filter(({ state }) => state === 'open')
    .filter((row) => concerns(row, as))
    .sort(
      (one, other) =>
        Number(other.danger.open) - Number(one.danger.open) ||
        other.openedAt - one.openedAt ||
        (one.id < other.id ? 1 : -1),
    )
}

function concerns({ units, page, danger, request }: QueueRow, as: Position): boolean {
  const isNamed =
    units.some(({ id }) => id === as.id) ||
    (page.state !== 'none' && page.position.id === as.id) ||
    danger.reports.some(({ by, accepted }) => by.id === as.id || accepted?.position.id === as.id)
  switch (as.role) {
    case 'officer':
      return isNamed || (as.beat !== undefined && request.beat === as.beat)
    case 'supervisor':
      return isNamed || danger.open
    default:
      return true
  }
}
