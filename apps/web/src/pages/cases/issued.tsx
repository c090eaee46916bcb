import { useQuery } from '@tanstack/react-query'
import { agencyQuery, documentsQuery, issuancesQuery } from '../../api/queries.ts'
import { dayWords } from '../../words/day-words.ts'
import { dayAndClock, type Instant } from '../../words/times.ts'
import styles from './cases.module.css'

type IssuedProps = {
  readonly agency: string
  readonly document: string
  /** By the clock of the case. */
  readonly at: Instant
}

/** That the order was issued before the request, who has it, and what took its place since. */
export function Issued({ agency, document, at }: IssuedProps) {
  const { data: summary } = useQuery(agencyQuery(agency))
  const { data: then } = useQuery(issuancesQuery(agency, at))
  const { data: documents } = useQuery(documentsQuery())
  const issued = then?.find((each) => each.document === document)
  const successor = documents?.find(({ supersedes }) => supersedes.includes(document))
  if (!issued || !summary)
    return <p className={styles.issued}>The memo is issued to the officers with the first step.</p>
  const received = issued.recipients.filter(({ receivedAt }) => receivedAt !== undefined).length
  const read = issued.recipients.filter(({ readAt }) => readAt !== undefined).length
  const by = issued.issuedBy.title.toLowerCase()
  return (
    <p className={styles.issued}>
      {`The memo was issued ${dayAndClock(issued.issuedAt, summary.timeZone)} by ${by}, received by ${received} of ${issued.recipients.length} positions, read by ${read}.`}
      {successor && ` Superseded since by ${successor.short}, from ${dayWords(successor.from)}.`}
    </p>
  )
}
