import type { ActDoneView, CustodyView, IncidentView } from '@remit/contract/incident-view.ts'
import type { ReactNode } from 'react'
import { SectionHead } from '../../ui/card.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { furtherWords, incidentTitle, shortRequester } from '../../words/incident.ts'
import { withOf } from '../../words/of.ts'
import { clockSeconds, dayAndClock, elapsed, type Instant } from '../../words/times.ts'
import styles from './timeline.module.css'

type TimelineScreenProps = {
  readonly view: IncidentView
  /** By the incident's clock. */
  readonly now: Instant
  /** Links of the page: export, desk. */
  readonly links?: ReactNode
}

/** Everything that happened in one incident, who did it and when, and what screens showed. */
export function TimelineScreen({ view, now, links }: TimelineScreenProps) {
  const { timeZone } = view.agency
  return (
    <div className={styles.screen}>
      <div className={styles.head}>
        <div>
          <h1>{incidentTitle(view)}</h1>
          <p>
            <span className="mono">{view.receipt}</span>. {shortRequester(view.request.requester)},{' '}
            {view.request.requesterIs} by {view.request.channel}, {dayAndClock(view.openedAt, timeZone)}.{' '}
            {view.state === 'open' ? 'Open.' : 'Closed.'}
          </p>
          {furtherWords(view).map((words) => (
            <p key={words}>{words}</p>
          ))}
        </div>
        {links && <div className={styles.links}>{links}</div>}
      </div>
      <dl className={styles.figures}>
        <Figure
          name="Custody"
          value={
            view.custody.length === 0
              ? 'No custody recorded'
              : view.custody.map((custody) => (
                  <Custody key={custody.person ?? ''} custody={custody} now={now} timeZone={timeZone} />
                ))
          }
        />
        <Figure
          name="Danger"
          value={view.danger.reports.length === 0 ? 'No danger reported' : `${view.danger.reports.length} reported`}
          note={view.danger.open ? 'Not all ended' : view.danger.reports.length > 0 ? 'All ended' : undefined}
        />
        <Figure
          name="Deadlines"
          value={`${view.duties.filter(({ state }) => state === 'met').length} met, ${view.duties.filter(({ state }) => state === 'late').length} late`}
        />
        <Figure
          name="Book"
          value={<span className="mono">{view.book.hash.slice(0, 12)}</span>}
          note="The orders that answered"
        />
      </dl>
      <SectionHead
        title="Acts and directions"
        note={`${view.acts.length}`}
        aside="An act that differs is recorded, not blocked"
      />
      <Acts acts={view.acts} timeZone={timeZone} />
      <SectionHead title="Timeline" note="Newest first. Corrected, never erased." />
      <Lines view={view} />
    </div>
  )
}

type CustodyProps = { readonly custody: CustodyView; readonly now: Instant; readonly timeZone: string }

/** How long one person is held, or was; with the person's number where there are several. */
function Custody({ custody: { of, since, until }, now, timeZone }: CustodyProps) {
  const time = elapsed((until ?? now) - since)
  return (
    <>
      {of === undefined ? time : `${of}: ${time}`}
      <small>
        {clockSeconds(since, timeZone)} to {until === undefined ? 'now' : clockSeconds(until, timeZone)}
      </small>
    </>
  )
}

function Figure(props: { readonly name: string; readonly value: ReactNode; readonly note?: ReactNode }) {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        {props.value}
        {props.note && <small>{props.note}</small>}
      </dd>
    </div>
  )
}

function Acts({ acts, timeZone }: { readonly acts: readonly ActDoneView[]; readonly timeZone: string }) {
  return (
    <DataTable
      caption="Acts and directions"
      captionHidden
      rows={acts}
      rowKey={({ seq }) => String(seq)}
      columns={[
        { key: 'at', header: 'When', cell: ({ at }) => clockSeconds(at, timeZone) },
        { key: 'by', header: 'Who', cell: ({ by }) => by.title },
        { key: 'act', header: 'What', cell: (act) => withOf(act, act.text), namesRow: true },
        {
          key: 'determined',
          header: 'The orders said',
          cell: ({ determined }) => (determined === 'open' ? 'OPEN' : determined),
        },
        {
          key: 'differs',
          header: 'Differs',
          cell: ({ differs, reason }) => (differs ? (reason ?? 'yes, no reason given') : 'no'),
        },
        {
          key: 'review',
          header: 'Review',
          cell: ({ differs, review }) =>
            review ? `${review.outcome}, ${review.by.title}` : differs ? 'not reviewed yet' : '',
        },
      ]}
      empty={
        <EmptyState
          title="No act or direction is recorded yet."
          todo="They stand here as soon as someone records one."
        />
      }
    />
  )
}

function Lines({ view }: { readonly view: IncidentView }) {
  return (
    <Timeline
      timeZone={view.agency.timeZone}
      entries={view.timeline.map(({ seq, at, who, words, detail, strong }) => ({
        id: String(seq),
        at,
        who,
        what: words,
        strong,
        ...(detail ? { detail } : {}),
      }))}
    />
  )
}
