/** Where this position's own danger stands: folded from the incident and from what waits on this device. */
import type { DangerReportView, IncidentView } from '@remit/contract/incident-view.ts'
import type { Waiting } from '../../live/danger-queue.ts'
import type { Instant } from '../../words/times.ts'

export type MyDanger =
  | { readonly kind: 'none' }
  /** Pressed, and no answer yet. `since` by the screen's clock. */
  | { readonly kind: 'not-sent'; readonly since: Instant; readonly ending: boolean }
  | {
      readonly kind: 'sent'
      readonly report: string
      readonly since: Instant
      readonly sentAt: Instant
      /** Absent for the moment between the answer and reading the incident again. */
      readonly shown?: DangerReportView
      /** The reporter said that it is over, and the server has not answered. */
      readonly ending: boolean
    }

/** `offsetMs`: the screen's clock minus this device's. An unsent report comes first: it is what must not be missed. */
export function myDanger(
  view: IncidentView | undefined,
  as: string,
  waiting: readonly Waiting[],
  offsetMs: number,
): MyDanger {
  const unsent = waiting.find(({ sent }) => sent === undefined)
  if (unsent) return { kind: 'not-sent', since: unsent.reportedAt + offsetMs, ending: unsent.ended !== undefined }
  const shown = view?.danger.reports.findLast(({ by, endedAt }) => by.id === as && endedAt === undefined)
  if (shown) {
    const ending = waiting.some(({ report, ended }) => report === shown.report && ended !== undefined)
    return {
      kind: 'sent',
      report: shown.report,
      since: shown.reportedAt,
      sentAt: shown.receivedAt,
      shown,
      ending,
    }
  }
  // A report that the incident shows as ended is over, whatever still stands in the queue.
  const over = new Set(view?.danger.reports.filter(({ endedAt }) => endedAt !== undefined).map(({ report }) => report))
  const sent = waiting.find((one) => one.sent && !one.ended && !over.has(one.report))
  if (sent?.sent)
    return {
      kind: 'sent',
      report: sent.report,
      since: sent.reportedAt + offsetMs,
      sentAt: sent.sent.at + offsetMs,
      ending: false,
    }
  return { kind: 'none' }
}
