/**
 * Wakes what is due. Once a second, and once at the start, each agency that runs Remit is asked for deadline rows that
 * have passed; each is looked at again under the log's lock, so that two servers never act twice.
 */
import type { Agency } from '@remit/language/checked/tree.ts'
import { writeIncident } from '../incidents/write.ts'
import type { Remit } from '../remit.ts'
import { openDeadlines } from '../store/deadlines.ts'

const EACH_MS = 1000

export type Waking = { readonly stop: () => Promise<void> }

export function startWaking(remit: Remit): Waking {
  let isStopping = false
  let timer: NodeJS.Timeout | undefined
  let round: Promise<void> = Promise.resolve()

  function next(): void {
    if (isStopping) return
    // A database that is away comes back; until then the next round tries again, and screens say that they are not live.
    round = wakeAll(remit).catch((error: unknown) => console.error('deadlines could not be looked at:', error))
    round.then(() => {
      if (!isStopping) timer = setTimeout(next, EACH_MS)
    })
  }
  next()

  return {
    stop: async () => {
      isStopping = true
      clearTimeout(timer)
      await round
    },
  }
}

async function wakeAll(remit: Remit): Promise<void> {
  for (const agency of remit.agencies.filter(({ runs }) => runs)) await wakeAgency(remit, agency)
}

async function wakeAgency(remit: Remit, agency: Agency): Promise<void> {
  const due = await remit.database.inAgency(agency.id, (transaction) =>
    openDeadlines(transaction, { byMs: remit.nowMs() }),
  )
  for (const stream of new Set(due.map(({ stream }) => stream))) {
    // Whatever has become late, unanswered or different follows by itself from looking again.
    await writeIncident(remit, agency, stream.replace('incident/', ''), () => ({ by: 'remit', bodies: [] }))
  }
}
