import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { Refused } from '../api/answers.ts'
import { reportDanger, sendCommand } from '../api/resources.ts'
import { type DangerQueue, dangerQueue, type Keeping, type Waiting } from './danger-queue.ts'

/** How long between two tries of what was not answered. */
const AGAIN_MS = 3000

const KEY = 'remit.danger'

/** Storage throws where a browser forbids it; the queue then lives as long as the page. */
const keeping: Keeping = {
  read: () => {
    try {
      return localStorage.getItem(KEY)
    } catch {
      return null
    }
  },
  write: (text) => {
    try {
      localStorage.setItem(KEY, text)
    } catch {}
  },
}

const queue: DangerQueue = dangerQueue(
  keeping,
  {
    report: async (waiting) => {
      const { agency, as, report, reportedAt, incident, beat } = waiting
      const anywhere = () => reportDanger(agency, { as, report, reportedAt, ...(beat ? { beat } : {}) })
      if (incident === undefined) return anywhere()
      // An incident that the server does not know must not turn a call for help away.
      return sendCommand(agency, incident, { kind: 'report-danger', as, report, reportedAt }).catch((error) =>
        error instanceof Refused && error.refusal.refusal === 'not-found' ? anywhere() : Promise.reject(error),
      )
    },
    end: ({ agency, as, report }, incident, seen) =>
      sendCommand(agency, incident, { kind: 'end-danger', as, report, seen }),
  },
  Date.now,
)

export type Danger = Pick<DangerQueue, 'report' | 'end' | 'seen'> & {
  /** What this position pressed on this device and the server has not answered, or not yet shown. */
  readonly waiting: readonly Waiting[]
}

/** The danger of one position on this device. While anything waits it is tried again and again. */
export function useDanger(agency: string, as: string): Danger {
  const queries = useQueryClient()
  const all = useSyncExternalStore(queue.follow, queue.get)
  const waiting = all.filter((one) => one.agency === agency && one.as === as)
  const open = waiting.filter(({ sent, ended }) => !sent || ended).length
  useEffect(() => {
    const attempt = () => queue.attempt()
    attempt()
    addEventListener('online', attempt)
    const timer = open > 0 ? setInterval(attempt, AGAIN_MS) : undefined
    return () => {
      removeEventListener('online', attempt)
      clearInterval(timer)
    }
  }, [open])
  const sent = waiting.filter((one) => one.sent).length
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer, either way, makes the incidents be read again
  useEffect(() => {
    queries.invalidateQueries({ queryKey: ['incidents', agency] })
  }, [queries, agency, sent, waiting.length])
  return { waiting, report: queue.report, end: queue.end, seen: queue.seen }
}
