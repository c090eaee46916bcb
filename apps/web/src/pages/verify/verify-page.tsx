import { getRouteApi } from '@tanstack/react-router'
import { idFromSegment } from '../../api/agency-segment.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import styles from './verify.module.css'
import { VerifyText } from './verify-text.tsx'

const route = getRouteApi('/verify')

/** `/verify`: whether a text is one that was published here, or a file one that was recorded here. Nothing is sent. */
export function VerifyPage() {
  const { text } = route.useSearch()
  return (
    <PublicPage
      title="Verify"
      lead="Paste the words of a memo or an order, or choose the file of an exported incident. They are compared in this browser; nothing that you paste is sent."
    >
      <div className={styles.page}>
        <VerifyText key={text ?? ''} {...(text === undefined ? {} : { startsWith: idFromSegment(text) })} />
      </div>
    </PublicPage>
  )
}
