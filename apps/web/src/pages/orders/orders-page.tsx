import type { DocumentSummary } from '@remit/contract/library-view.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { documentsQuery } from '../../api/queries.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { useLanguage } from '../../layouts/use-language.ts'
import { paths } from '../../paths.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DemoChip } from '../../ui/demo-chip.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { dayWords } from '../../words/day-words.ts'
import { upperFirst } from '../../words/sentences.ts'
import { languageOf, type OrderWords, orderWordsIn } from '../order/words/words.ts'
import { isInForce, placesOf } from './document-words.ts'
import styles from './orders.module.css'

const route = getRouteApi('/orders')

/** `/orders`: the library by jurisdiction, the widest first. */
export function OrdersPage() {
  const words = orderWordsIn(route.useSearch().lang)
  const { data, error } = useQuery(documentsQuery())
  useLanguage(words.language)
  const other = (
    <Link to={paths.orders} search={{ lang: words.other.lang }} lang={words.other.lang}>
      {words.other.label}
    </Link>
  )
  return (
    <PublicPage title={words.orders} lead={words.lead} language={words.language} utilities={other}>
      <div className={styles.page}>
        {error && !data && <Notice {...failureWords(error)} />}
        {data ? <Library documents={data} words={words} /> : !error && <p role="status">{words.loading}</p>}
      </div>
    </PublicPage>
  )
}

type LibraryProps = { readonly documents: readonly DocumentSummary[]; readonly words: OrderWords }

function Library({ documents, words }: LibraryProps) {
  const byPlace = Map.groupBy(documents, ({ id }) => placesOf(id).join(' / '))
  const places = [...byPlace].sort(([one], [other]) => (one < other ? -1 : 1))
  const today = new Date().toISOString().slice(0, 10)
  return (
    <>
      <nav className={styles.index} aria-label={words.places}>
        {places.map(([place, { length }]) => (
          <a key={place} href={`#${anchorOf(place)}`}>
            {place.replace(/^United States \/ /, '')} ({length})
          </a>
        ))}
      </nav>
      {places.map(([place, documents]) => (
        <div key={place} id={anchorOf(place)} className={styles.place}>
          <Documents place={place} documents={documents} today={today} words={words} />
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
  readonly words: OrderWords
}

function Documents({ place, documents, today, words }: DocumentsProps) {
  const day = (text: string) => <span className={styles.day}>{dayWords(text, words.language)}</span>
  return (
    <DataTable
      caption={place}
      rows={[...documents].sort((one, other) => (one.from < other.from ? -1 : 1))}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: words.columns.order,
          cell: (document) => (
            <span lang="en">
              <Link to={paths.order} params={{ document: segmentOf(document.id) }} search={languageOf(words)}>
                {document.title}
              </Link>
              {document.demo && (
                <>
                  {' '}
                  <DemoChip />
                </>
              )}
              <small className={styles.short}>{document.short}</small>
            </span>
          ),
        },
        { key: 'force', header: words.columns.kind, cell: ({ force }) => <span lang="en">{upperFirst(force)}</span> },
        { key: 'from', header: words.columns.from, cell: ({ from }) => day(from) },
        {
          key: 'through',
          header: words.columns.through,
          cell: (document) =>
            document.through ? day(document.through) : isInForce(document, today) ? words.inForce : words.notYet,
        },
        { key: 'known', header: words.columns.known, cell: ({ verified }) => words.knownShort[verified] ?? verified },
      ]}
      empty={<EmptyState title="No orders." todo="Add documents to the folder of the orders." />}
    />
  )
}
