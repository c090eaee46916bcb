import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { idFromSegment } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { incidentQuery } from '../../api/queries.ts'
import { addressOf } from '../../api/resources.ts'
import { connectionFrom } from '../../live/connection.ts'
import { useLive } from '../../live/use-live.ts'
import { useNow } from '../../now.ts'
import { paths } from '../../paths.ts'
import { TimelineScreen } from '../../screens/timeline/timeline-screen.tsx'
import bar from '../../screens/top-bar.module.css'
import { buttonClass } from '../../ui/button.tsx'
import { ConnectionLine } from '../../ui/connection-line.tsx'
import { DemoChip } from '../../ui/demo-chip.tsx'
import { Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Brand } from '../../ui/page-header.tsx'
import { clockSeconds, day } from '../../words/times.ts'

const route = getRouteApi('/incident/$agency/$incident')

/** `/incident/$agency/$incident`: the whole record of one incident. */
export function IncidentPage() {
  const { agency: segment, incident: id } = route.useParams()
  const { as } = route.useSearch()
  const agency = idFromSegment(segment)
  const { line } = useLive(agency)
  const { data: view, error } = useQuery(incidentQuery(agency, id))
  const offsetMs = view?.deviceOffsetMs ?? 0
  const now = useNow(offsetMs)
  const timeZone = view?.agency.timeZone ?? 'UTC'
  return (
    <>
      <title>{`${view?.receipt ?? 'Incident'}: Remit`}</title>
      <header className={bar.bar}>
        <Brand />
        {view?.agency.demo && <DemoChip words={`Simulated data. Clock set to ${day(now, timeZone)}.`} />}
        <span className={bar.end}>
          <ConnectionLine connection={connectionFrom(line, 0, offsetMs)} timeZone={timeZone} />
          <b className={bar.clock}>{clockSeconds(now, timeZone)}</b>
        </span>
      </header>
      <main>
        {!view && !error && <Loading what="the incident" />}
        {error && !view && (
          <Notice kind="refused" title={failureWords(error).title} detail={failureWords(error).detail} />
        )}
        {view && (
          <TimelineScreen
            view={view}
            now={now}
            links={
              <>
                <a className={buttonClass('plain')} href={addressOf.export(agency, id)} download>
                  Export, verifiable offline
                </a>
                <Link
                  className={buttonClass('plain')}
                  to={paths.desk}
                  params={{ agency: segment }}
                  search={as ? { as } : {}}
                >
                  Desk
                </Link>
              </>
            }
          />
        )}
      </main>
    </>
  )
}
