import type { DocumentSummary } from '@remit/contract/library-view.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { documentsQuery } from '../../api/queries.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { paths } from '../../paths.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DemoChip } from '../../ui/demo-chip.tsx'
import { EmptyState, Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { upperFirst } from '../../words/sentences.ts'
import { dayWords, isInForce, knownShort, placesOf } from './document-words.ts'
import styles from './orders.module.css'

/** `/orders`: the library by jurisdiction, the widest first. */
export function OrdersPage() {
  const { data, error } = useQuery(documentsQuery())
  return (
    <PublicPage
      title="Orders"
      lead="Statutes, ordinances, orders and memos by place, with the days on which they are in force. The signed text governs; what stands here is a reading of it."
    >
      <div className={styles.page}>
        {error && !data && <Notice {...failureWords(error)} />}
        {data ? <Library documents={data} /> : !error && <Loading what="the orders" />}
      </div>
    </PublicPage>
  )
}

function Library({ documents }: { readonly documents: readonly DocumentSummary[] }) {
  const byPlace = Map.groupBy(documents, ({ id }) => placesOf(id).join(' / '))
  const places = [...byPlace].sort(([one], [other]) => (one < other ? -1 : 1))
  const today = new Date().toISOString().slice(0, 10)
  return (
    <>
      <nav className={styles.index} aria-label="Places">
        {places.map(([place, { length }]) => (
          <a key={place} href={`#${anchorOf(place)}`}>
            {place.split(' / ').slice(-2).join(', ')} ({length})
          </a>
        ))}
      </nav>
      {places.map(([place, documents]) => (
        <div key={place} id={anchorOf(place)} className={styles.place}>
          <Documents place={place} documents={documents} today={today} />
        </div>
      ))}
    </>
  )
}

function anchorOf(place: string): string {
  return place.toLowerCase().replaceAll(/\W+/g, '-')
}

type DocumentsProps = {
  readonly place: string
  readonly documents: readonly DocumentSummary[]
  /** As documents write days. */
  readonly today: string
}

function Documents({ place, documents, today }: DocumentsProps) {
  return (
    <DataTable
      caption={place}
      rows={[...documents].sort((one, other) => (one.from < other.from ? -1 : 1))}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: 'Order',
          cell: (document) => (
            <>
              <Link to={paths.order} params={{ document: segmentOf(document.id) }}>
                {document.title}
              </Link>
              {document.demo && (
                <>
                  {' '}
                  <DemoChip />
                </>
              )}
              <small className={styles.short}>{document.short}</small>
            </>
          ),
        },
        { key: 'force', header: 'Kind', cell: ({ force }) => upperFirst(force) },
        { key: 'from', header: 'From', cell: ({ from }) => <span className={styles.day}>{dayWords(from)}</span> },
        {
          key: 'through',
          header: 'Through',
          cell: (document) => (
            <span className={styles.day}>
              {document.through ? dayWords(document.through) : isInForce(document, today) ? 'in force' : 'not yet'}
            </span>
          ),
        },
        { key: 'known', header: 'How well known', cell: ({ verified }) => knownShort(verified) },
      ]}
      empty={<EmptyState title="No orders." todo="Add documents to the folder of the orders." />}
    />
  )
}
