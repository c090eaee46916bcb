import type { AgencySummary, Position } from '@remit/contract/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { cardAddress } from '../../api/paper-address.ts'
import { agenciesQuery } from '../../api/queries.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { paths } from '../../paths.ts'
import { EmptyState, Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './start-page.module.css'

/** A demo's desk can be set to the evening of the reported memo, which was in force for some days only. */
const MEMO_CLOCK = '2019-09-28T21:50'

/** `/start`: choose whose screen to look at, in the agencies that run Remit. */
export function StartPage() {
  const { data, error } = useQuery(agenciesQuery())
  const [clock, setClock] = useState<'memo' | 'today'>('memo')
  const running = data?.filter(({ runs }) => runs)
  return (
    <PublicPage
      title="Demo positions"
      lead="Invented departments under real orders. Positions are invented and name no person. Open a desk and a phone side by side."
    >
      <div className={styles.page}>
        <div className={styles.clock}>
          <Segmented
            label="The desk’s clock"
            value={clock}
            onChange={setClock}
            options={[
              { value: 'memo', label: '28 Sep 2019, 21:50' },
              { value: 'today', label: 'Today' },
            ]}
          />
          <p>Which day a desk’s new requests are on. The orders in force on that day answer.</p>
        </div>
        {error && !data && (
          <Notice kind="refused" title={failureWords(error).title} detail={failureWords(error).detail} />
        )}
        {!error && !data && <Loading what="the agencies" />}
        {running?.length === 0 && (
          <EmptyState title="No agency here runs Remit." todo="An agency runs it when its agency.md says runs: yes." />
        )}
        {running?.map((agency) => (
          <Agency key={agency.id} agency={agency} clock={clock === 'memo' ? MEMO_CLOCK : undefined} />
        ))}
      </div>
    </PublicPage>
  )
}

function Agency({ agency, clock }: { readonly agency: AgencySummary; readonly clock: string | undefined }) {
  return (
    <section className={styles.agency} aria-label={agency.name}>
      <h2>{agency.name}</h2>
      <ul>
        {agency.positions.map((position) => (
          <li key={position.id}>
            <PositionLink agency={agency} position={position} clock={clock} />
          </li>
        ))}
      </ul>
      <p className={styles.paper}>
        Visor card to print: <a href={cardAddress(agency.id, 'html', agency.demo ? clock : undefined)}>page</a>,{' '}
        <a href={cardAddress(agency.id, 'pdf', agency.demo ? clock : undefined)}>PDF</a>
      </p>
    </section>
  )
}

const DESK_ROLES = new Set(['dispatcher', 'watch-commander', 'staff'])

function PositionLink(props: {
  readonly agency: AgencySummary
  readonly position: Position
  readonly clock: string | undefined
}) {
  const { agency, position, clock } = props
  const isDesk = DESK_ROLES.has(position.role)
  return (
    <Link
      to={isDesk ? paths.desk : paths.field}
      params={{ agency: segmentOf(agency.id) }}
      search={{ as: position.id, ...(isDesk && agency.demo && clock ? { clock } : {}) }}
      className={styles.position}
    >
      <b>{position.title}</b>
      <span>{isDesk ? 'Desk' : 'Phone'}</span>
    </Link>
  )
}
