import type { DocumentView } from '@remit/contract/library-view.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { documentsQuery } from '../../api/queries.ts'
import { paths } from '../../paths.ts'
import { dayWords } from '../../words/day-words.ts'
import { inForceWords } from '../orders/document-words.ts'
import styles from './verify.module.css'

/** Who issued an order, under which authority, when it was in force, and what came before and after it. */
export function Provenance({ document }: { readonly document: DocumentView }) {
  const issued = document.issuance
  return (
    <dl className={styles.provenance}>
      <dt>Order</dt>
      <dd>
        <Link to={paths.order} params={{ document: segmentOf(document.id) }}>
          {document.title}
        </Link>
      </dd>
      <dt>Issued by, authority</dt>
      <dd>{document.authority}</dd>
      <dt>In force</dt>
      <dd>{inForceWords(document)}</dd>
      <dt>It superseded</dt>
      <dd>
        <Others ids={document.supersedes} none="Nothing that is published here." />
      </dd>
      <dt>Superseded by</dt>
      <dd>
        <Others ids={document.supersededBy} none="Nothing that is published here." />
      </dd>
      {issued.map(({ agency, issuedBy, recipients }) => (
        <div key={agency} className={styles.issued}>
          <dt>Issued here</dt>
          <dd>
            By {issuedBy.title.toLowerCase()} of a demo department, to {recipients.length} positions.
          </dd>
        </div>
      ))}
      <dt>Hash of its text</dt>
      <dd className={styles.hash}>{document.textHash}</dd>
    </dl>
  )
}

function Others({ ids, none }: { readonly ids: readonly string[]; readonly none: string }) {
  const { data } = useQuery(documentsQuery())
  if (ids.length === 0) return none
  return ids.map((id, place) => {
    const document = data?.find((each) => each.id === id)
    return (
      <span key={id}>
        {place > 0 && '; '}
        <Link to={paths.order} params={{ document: segmentOf(id) }}>
          {document ? `${document.short}, from ${dayWords(document.from)}` : id}
        </Link>
      </span>
    )
  })
}
