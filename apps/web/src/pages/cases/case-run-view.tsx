import type { IncidentView } from '@remit/contract/incident-view.ts'
import type { Position } from '@remit/contract/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { segmentOf } from '../../api/agency-segment.ts'
import { agencyQuery, incidentQuery } from '../../api/queries.ts'
import type { Timed } from '../../api/resources.ts'
import { useLive } from '../../live/use-live.ts'
import { useNow } from '../../now.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { clockSeconds, type Instant } from '../../words/times.ts'
import { plannedTimes, type Run, type ScriptedCase } from './case.ts'
import { CaseDesk } from './case-desk.tsx'
import { CaseRecord } from './case-record.tsx'
import styles from './case-run.module.css'
import { closeOnLeaving, isClosed } from './leaving.ts'
import { LivePhone, PastPhone } from './live-phone.tsx'
import { type ShownStep, StepStrip } from './step-strip.tsx'
import { type CaseRun, useCaseRun } from './use-case-run.ts'
import { type Screen, saidOn, useChangedAt } from './what-changed.ts'

type CaseRunViewProps = {
  readonly case: ScriptedCase
  readonly run: Run
  /** After the step buttons: where the order is, what if. */
  readonly links: ReactNode
}

/** A case while it runs: three screens with live data, and its steps. */
export function CaseRunView({ case: shown, run, links }: CaseRunViewProps) {
  const caseRun = useCaseRun(shown, run)
  useLive(shown.agency)
  const agency = useQuery(agencyQuery(shown.agency))
  const id = caseRun.running?.incident
  const incident = useQuery({ ...incidentQuery(shown.agency, id ?? ''), enabled: id !== undefined })
  const view = incident.data?.id === id ? incident.data : undefined
  return (
    <>
      {caseRun.failed && (
        <Notice kind={caseRun.failed.kind} title={caseRun.failed.title} detail={caseRun.failed.detail}>
          <Button onPress={caseRun.startAgain}>Start again</Button>
        </Notice>
      )}
      {view && agency.data ? (
        <Screens
          key={id}
          case={shown}
          run={run}
          caseRun={caseRun}
          view={view}
          positions={agency.data.positions}
          links={links}
        />
      ) : (
        <div className={styles.loading}>{!caseRun.failed && <Loading what="the case" />}</div>
      )}
    </>
  )
}

type ScreensProps = {
  readonly case: ScriptedCase
  readonly run: Run
  readonly caseRun: CaseRun
  readonly view: Timed<IncidentView>
  readonly positions: readonly Position[]
  readonly links: ReactNode
}

function Screens({ case: shown, run, caseRun, view, positions, links }: ScreensProps) {
  const after = caseRun.running?.after ?? []
  const last = after.length - 1
  const [looking, setLooking] = useState<number>()
  const past = looking === undefined || looking >= last ? undefined : after[looking]
  const step = past === undefined || looking === undefined ? last : looking
  const now = useNow(view.deviceOffsetMs)
  const { timeZone } = view.agency
  const { as } = run.request
  useEffect(() => {
    if (view.state === 'closed') isClosed(view.id)
    else closeOnLeaving(view, as)
  }, [view, as])
  const show = (place: number) => setLooking(place >= last ? undefined : place)
  const next = () => (past ? show(step + 1) : caseRun.goOn())
  const hasNext = past !== undefined || after.length < run.steps.length
  return (
    <>
      <ThreeScreens case={shown} view={view} past={past} now={now} positions={positions} />
      {past && (
        <p className={styles.past} role="status">
          Looking back: as recorded at {clockSeconds(past.clock.nowMs, timeZone)}. Nothing that was recorded is undone.
        </p>
      )}
      <div className={styles.controls}>
        <Button onPress={() => show(step - 1)} {...(step === 0 ? { unavailable: 'This is the first step.' } : {})}>
          Back
        </Button>
        {hasNext ? (
          <Button
            kind="primary"
            onPress={next}
            {...(caseRun.isBusy ? { unavailable: 'The step is being recorded.' } : {})}
          >
            Next step
          </Button>
        ) : (
          <Button kind="primary" onPress={caseRun.startAgain}>
            Start again
          </Button>
        )}
        <span className={styles.count} role="status">
          Step {step + 1} of {run.steps.length}
        </span>
        {hasNext && after.length > 1 && (
          <button type="button" className={styles.again} onClick={caseRun.startAgain}>
            Start again
          </button>
        )}
        <span className={styles.links}>{links}</span>
      </div>
      <StepStrip steps={stepsOf(run, after)} shown={step} timeZone={timeZone} onShow={show} />
    </>
  )
}

/** Steps that were taken with the instant at which they were, the others as planned. */
function stepsOf(run: Run, after: readonly IncidentView[]): readonly ShownStep[] {
  const planned = plannedTimes(run)
  return run.steps.map(({ label }, place) => {
    const view = after[place]
    return { label, at: view?.clock.nowMs ?? planned[place] ?? run.startsAt, isTaken: view !== undefined }
  })
}

type ThreeScreensProps = {
  readonly case: ScriptedCase
  readonly view: Timed<IncidentView>
  readonly past: IncidentView | undefined
  readonly now: Instant
  readonly positions: readonly Position[]
}

function ThreeScreens({ case: shown, view, past, now, positions }: ThreeScreensProps) {
  const { first, dispatcher, officer, supervisor } = shown.screens
  const position = (id: string) => positions.find((one) => one.id === id) ?? { id, title: id, role: 'officer' }
  const at = (screen: Screen) => ({ screen, view, now, isPast: past !== undefined })
  const phone = (as: string) =>
    past ? <PastPhone view={past} as={position(as)} /> : <LivePhone view={view} as={position(as)} />
  const firstNow = past?.clock.nowMs ?? now
  return (
    <div className={styles.screens}>
      <Framed {...at('first')} title={first === 'desk' ? 'Dispatcher' : 'The record'} theme="night">
        {first === 'desk' ? (
          <CaseDesk view={past ?? view} now={firstNow} as={position(dispatcher)} isPast={past !== undefined} />
        ) : (
          <CaseRecord view={past ?? view} now={firstNow} />
        )}
      </Framed>
      <Framed
        {...at('officer')}
        title="Officer"
        theme="night"
        alone={<PhoneAlone agency={shown.agency} as={officer} />}
      >
        {phone(officer)}
      </Framed>
      <Framed {...at('supervisor')} title="Supervisor" alone={<PhoneAlone agency={shown.agency} as={supervisor} />}>
        {phone(supervisor)}
      </Framed>
    </div>
  )
}

/** The phone by itself, with all that a thumb needs. It opens beside the case, which goes on here. */
function PhoneAlone({ agency, as }: { readonly agency: string; readonly as: string }) {
  return (
    <Link
      to={paths.field}
      params={{ agency: segmentOf(agency) }}
      search={{ as }}
      target="_blank"
      aria-label={`open ${as} alone`}
    >
      open
    </Link>
  )
}

type FramedProps = {
  readonly screen: Screen
  readonly view: IncidentView
  readonly now: Instant
  readonly isPast: boolean
  readonly title: string
  readonly theme?: 'night'
  /** The same screen alone. */
  readonly alone?: ReactNode
  readonly children: ReactNode
}

/** A screen under its name, marked where it says something new since the step before. */
function Framed({ screen, view, now, isPast, title, theme, alone, children }: FramedProps) {
  const changedAt = useChangedAt(saidOn(screen, view), now)
  const isMarked = changedAt !== undefined && !isPast
  return (
    <section className={styles.framed} aria-label={`${title}’s screen`}>
      <div className={styles.name}>
        <h3>{title}</h3>
        {alone}
        {isMarked && <span role="status">changed {clockSeconds(changedAt, view.agency.timeZone)}</span>}
      </div>
      <div className={classNames(styles.frame, isMarked && styles.changed)} data-theme={theme}>
        {children}
      </div>
    </section>
  )
}
