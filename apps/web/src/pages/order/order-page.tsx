import type { DocumentView } from '@remit/contract/library-view.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { idFromSegment, segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { documentQuery } from '../../api/queries.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { useLanguage } from '../../layouts/use-language.ts'
import { paths } from '../../paths.ts'
import { classNames } from '../../ui/class-names.ts'
import { Notice } from '../../ui/notice.tsx'
import { dayWords } from '../../words/day-words.ts'
import { upperFirst } from '../../words/sentences.ts'
import { inForceWords, isInForce, placesOf } from '../orders/document-words.ts'
import { Changes } from './changes.tsx'
import { Code } from './code.tsx'
import { Issuance } from './issuance.tsx'
import styles from './order.module.css'
import { Prose } from './prose.tsx'
import { rowsOf } from './rows.ts'
import { languageOf, type OrderWords, orderWordsIn } from './words/words.ts'

const route = getRouteApi('/orders/$document')

/** `/orders/$document`: an order as a document, with the executable part beside its paragraph, and what it changed. */
export function OrderPage() {
  const { document: segment } = route.useParams()
  const search = route.useSearch()
  const words = orderWordsIn(search.lang)
  const { data, error } = useQuery(documentQuery(idFromSegment(segment)))
  useLanguage(words.language)
  const other = (
    <Link
      to={paths.order}
      params={{ document: segment }}
      search={{ ...search, lang: words.other.lang }}
      lang={words.other.lang}
    >
      {words.other.label}
    </Link>
  )
  if (!data)
    return (
      <PublicPage title={words.orders} language={words.language} utilities={other}>
        <div className={styles.waiting}>
          {error ? <Notice {...failureWords(error)} /> : <p role="status">{words.loading}</p>}
        </div>
      </PublicPage>
    )
  const since = sinceOf(data, search.since)
  return (
    <PublicPage title={data.title} titleLang="en" language={words.language} utilities={other}>
      <Facts document={data} words={words} />
      <Versions document={data} words={words} />
      {since !== undefined && <Changes document={data} since={since} words={words} />}
      <Text document={data} />
      <Issuance key={data.id} document={data} />
      <footer className={styles.foot}>
        <span>
          {words.hash} <span className="mono">{data.textHash}</span>.{' '}
          <Link to={paths.verify} search={{ text: segment }}>
            {words.verify}
          </Link>
        </span>
        <b>{words.governs}</b>
      </footer>
    </PublicPage>
  )
}

/** The version to compare with: the one that the address names, if it is an earlier one; else the one before. */
function sinceOf({ id, versions }: DocumentView, asked: string | undefined): string | undefined {
  const earlier = versions.slice(
    0,
    versions.findIndex((version) => version.id === id),
  )
  return (earlier.find((version) => segmentOf(version.id) === asked) ?? earlier.at(-1))?.id
}

type PartProps = { readonly document: DocumentView; readonly words: OrderWords }

function Facts({ document, words }: PartProps) {
  const { id, force, issuer, cite, source, verified } = document
  return (
    <div className={styles.facts}>
      <p className={styles.places}>
        <span lang="en">{placesOf(id).join(' / ')}</span>.{' '}
        <Link to={paths.orders} search={languageOf(words)}>
          {words.allOrders}
        </Link>
      </p>
      <dl>
        <dt lang="en">{upperFirst(force)}</dt>
        <dd lang="en">{issuer}</dd>
        <dt>{words.labels.inForce}</dt>
        <dd>{inForceWords(document, words)}</dd>
        {cite && (
          <>
            <dt>{words.labels.cite}</dt>
            <dd lang="en">{cite}</dd>
          </>
        )}
        <dt>{words.labels.known}</dt>
        <dd>{words.known[verified] ?? verified}</dd>
        <dt>{words.labels.source}</dt>
        <dd lang="en">
          <Source text={source} />
        </dd>
      </dl>
      <p>
        <b>{words.governs}</b> {words.reading}
      </p>
    </div>
  )
}

/** A source with its addresses as links. */
function Source({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/[^\s;,)]+)/)
  return parts.map((part, place) => {
    const key = `${place} ${part}`
    return part.startsWith('http') ? (
      <a key={key} href={part}>
        {siteOf(part)}
      </a>
    ) : (
      <span key={key}>{part}</span>
    )
  })
}

/** The site alone: what follows in an address is its editors' words, not ours. */
function siteOf(address: string): string {
  return address.replace(/^https?:\/\/(www\.)?/, '').replace(/[/?#].*$/, '')
}

/** The versions by their first day; one of them is this. */
function Versions({ document: { id, versions }, words }: PartProps) {
  const today = new Date().toISOString().slice(0, 10)
  if (versions.length < 2) return null
  return (
    <nav className={styles.versions} aria-label={words.version}>
      <b>{words.version}</b>
      <ol>
        {versions.map((version) => (
          <li key={version.id}>
            <Link
              to={paths.order}
              params={{ document: segmentOf(version.id) }}
              search={languageOf(words)}
              activeProps={{}}
              className={classNames(styles.version, version.id === id && styles.present)}
              aria-current={version.id === id ? 'page' : undefined}
            >
              <b>
                {dayWords(version.from, words.language)}
                {isInForce(version, today) && `, ${words.inForce}`}
              </b>
              <span lang="en">{version.short}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** One row a passage: its prose, and the blocks that read it. */
function Text({ document }: { readonly document: DocumentView }) {
  return (
    <div className={styles.text} lang="en">
      {rowsOf(document.segments).map(({ id, prose, code }) => (
        <div key={id} className={styles.row}>
          <div className={styles.prose}>
            <Prose markdown={prose} />
          </div>
          <div>
            {code.map((block) => (
              <Code key={block.slice(0, 80)} text={block} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
