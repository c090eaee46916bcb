import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { Timeline } from '../../ui/timeline.tsx'
import { UnitWord } from '../../ui/unit-word.tsx'
import { shortRequester, supervisorState } from '../../words/incident.ts'
import { supervisorWords } from '../../words/supervisor.ts'
import { clockSeconds, day, type Instant } from '../../words/times.ts'
import { DangerBlock } from './danger-block.tsx'
import styles from './desk.module.css'
import { SHOWS_ONLY } from './desk-callbacks.ts'
import { timelineEntries } from './incident-pane.tsx'
import { NowBlock } from './now-block.tsx'

type DeskGlanceProps = { readonly as: Position; readonly view: IncidentView | undefined; readonly now: Instant }

/** One incident as a desk shows it, for a panel among other screens. */
export function DeskGlance({ as, view, now }: DeskGlanceProps) {
  if (!view) return <p className={styles.glanceEmpty}>No request has come in yet.</p>
  const { timeZone } = view.agency
  const state = supervisorState(view.page)
  return (
    <div className={styles.glance}>
      <p className={styles.glanceTop}>
        <span>
          {as.title}, {day(now, timeZone)}
        </span>
        <b className="figures">{clockSeconds(now, timeZone)}</b>
      </p>
      <dl className={styles.glanceRow}>
        <Cell name="Receipt" value={<span className="mono">{view.receipt}</span>} />
        <Cell name="Who asks" value={shortRequester(view.request.requester)} />
        <Cell name="Beat" value={view.request.beat} />
        <Cell name="Supervisor" value={state ? supervisorWords(state, timeZone).words : 'Not paged'} />
        <Cell name="To units" value={<UnitWord word={view.toUnits.word ?? 'None'} />} />
      </dl>
      {view.danger.open && <DangerBlock compact view={view} now={now} on={SHOWS_ONLY} />}
      <NowBlock compact view={view} now={now} ownRole={as.role} onDo={SHOWS_ONLY.onDo} />
      <div className={styles.glanceTimeline}>
        <Timeline timeZone={timeZone} entries={timelineEntries(view).slice(0, 6)} />
      </div>
      <p className={styles.glanceSay}>
        <span className={styles.glanceSayLabel}>Say on radio</span>“{view.toUnits.radio}”
      </p>
    </div>
  )
}

function Cell({ name, value }: { readonly name: string; readonly value: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
