import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import type { ReactNode } from 'react'
import { SectionHead } from '../../ui/card.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { furtherWords, incidentTitle, pageWords, shortRequester } from '../../words/incident.ts'
import { clockSeconds, type Instant } from '../../words/times.ts'
import { AskBlock } from './ask-block.tsx'
import { DangerBlock } from './danger-block.tsx'
import { Deadlines } from './deadlines.tsx'
import styles from './desk.module.css'
import type { DeskCallbacks } from './desk-callbacks.ts'
import { Lists } from './lists.tsx'
import { NowBlock } from './now-block.tsx'

type IncidentPaneProps = {
  readonly view: IncidentView
  readonly now: Instant
  readonly as: Position
  readonly on: DeskCallbacks
  /** A link to the whole timeline. */
  readonly link?: ReactNode
}

/** The selected incident: danger, what each role must do, what to ask, what is due, what happened. */
export function IncidentPane({ view, now, as, on, link }: IncidentPaneProps) {
  const { agency } = view
  const { timeZone } = agency
  return (
    <>
      <header className={styles.head}>
        <h2>{incidentTitle(view)}</h2>
        <span className="mono">{view.receipt}</span>
        <p>{requestWords(view)}</p>
        {furtherWords(view).map((words) => (
          <p key={words}>{words}</p>
        ))}
      </header>
      <DangerBlock view={view} now={now} on={on} />
      <NowBlock view={view} now={now} own={as} onDo={on.onDo} />
      <AskBlock view={view} ownRole={as.role} on={on} />
      <Lists view={view} ownRole={as.role} on={on} />
      <Deadlines view={view} now={now} />
      <section className={styles.block} aria-label="Timeline">
        <SectionHead title="Timeline" note="Newest first. Corrected, never erased." aside={link} />
        <Timeline timeZone={timeZone} entries={timelineEntries(view)} />
      </section>
    </>
  )
}

/** "ICE-ERO, asserted by radio at 21:38:20. Shows I-200. 2 officers on scene. Sergeant 730 accepted 21:41." */
function requestWords(view: IncidentView): string {
  const { request, units, agency, openedAt, page } = view
  const officers = units.length === 0 ? 'No unit assigned' : units.map(({ title }) => title).join(', ')
  return [
    `${shortRequester(request.requester)}, ${request.requesterIs} by ${request.channel} at ${clockSeconds(openedAt, agency.timeZone)}`,
    request.paper && `Shows ${request.paper}`,
    officers,
    pageWords(page, agency.timeZone),
  ]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ')
}

/** What machines note for the record alone stands in the whole timeline, not on the desk. */
export function timelineEntries(view: IncidentView) {
  return view.timeline
    .filter(({ words }) => words !== 'The orders were asked again' && !words.startsWith('Screen showed'))
    .map(({ seq, at, who, words, detail, strong }) => ({
      id: String(seq),
      at,
      who,
      what: words,
      strong,
      ...(detail ? { detail } : {}),
    }))
}
