import type { DocumentView } from '@remit/contract/library-view.ts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { idFromSegment, segmentOf } from '../../api/agency-segment.ts'
import { failureWords } from '../../api/answers.ts'
import { documentQuery, documentsQuery } from '../../api/queries.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { paths } from '../../paths.ts'
import { classNames } from '../../ui/class-names.ts'
import { Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { upperFirst } from '../../words/sentences.ts'
import { dayWords, inForceWords, isInForce, knownWords, placesOf } from '../orders/document-words.ts'
import { Code } from './code.tsx'
import { Issuance } from './issuance.tsx'
import styles from './order.module.css'
import { Prose } from './prose.tsx'
import { rowsOf } from './rows.ts'

const route = getRouteApi('/orders/$document')

/** `/orders/$document`: an order as a document, with the executable part beside its paragraph. */
export function OrderPage() {
  const { document: segment } = route.useParams()
  const { data, error } = useQuery(documentQuery(idFromSegment(segment)))
  if (!data)
    return (
      <PublicPage title="Order">
        <div className={styles.waiting}>
          {error ? <Notice {...failureWords(error)} /> : <Loading what="the order" />}
        </div>
      </PublicPage>
    )
  return (
    <PublicPage title={data.title}>
      <Facts document={data} />
      <Versions document={data} />
      <Text document={data} />
      <Issuance key={data.id} document={data} />
      <footer className={styles.foot}>
        <span>
          Hash of its text <span className="mono">{data.textHash}</span>.{' '}
          <Link to={paths.verify} search={{ text: segment }}>
            Verify
          </Link>
        </span>
        <b>The signed text governs.</b>
      </footer>
    </PublicPage>
  )
}

function Facts({ document }: { readonly document: DocumentView }) {
  const { id, force, issuer, cite, source, verified } = document
  return (
    <div className={styles.facts}>
      <p className={styles.places}>
        {placesOf(id).join(' / ')}. <Link to={paths.orders}>All orders</Link>
      </p>
      <dl>
        <dt>{upperFirst(force)}</dt>
        <dd>{issuer}</dd>
        <dt>In force</dt>
        <dd>{inForceWords(document)}</dd>
        {cite && (
          <>
            <dt>Cite</dt>
            <dd>{cite}</dd>
          </>
        )}
        <dt>How well known</dt>
        <dd>{knownWords(verified)}</dd>
        <dt>Source</dt>
        <dd>
          <Source text={source} />
        </dd>
      </dl>
      <p>
        <b>The signed text governs.</b> The blocks beside it are a reading of it.
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

/** Documents of the same name in the same place, by their first day; one of them is this. */
function Versions({ document }: { readonly document: DocumentView }) {
  const { data } = useQuery(documentsQuery())
  const today = new Date().toISOString().slice(0, 10)
  const ids = new Set([document.id, ...document.supersedes, ...document.supersededBy])
  const versions = (data ?? [])
    .filter(({ id, short }) => ids.has(id) || (short === document.short && folderOf(id) === folderOf(document.id)))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
  if (versions.length < 2) return null
  return (
    <nav className={styles.versions} aria-label="Versions">
      <b>Version</b>
      <ol>
        {versions.map((version) => (
          <li key={version.id}>
            <Link
              to={paths.order}
              params={{ document: segmentOf(version.id) }}
              activeProps={{}}
              className={classNames(styles.version, version.id === document.id && styles.present)}
              aria-current={version.id === document.id ? 'page' : undefined}
            >
              <b>
                {dayWords(version.from)}
                {isInForce(version, today) && ', in force'}
              </b>
              <span>{version.short}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function folderOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'))
}

/** One row a passage: its prose, and the blocks that read it. */
function Text({ document }: { readonly document: DocumentView }) {
  return (
    <div className={styles.text}>
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
