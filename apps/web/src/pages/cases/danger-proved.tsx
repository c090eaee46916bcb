import type { BookView } from '@remit/contract/library-view.ts'
import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { bookQuery } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Loading } from '../../ui/empty-state.tsx'
import { day, type Instant } from '../../words/times.ts'
import { CHICAGO, THE_EVENING } from './cases/chicago.ts'
import { FAIRFAX, THE_CRASH } from './cases/fairfax.ts'
import { HOUSTON } from './cases/houston.ts'
import styles from './cases.module.css'

type Asked = { readonly agency: string; readonly name: string; readonly timeZone: string; readonly at: Instant }

const chicago = { agency: CHICAGO, name: 'Chicago, demo department', timeZone: 'America/Chicago' }
const fairfax = { agency: FAIRFAX, name: 'Fairfax County, demo department', timeZone: 'America/New_York' }
const houston = { agency: HOUSTON, name: 'Houston, demo department', timeZone: 'America/Chicago' }

/** Noon in UTC is the same day at all three. */
const NOON_MS = 12 * 3_600_000

/** The days of the cases, and today: a proof holds for the orders of its day. */
function asked(now: Instant): readonly Asked[] {
  return [
    { ...chicago, at: THE_EVENING },
    { ...chicago, at: now },
    { ...fairfax, at: THE_CRASH },
    { ...fairfax, at: now },
    { ...houston, at: Date.UTC(2026, 2, 21) },
    { ...houston, at: now },
  ]
}

type Row = Asked & { readonly invariant: BookView['invariants'][number] | undefined }

/** That nobody is left in danger, for each department that runs Remit, with the order that says it must hold. */
export function DangerProved() {
  // Whole days, so that the books are the same ones at each rendering.
  const rows = asked(Math.floor(Date.now() / 86_400_000) * 86_400_000 + NOON_MS)
  const books = useQueries({ queries: rows.map(({ agency, at }) => bookQuery(agency, at)) })
  if (books.some(({ isPending }) => isPending)) return <Loading what="the proofs" />
  const shown = rows.flatMap((row, place): readonly Row[] => {
    const invariants = books[place]?.data?.invariants ?? []
    return invariants.length === 0
      ? [{ ...row, invariant: undefined }]
      : invariants.map((invariant) => ({ ...row, invariant }))
  })
  return (
    <section>
      <h3 className={styles.partTitle}>Proved</h3>
      <p className={styles.partText}>
        Whatever the facts are and whatever else is ordered: as long as someone is in danger the officer and the
        supervisor must protect life, the dispatcher must send help, and nobody must wait or leave. Whoever is hurt is
        helped too.
      </p>
      <DataTable<Row>
        caption="Whether it holds in every possible situation"
        captionHidden
        rows={shown}
        rowKey={({ agency, at, invariant }) => `${agency} ${at} ${invariant?.name}`}
        columns={[
          { key: 'agency', header: 'Department', cell: ({ name }) => name },
          { key: 'at', header: 'Orders of', cell: ({ at, timeZone }) => day(at, timeZone) },
          {
            key: 'invariant',
            header: 'What must hold, and the order that says so',
            cell: ({ invariant }) =>
              invariant === undefined ? (
                'No order says so'
              ) : (
                <Link to={paths.order} params={{ document: segmentOf(invariant.document) }}>
                  {invariant.name.replaceAll('-', ' ')}
                </Link>
              ),
          },
          {
            key: 'proved',
            header: 'In every possible situation',
            cell: ({ invariant }) => invariant && provedWords(invariant),
          },
        ]}
        empty={null}
      />
      <p className={styles.partText}>
        If one did not hold, the situation in which someone is left without help would stand in its row. The real
        departments’ orders are in the library only; this is said for the demo departments, which add a model order of
        their own.
      </p>
    </section>
  )
}

function provedWords({ proved, witness }: BookView['invariants'][number]): string {
  return proved ? 'proved' : `does not hold: ${witness ?? 'a situation was found'}`
}
