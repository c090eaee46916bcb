import type { ReviewRow } from '@remit/contract/library-view.ts'
import type { AgencySummary } from '@remit/contract/shapes.ts'
import { REVIEW_OUTCOMES } from '@remit/incident/events/event.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { agencyQuery, reviewsQuery } from '../../api/queries.ts'
import { sendCommand } from '../../api/resources.ts'
import { useLive } from '../../live/use-live.ts'
import { paths } from '../../paths.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState, Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { withOf } from '../../words/of.ts'
import { lowerFirst } from '../../words/sentences.ts'
import { dayAndClock, elapsed } from '../../words/times.ts'
import styles from './reviews.module.css'

type ReviewListProps = {
  readonly agency: string
  /** Only acts of this incident. */
  readonly incident?: string
}

/** Acts and directions that differed from the orders, each with the outcome of its review or the ways to give one. */
export function ReviewList({ agency, incident }: ReviewListProps) {
  useLive(agency)
  const { data: summary } = useQuery(agencyQuery(agency))
  const { data: reviews, error } = useQuery(reviewsQuery(agency))
  if (error && !reviews) return <Notice {...failureWords(error)} />
  if (!reviews || !summary) return <Loading what="the acts to review" />
  const shown = reviews.filter((row) => incident === undefined || row.incident === incident)
  if (shown.length === 0)
    return (
      <EmptyState
        title="Nothing differs from the orders."
        todo="An act or a direction that differs from what the orders said at that moment stands here."
      />
    )
  return (
    <ul className={styles.list}>
      {shown.map((row) => (
        <Row key={`${row.incident} ${row.seq}`} row={row} agency={summary} />
      ))}
    </ul>
  )
}

/** The position that reviews in a demo department. */
const REVIEWER = /^inspector-/

function Row({ row, agency }: { readonly row: ReviewRow; readonly agency: AgencySummary }) {
  const { receipt, at, by, text, of, determined, direction, reason, custodyMs, outcome, reviewedBy } = row
  const inspector = agency.positions.find(({ id }) => REVIEWER.test(id))
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.act}>
          {by.title} {direction ? 'directed' : 'did'}: <b>{of === undefined ? lowerFirst(text) : withOf(row, text)}</b>
        </p>
        <p>
          The orders said at that moment: <Badge result={determined === 'open' ? 'OPEN' : determined} size="sm" />
          {reason && ` Reason given: ${lowerFirst(reason)}.`}
        </p>
        <p className={styles.note}>
          {dayAndClock(at, agency.timeZone)}.{' '}
          {custodyMs !== undefined && `Custody in this incident: ${elapsed(custodyMs)}. `}
          <Link
            to={paths.incident}
            params={{ agency: segmentOf(agency.id), incident: row.incident }}
            search={inspector ? { as: inspector.id } : {}}
          >
            Timeline of {receipt}
          </Link>
        </p>
      </div>
      {outcome ? (
        <p className={styles.outcome}>
          <b>{outcome}</b>
          <span>{reviewedBy?.title}</span>
        </p>
      ) : (
        inspector && <Outcomes row={row} agency={agency.id} as={inspector.id} title={inspector.title} />
      )}
    </li>
  )
}

type OutcomesProps = {
  readonly row: ReviewRow
  readonly agency: string
  readonly as: string
  readonly title: string
}

function Outcomes({ row, agency, as, title }: OutcomesProps) {
  const queries = useQueryClient()
  const { mutate, error, isPending } = useMutation({
    mutationFn: (outcome: string) =>
      sendCommand(agency, row.incident, { kind: 'review', as, version: row.version, seq: row.seq, outcome }),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ['incidents', agency] })
      return queries.invalidateQueries({ queryKey: ['reviews', agency] })
    },
  })
  return (
    <fieldset className={styles.outcomes}>
      <legend>Outcome, as {lowerFirst(title)}</legend>
      {Object.entries(REVIEW_OUTCOMES).map(([outcome, words]) => (
        <Button
          key={outcome}
          onPress={() => mutate(outcome)}
          {...(isPending ? { unavailable: 'It is being recorded.' } : {})}
        >
          {words}
        </Button>
      ))}
      {error && <Notice {...failureWords(error)} />}
    </fieldset>
  )
}
