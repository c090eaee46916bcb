import type { QueueRow as Row } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { type KeyboardEvent, useRef, useState } from 'react'
import { SectionHead } from '../../ui/card.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Queue, QueueRow } from '../../ui/queue.tsx'
import { freeWords, type StripEntry, SupervisorStrip } from '../../ui/supervisor-strip.tsx'
import { shortPurpose, shortRequester, supervisorState } from '../../words/incident.ts'
import { lowerFirst } from '../../words/sentences.ts'
import { supervisorWords } from '../../words/supervisor.ts'
import { clock, clockSeconds, elapsed, type Instant } from '../../words/times.ts'
import { deadlineOf } from './deadlines.tsx'
import styles from './desk.module.css'
import { steadyOrder } from './steady-order.ts'

type QueuePaneProps = {
  readonly rows: readonly Row[]
  readonly selected: string | undefined
  /** Each incident has its own clock. */
  readonly nowOf: (row: Row) => Instant
  readonly timeZone: string
  readonly supervisors: readonly Position[]
  readonly onSelect: (incident: string) => void
}

/** Open requests in the order of urgency, who of the supervisors is free, and what was closed. */
export function QueuePane({ rows, selected, nowOf, timeZone, supervisors, onSelect }: QueuePaneProps) {
  const open = rows.filter(({ state }) => state === 'open')
  const closed = rows.filter(({ state }) => state === 'closed')
  const strip = stripOf(open, supervisors)
  return (
    <>
      <SectionHead
        title="Open requests"
        note={String(open.length)}
        aside="Danger first, then late, then next deadline"
      />
      {open.length === 0 ? (
        <EmptyState title="No open requests." todo="F2 records one." />
      ) : (
        <OpenRows rows={open} selected={selected} nowOf={nowOf} timeZone={timeZone} onSelect={onSelect} />
      )}
      <div className={styles.section}>
        <SectionHead title="Supervisors" note={freeWords(strip)} />
        <SupervisorStrip entries={strip} timeZone={timeZone} />
      </div>
      <div className={styles.section}>
        <SectionHead title="Closed this shift" note={String(closed.length)} />
        <ul className={styles.closed}>
          {closed.map((row) => (
            <li key={row.id}>
              <button
                type="button"
                aria-pressed={row.id === selected}
                onClick={() => onSelect(row.id)}
                className="mono"
              >
                {row.receipt}
              </button>
              <span>{shortRequester(row.request.requester)}</span>
              <span>{shortPurpose(row.request.purpose)}</span>
              <span className="figures">{row.request.beat}</span>
              <span className="figures">{elapsed((row.closedAt ?? row.openedAt) - row.openedAt)}</span>
              <span>closed {clock(row.closedAt ?? row.openedAt, timeZone)}</span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function OpenRows(props: Omit<QueuePaneProps, 'supervisors'>) {
  const { rows, selected, nowOf, timeZone, onSelect } = props
  const fresh = rows.map(({ id }) => id)
  const [held, setHeld] = useState<readonly string[]>()
  const list = useRef<HTMLDivElement>(null)
  const { order, moved } = steadyOrder(fresh, held)
  const hold = () => setHeld((held) => held ?? fresh)
  const release = () => {
    const here = list.current
    if (here && !here.matches(':hover') && !here.contains(document.activeElement)) setHeld(undefined)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps its rows still while someone is there, and moves the focus by arrows
    <div
      ref={list}
      className={styles.bleed}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={() => setTimeout(release)}
      onKeyDown={moveByArrows}
    >
      <Queue label="Open requests">
        {order.flatMap((id) => {
          const row = rows.find((row) => row.id === id)
          return row
            ? [
                <OpenRow
                  key={id}
                  row={row}
                  now={nowOf(row)}
                  timeZone={timeZone}
                  selected={id === selected}
                  moved={moved.get(id)}
                  onSelect={() => onSelect(id)}
                />,
              ]
            : []
        })}
      </Queue>
    </div>
  )
}

function OpenRow(props: {
  readonly row: Row
  readonly now: Instant
  readonly timeZone: string
  readonly selected: boolean
  readonly moved: string | undefined
  readonly onSelect: () => void
}) {
  const { row, now, timeZone, selected, moved, onSelect } = props
  const { request, page } = row
  const state = supervisorState(page)
  const said = state && supervisorWords(state, timeZone)
  const number = page.state === 'none' ? '' : page.position.title.replace(/^Sergeant /, '')
  return (
    <QueueRow
      receipt={row.receipt}
      {...(request.cadEvent ? { event: request.cadEvent } : {})}
      asker={shortRequester(request.requester)}
      askerStanding={request.requesterIs}
      purpose={shortPurpose(request.purpose)}
      {...(request.paper ? { purposeDetail: `${request.paper} shown` } : {})}
      beat={request.beat}
      since={row.openedAt}
      now={now}
      deadline={deadlineOf(row.duty, row.danger.open)}
      supervisor={said ? `${number} ${lowerFirst(said.words)}` : 'Not paged'}
      {...(said?.detail ? { supervisorDetail: said.detail } : {})}
      word={row.word ?? 'No word'}
      danger={dangerWords(row, timeZone)}
      selected={selected}
      {...(moved ? { moved } : {})}
      onSelect={onSelect}
    />
  )
}

/** "Not yet accepted" while any report has nobody, because that is what someone must act on. */
function dangerWords({ danger }: Row, timeZone: string): string {
  const open = danger.reports.filter(({ endedAt }) => endedAt === undefined)
  if (open.length === 0) return 'No danger reported'
  const accepted = open.flatMap(({ accepted }) => accepted ?? [])
  if (accepted.length < open.length) return 'Not yet accepted'
  return `Accepted ${clockSeconds(Math.max(...accepted.map(({ at }) => at)), timeZone)}`
}

/** Each supervisor by the newest open request that holds them. */
function stripOf(open: readonly Row[], supervisors: readonly Position[]): readonly StripEntry[] {
  return supervisors.map((supervisor) => {
    const row = open.find(({ page }) => page.state !== 'none' && page.position.id === supervisor.id)
    const state = row && supervisorState(row.page)
    return {
      number: supervisor.title.replace(/^Sergeant /, ''),
      state: state ?? { kind: 'free' },
      ...(row ? { receipt: row.receipt } : {}),
    }
  })
}

function moveByArrows(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('tbody button')]
  const place = buttons.findIndex((button) => button.matches(':focus'))
  const next = buttons[place + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.click()
}
