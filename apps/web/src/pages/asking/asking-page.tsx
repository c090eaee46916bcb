import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { idFromSegment } from '../../api/agency-segment.ts'
import { agencyQuery } from '../../api/queries.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import styles from './asking.module.css'
import { AskingForm } from './asking-form.tsx'

const route = getRouteApi('/asking/$agency')

/** `/asking/$agency`: for the agency that asks for help: a receipt at once, and plainly what it can expect. */
export function AskingPage() {
  const { agency: segment } = route.useParams()
  const agency = idFromSegment(segment)
  const { data } = useQuery(agencyQuery(agency))
  return (
    <PublicPage
      title="Ask for help"
      lead={data && `${data.name}. You get a receipt at once, and what its orders let you expect.`}
    >
      <div className={styles.page}>
        <AskingForm agency={agency} />
      </div>
    </PublicPage>
  )
}
