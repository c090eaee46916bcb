import type { IncidentView } from '@remit/contract/incident-view.ts'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { failureWords } from '../../api/answers.ts'
import { incidentQuery } from '../../api/queries.ts'
import { openIncident, sendCommand } from '../../api/resources.ts'
import { newReportId } from '../../live/report-id.ts'
import { useLive } from '../../live/use-live.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { CaseDesk } from './case-desk.tsx'
import { CHICAGO, DISPATCHER, ICE_ASKS, OFFICER, THE_EVENING } from './cases/chicago.ts'
import styles from './cases.module.css'
import { closeRun } from './leaving.ts'

const DESK = { id: DISPATCHER, title: 'Dispatcher, zone 7', role: 'dispatcher' }

type Measuring = { readonly incident: string; readonly pressedAt: number }

/** The time from the press to the desk's screen, with a real report in a fresh incident, by this browser's own clock. */
export function DangerMeasured() {
  useLive(CHICAGO)
  const [tookMs, setTookMs] = useState<readonly number[]>([])
  const { mutate, data, error, isPending } = useMutation({
    networkMode: 'always',
    mutationFn: async (): Promise<Measuring> => {
      const { incident } = await openIncident(CHICAGO, { ...ICE_ASKS, startsAt: THE_EVENING })
      const pressedAt = performance.now()
      await sendCommand(CHICAGO, incident, {
        kind: 'report-danger',
        as: OFFICER,
        report: newReportId(),
        reportedAt: Date.now(),
      })
      return { incident, pressedAt }
    },
  })
  const last = tookMs.at(-1)
  return (
    <section>
      <h3 className={styles.partTitle}>Measured</h3>
      <p className={styles.partText}>
        From the press on an officer’s phone to the dispatcher’s screen, in this browser, through this server: sent,
        recorded in the log, told to every screen, read again, shown.
      </p>
      <div className={styles.measure}>
        <Button
          kind="primary"
          onPress={() => mutate()}
          {...(isPending ? { unavailable: 'It is being measured.' } : {})}
        >
          Report danger and measure
        </Button>
        <p role="status">
          {last === undefined ? (
            'Not measured yet.'
          ) : (
            <>
              <b className={styles.took}>{last} ms</b> from the press to the desk’s screen
              {tookMs.length > 1 && `; before that ${tookMs.slice(0, -1).join(', ')} ms`}.
            </>
          )}
        </p>
      </div>
      {error && <Notice {...failureWords(error)} />}
      {data && <Desk key={data.incident} measuring={data} onShown={(ms) => setTookMs((before) => [...before, ms])} />}
      <p className={styles.partText}>
        How long it then takes until the first unit is there, with and without a wait in force, is the figure that both
        sides argue about. Nobody has published it.
      </p>
    </section>
  )
}

type DeskProps = { readonly measuring: Measuring; readonly onShown: (ms: number) => void }

/** The desk of the measured incident as it first showed the danger; then the incident is ended and closed. */
function Desk({ measuring: { incident, pressedAt }, onShown }: DeskProps) {
  const { data: view } = useQuery(incidentQuery(CHICAGO, incident))
  const [shown, setShown] = useState<IncidentView>()
  if (shown === undefined && view?.danger.open) setShown(view)
  const isShown = shown !== undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it is shown
  useEffect(() => {
    if (!isShown) return
    // The next frame is the first that a person can see.
    const frame = requestAnimationFrame(() => {
      onShown(Math.round(performance.now() - pressedAt))
      void closeRun(CHICAGO, incident, DISPATCHER)
    })
    return () => cancelAnimationFrame(frame)
  }, [isShown])
  if (!shown) return null
  return (
    <div className={styles.measured} data-theme="night">
      <CaseDesk view={shown} now={shown.clock.nowMs} as={DESK} isPast />
    </div>
  )
}
