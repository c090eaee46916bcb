import type { ActDoneView, IncidentView } from '@remit/contract/incident-view.ts'
import { Badge } from '../../ui/badge.tsx'
import { clockSeconds, day, elapsed, type Instant } from '../../words/times.ts'
import styles from './case-record.module.css'

/** The record of a case: each act beside what the orders said at that moment, and the custody clock. */
export function CaseRecord({ view, now }: { readonly view: IncidentView; readonly now: Instant }) {
  const { timeZone } = view.agency
  // A case of the article is about one person.
  const [custody] = view.custody
  const differing = view.acts.filter(({ differs }) => differs).length
  return (
    <div className={styles.record}>
      <div className={styles.top}>
        <span>
          {view.receipt}, beat {view.request.beat}, {day(now, timeZone)}
        </span>
        <time dateTime={new Date(now).toISOString()}>{clockSeconds(now, timeZone)}</time>
      </div>
      <div className={styles.custody}>
        <span>Custody</span>
        {custody ? (
          <>
            <b>{elapsed((custody.until ?? now) - custody.since)}</b>
            <small>
              {clockSeconds(custody.since, timeZone)} to{' '}
              {custody.until === undefined ? 'now, running' : clockSeconds(custody.until, timeZone)}
            </small>
          </>
        ) : (
          <b>Nobody is held</b>
        )}
      </div>
      <table className={styles.acts}>
        <caption>Each act, and what the orders said of it at that moment</caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Act</th>
            <th scope="col">The orders said</th>
            <th scope="col">Differs</th>
          </tr>
        </thead>
        <tbody>
          {view.acts.length === 0 && (
            <tr>
              <td colSpan={4}>No act is recorded yet. The next step records one.</td>
            </tr>
          )}
          {view.acts.map((act) => (
            <Act key={act.seq} act={act} timeZone={timeZone} />
          ))}
        </tbody>
      </table>
      <p className={styles.review}>
        {differing === 0
          ? 'Nothing differs from the orders so far.'
          : `${differing} ${differing === 1 ? 'act goes' : 'acts go'} to review. Nothing was blocked.`}
      </p>
    </div>
  )
}

function Act({ act, timeZone }: { readonly act: ActDoneView; readonly timeZone: string }) {
  const { at, text, determined, differs, review } = act
  return (
    <tr>
      <td className="figures">{clockSeconds(at, timeZone)}</td>
      <th scope="row">{text}</th>
      <td>
        <Badge result={determined === 'open' ? 'OPEN' : determined} size="sm" />
      </td>
      <td>{differs ? <b>{review ? review.outcome : 'yes, to review'}</b> : 'no'}</td>
    </tr>
  )
}
