/** What is said of danger. None of these asks whether the sender has seen the incident as it is. */
import type { Command } from '@remit/contract/commands.ts'
import type { EventBody } from '@remit/incident/events/event.ts'
import { refuse } from '../refusal.ts'
import type { Circumstances } from './translate.ts'

/** A report received later than this after it was made is late: the present state is unknown. */
const LATE_MS = 30_000

/** Never refused for a version, a closed incident or a position: nothing may make a call for help less certain. */
export function dangerReported(
  command: Extract<Command, { kind: 'report-danger' }>,
  at: Circumstances,
): EventBody | undefined {
  if (at.incident.dangers.some(({ report }) => report === command.report)) return undefined
  const reportedRealMs = Math.min(command.reportedAt, at.realMs)
  return {
    kind: 'danger-reported',
    report: command.report,
    reportedAt: reportedRealMs + (at.nowMs - at.realMs),
    isLate: at.realMs - reportedRealMs > LATE_MS,
  }
}

function reportOf(report: string, { incident }: Circumstances) {
  return (
    incident.dangers.find((danger) => danger.report === report) ??
    refuse('not-found', 'No report of danger with this id has arrived. Say it on the radio.')
  )
}

export function dangerShown({ report }: { readonly report: string }, at: Circumstances): EventBody | undefined {
  if (reportOf(report, at).shown.some(({ position }) => position === at.as.id)) return undefined
  return { kind: 'danger-shown', report }
}

/** Only a named position at a desk or in command takes a report on; the reporter cannot accept their own. */
export function dangerAccepted({ report }: { readonly report: string }, at: Circumstances): EventBody | undefined {
  const danger = reportOf(report, at)
  if (danger.accepted !== undefined) return undefined
  if (danger.by === at.as.id || at.as.role === 'officer') {
    refuse('not-this-position', 'A report is accepted by a desk or a supervisor, not by an officer on scene.')
  }
  return { kind: 'danger-accepted', report }
}

/** Only its reporter, or a dispatcher who has asked, ends a report, and only one that they had before their eyes. */
export function dangerEnded(
  command: Extract<Command, { kind: 'end-danger' }>,
  at: Circumstances,
): EventBody | undefined {
  const danger = reportOf(command.report, at)
  if (danger.endedAt !== undefined) return undefined
  if (danger.by !== at.as.id && at.as.role !== 'dispatcher') {
    refuse('not-this-position', 'Only the one who reported it, or a dispatcher who has asked, ends a report of danger.')
  }
  if (command.seen < danger.seq) {
    refuse('stale-version', 'This report arrived after what this screen showed. Look at it before ending it.', {
      version: at.incident.version,
    })
  }
  return { kind: 'danger-ended', report: command.report, seen: command.seen }
}
