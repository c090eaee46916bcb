import { useQuery } from '@tanstack/react-query'
import { failureWords } from '../../api/answers.ts'
import { Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ReviewList } from '../reviews/review-list.tsx'
import { THE_HANDOVER } from './cases/a8.ts'
import { FAIRFAX } from './cases/fairfax.ts'
import { startRun, takeStep } from './run-step.ts'
import { CARRIER } from './use-case-run.ts'

/** The case of the handover, run to its end, with what differed in it before the inspector. */
export function HandoverReviewed() {
  const { data: incident, error } = useQuery({
    queryKey: ['case-run', 'A9'],
    queryFn: async () => {
      const run = THE_HANDOVER
      const incident = await startRun(CARRIER, FAIRFAX, run)
      for (const step of run.steps.slice(1)) await takeStep(CARRIER, { agency: FAIRFAX, incident, run, step })
      return incident
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    retry: false,
    refetchOnWindowFocus: false,
    networkMode: 'always',
  })
  if (error) return <Notice {...failureWords(error)} />
  if (incident === undefined) return <Loading what="the acts of the case" />
  return <ReviewList agency={FAIRFAX} incident={incident} />
}
