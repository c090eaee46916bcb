import type { IncidentView, QueueRow } from '@remit/contract/incident-view.ts'
import type { InputView } from '@remit/contract/library-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import type { ReactNode } from 'react'
import { AlarmBand } from '../../ui/alarm-band.tsx'
import { ConnectionLine } from '../../ui/connection-line.tsx'
import { DemoChip } from '../../ui/demo-chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { KeyHints } from '../../ui/kbd.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Brand } from '../../ui/page-header.tsx'
import { Panes } from '../../ui/panes.tsx'
import type { Connection } from '../../words/connection.ts'
import type { NoticeWords } from '../../words/refusals.ts'
import { clockSeconds, day, type Instant } from '../../words/times.ts'
import bar from '../top-bar.module.css'
import { Actions } from './actions.tsx'
import styles from './desk.module.css'
import { type DeskCallbacks, SHOWS_ONLY } from './desk-callbacks.ts'
import { IncidentPane } from './incident-pane.tsx'
import { QueuePane } from './queue-pane.tsx'

export type DeskScreenProps = {
  /** Whose desk this is. */
  readonly as: Position
  readonly agency: { readonly demo: boolean; readonly timeZone: string; readonly positions: readonly Position[] }
  /** As the server orders them. */
  readonly rows: readonly QueueRow[]
  /** The selected incident. */
  readonly view: IncidentView | undefined
  /** What the orders ask for, for pick lists. */
  readonly inputs?: readonly InputView[]
  /** By the selected incident's clock, ticking; without one by the desk's. */
  readonly now: Instant
  /** Each row's own clock; `now` where it is not given. */
  readonly nowOf?: (row: QueueRow) => Instant
  readonly connection?: Connection
  readonly refused?: NoticeWords
  /** The command line, docked at the bottom left. */
  readonly command?: ReactNode
  /** Links to what this department's officers can be given on paper. */
  readonly paper?: ReactNode
  /** A link to the selected incident's timeline. */
  readonly link?: ReactNode
  readonly on?: DeskCallbacks
}

/** A dispatcher's or a watch commander's desk. */
export function DeskScreen(props: DeskScreenProps) {
  const { as, agency, rows, now, nowOf = () => now, on = SHOWS_ONLY } = props
  const { timeZone } = agency
  return (
    <div className={styles.desk}>
      <header className={bar.bar}>
        <Brand />
        <h1 className="spoken">Desk, {as.title}</h1>
        {agency.demo && <DemoChip words={`Simulated data. Clock set to ${day(now, timeZone)}.`} />}
        <span className={bar.end}>
          {props.connection && <ConnectionLine connection={props.connection} timeZone={timeZone} />}
          {props.paper}
          <span>{as.title}</span>
          <b className={bar.clock}>{clockSeconds(now, timeZone)}</b>
        </span>
      </header>
      <section aria-label="Alarms and notices">
        <Alarms rows={rows} nowOf={nowOf} timeZone={timeZone} as={as.id} on={on} />
        {props.refused && (
          <Notice kind={props.refused.kind} title={props.refused.title} detail={props.refused.detail} />
        )}
      </section>
      <main className={styles.panes}>
        <Panes
          label="Desk"
          columns="828fr 612fr"
          panes={[
            { id: 'queue', label: 'Queue', content: <Left {...props} nowOf={nowOf} on={on} /> },
            { id: 'incident', label: 'Incident', content: <Right {...props} on={on} /> },
          ]}
        />
      </main>
    </div>
  )
}

const NONE: readonly never[] = []

type Acting = { readonly on: DeskCallbacks }

function Left(props: DeskScreenProps & Acting & { readonly nowOf: (row: QueueRow) => Instant }) {
  const { rows, view, agency, nowOf, on, command } = props
  return (
    <>
      <div className={styles.scroll} id="desk-queue" tabIndex={-1}>
        <QueuePane
          rows={rows}
          selected={view?.id}
          nowOf={nowOf}
          timeZone={agency.timeZone}
          supervisors={agency.positions.filter(({ role }) => role === 'supervisor')}
          onSelect={on.onSelect}
        />
      </div>
      {command && <div className={styles.dock}>{command}</div>}
    </>
  )
}

function Right({ view, inputs = NONE, now, as, agency, on, link }: DeskScreenProps & Acting) {
  return (
    <>
      <div className={styles.scroll} id="desk-incident" tabIndex={-1}>
        {view ? (
          <IncidentPane key={view.id} view={view} now={now} as={as} on={on} link={link} />
        ) : (
          <EmptyState title="No incident is selected." todo="F2 records a request; a row of the queue shows one." />
        )}
      </div>
      <footer className={styles.foot}>
        <Actions
          key={view?.id ?? 'none'}
          view={view}
          positions={agency.positions}
          inputs={inputs}
          onReportDanger={on.onReportDanger}
          on={on}
        />
        <KeyHints
          hints={[
            { keys: ['F9'], does: 'report danger' },
            { keys: ['F8'], does: 'I have it' },
            { keys: ['F4'], does: 'ask' },
            { keys: ['F2'], does: 'new request' },
            { keys: ['Alt', '1', '2', '3'], does: 'queue, incident, command' },
          ]}
        />
      </footer>
    </>
  )
}

function Alarms(
  props: Acting & {
    readonly rows: readonly QueueRow[]
    readonly nowOf: (row: QueueRow) => Instant
    readonly timeZone: string
    readonly as: string
  },
) {
  const { rows, nowOf, timeZone, as, on } = props
  return rows.flatMap((row) =>
    row.danger.reports
      .filter(({ endedAt }) => endedAt === undefined)
      .map(({ report, by, reportedAt, accepted }) => (
        <AlarmBand
          key={report}
          incident={[
            row.receipt,
            row.request.cadEvent && `event ${row.request.cadEvent}`,
            `beat ${row.request.beat}`,
            by.title,
          ]
            .filter(Boolean)
            .join(', ')}
          since={reportedAt}
          now={nowOf(row)}
          timeZone={timeZone}
          {...(accepted ? { accepted: { by: accepted.position.title, at: accepted.at } } : {})}
          {...(by.id === as ? {} : { onAccept: () => on.onAcceptDanger(row.id, report) })}
        />
      )),
  )
}
