/**
 * Reports of danger, and their ends, kept on this device until the server has answered. A report keeps its id and the
 * instant of the press, so that sending it again is one report and a late one says that it is late. Nothing is ever
 * called sent before an answer, and nothing is dropped because it was refused.
 */
import type { Written } from '@remit/contract/commands.ts'

export type Waiting = {
  readonly agency: string
  /** The position that pressed. */
  readonly as: string
  /** A UUID, made at the press. */
  readonly report: string
  /** This device's clock, milliseconds since 1970 UTC. */
  readonly reportedAt: number
  /** The incident that the screen showed, if it showed one. */
  readonly incident?: string
  readonly beat?: string
  /** The server's answer to the report, once it has come. */
  readonly sent?: { readonly incident: string; readonly version: number; readonly at: number }
  /** Set when the reporter said that they are no longer in danger: the version that their screen had shown. */
  readonly ended?: { readonly seen: number }
}

export type DangerQueue = {
  readonly get: () => readonly Waiting[]
  readonly follow: (changed: () => void) => () => void
  readonly report: (report: Omit<Waiting, 'sent' | 'ended'>) => void
  /** Ends a report, whether it still waits here or was sent before. */
  readonly end: (report: Omit<Waiting, 'sent' | 'ended'>, seen: number) => void
  /** Tries everything that waits, once. Answers when each was tried. */
  readonly attempt: () => Promise<void>
  /** Forgets a report that was sent, because the incident now shows it. */
  readonly seen: (report: string) => void
}

export type Sender = {
  readonly report: (waiting: Waiting) => Promise<Written>
  readonly end: (waiting: Waiting, incident: string, seen: number) => Promise<Written>
}

/** What keeps the queue over a reload: the browser's local storage, or none where the browser forbids it. */
export type Keeping = { readonly read: () => string | null; readonly write: (text: string) => void }

export function dangerQueue(keeping: Keeping, sender: Sender, nowMs: () => number): DangerQueue {
  const { get, set, change, follow } = keptQueue(keeping)
  const take = turnsOf({ get, change }, sender, nowMs)
  let trying: Promise<void> | undefined
  // Whatever is added while an attempt runs is tried right after it.
  let again = false

  async function round(): Promise<void> {
    do {
      again = false
      await Promise.all(get().map(({ report }) => take(report)))
    } while (again)
  }
  function attempt(): Promise<void> {
    if (trying) again = true
    trying ??= round().finally(() => {
      trying = undefined
    })
    return trying
  }

  return {
    get,
    follow,
    attempt,
    report: (report) => {
      set([...get(), report])
      attempt()
    },
    end: (report, seen) => {
      const known = get().some((waiting) => waiting.report === report.report)
      // A report that is not in the queue was answered before: its incident is the one that shows it.
      const sent = { incident: report.incident ?? '', version: seen, at: nowMs() }
      if (known) change(report.report, (waiting) => ({ ...waiting, ended: { seen } }))
      else set([...get(), { ...report, sent, ended: { seen } }])
      attempt()
    },
    seen: (report) => {
      if (get().some((waiting) => waiting.report === report && waiting.sent && !waiting.ended))
        change(report, () => undefined)
    },
  }
}

type Kept = Pick<DangerQueue, 'get' | 'follow'> & {
  readonly set: (next: readonly Waiting[]) => void
  /** Replaces one report, or forgets it where `by` answers nothing. */
  readonly change: (report: string, by: (waiting: Waiting) => Waiting | undefined) => void
}

function keptQueue(keeping: Keeping): Kept {
  const followers = new Set<() => void>()
  let queue = queueFrom(keeping.read())
  const known = new Set(queue.map(({ report }) => report))

  /** Another page of this device may have added to what is kept; its reports are taken over, not written away. */
  function set(next: readonly Waiting[]): void {
    const others = queueFrom(keeping.read()).filter(({ report }) => !known.has(report))
    queue = [...others, ...next]
    for (const { report } of queue) known.add(report)
    keeping.write(JSON.stringify(queue))
    for (const follower of followers) follower()
  }
  return {
    get: () => queue,
    set,
    change: (report, by) =>
      set(queue.flatMap((waiting) => (waiting.report === report ? (by(waiting) ?? []) : waiting))),
    follow: (changed) => {
      followers.add(changed)
      return () => followers.delete(changed)
    },
  }
}

/** One turn of one report: sent if it was not, then its end. A failure ends only this turn, and holds up no other. */
function turnsOf({ get, change }: Pick<Kept, 'get' | 'change'>, sender: Sender, nowMs: () => number) {
  const find = (report: string) => get().find((waiting) => waiting.report === report)
  return async (report: string): Promise<void> => {
    try {
      const waiting = find(report)
      if (waiting && !waiting.sent) {
        const { incident, version } = await sender.report(waiting)
        change(report, (now) => ({ ...now, sent: { incident, version, at: nowMs() } }))
      }
      const now = find(report)
      if (!now?.sent || !now.ended) return
      await sender.end(now, now.sent.incident, Math.max(now.ended.seen, now.sent.version))
      change(report, () => undefined)
    } catch {
      // It stays in the queue, and the screen goes on to say that it was not sent.
    }
  }
}

/** What was kept by an older page, or is damaged, must not keep the button from working. */
function queueFrom(text: string | null): readonly Waiting[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isWaiting) : []
  } catch {
    return []
  }
}

function isWaiting(kept: unknown): kept is Waiting {
  if (typeof kept !== 'object' || kept === null) return false
  const { report, as, agency, reportedAt } = kept as Partial<Waiting>
  return [report, as, agency].every((text) => typeof text === 'string') && typeof reportedAt === 'number'
}
