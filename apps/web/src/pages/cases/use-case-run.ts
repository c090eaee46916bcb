/** A case while it runs in this browser: its incident on the server, and what each step left behind. */
import type { IncidentView } from '@remit/contract/incident-view.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { failureWords } from '../../api/answers.ts'
import { openIncident, readIncident, sendCommand, writeIssuance } from '../../api/resources.ts'
import { newReportId } from '../../live/report-id.ts'
import type { NoticeWords } from '../../words/refusals.ts'
import type { Run, ScriptedCase } from './case.ts'
import { closeRun } from './leaving.ts'
import { type Carrier, startRun, takeStep } from './run-step.ts'

/** This page's own requests. */
export const CARRIER: Carrier = {
  open: openIncident,
  send: sendCommand,
  read: readIncident,
  issue: (agency, { document, ...said }) => writeIssuance(agency, document, said),
  newReport: newReportId,
  realNow: Date.now,
}

/** `after[n]` is the incident as the server showed it right after step n. */
type Running = { readonly incident: string; readonly after: readonly IncidentView[] }

export type CaseRun = {
  readonly running: Running | undefined
  readonly isBusy: boolean
  readonly failed: NoticeWords | undefined
  /** Takes the next step of the script, if there is one. */
  readonly goOn: () => void
  /** A new incident, from the first step. */
  readonly startAgain: () => void
}

/** Opens the run's incident at once. Coming back to a case finds it as it was left. */
export function useCaseRun({ id, agency }: ScriptedCase, run: Run): CaseRun {
  const queries = useQueryClient()
  const key = ['case-run', id, run.name]
  const started = useQuery({
    queryKey: key,
    queryFn: async (): Promise<Running> => {
      const incident = await startRun(CARRIER, agency, run)
      return { incident, after: [await readIncident(agency, incident)] }
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    networkMode: 'always',
  })
  const running = started.data
  const stepping = useMutation({
    networkMode: 'always',
    mutationFn: async ({ incident, after }: Running) => {
      const step = run.steps[after.length]
      if (step === undefined) return
      await takeStep(CARRIER, { agency, incident, run, step })
      const view = await readIncident(agency, incident)
      queries.setQueryData<Running>(key, { incident, after: [...after, view] })
      await queries.invalidateQueries({ queryKey: ['incidents', agency] })
    },
  })
  const error = stepping.error ?? started.error
  return {
    running,
    isBusy: started.isFetching || stepping.isPending,
    failed: error ? failureWords(error) : undefined,
    goOn: () => running && !stepping.isPending && stepping.mutate(running),
    startAgain: () => {
      stepping.reset()
      if (running) void closeRun(agency, running.incident, run.request.as)
      void queries.resetQueries({ queryKey: key, exact: true })
    },
  }
}
