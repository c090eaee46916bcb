import { getRouteApi } from '@tanstack/react-router'
import { idFromSegment } from '../../api/agency-segment.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import styles from './drill.module.css'
import { Drills } from './drill-view.tsx'

const route = getRouteApi('/drill/$agency')

/** `/drill/$agency`: situations one fact apart, from the edge where an answer changes. */
export function DrillPage() {
  const { agency } = route.useParams()
  return (
    <PublicPage
      title="Drill"
      lead="Two situations, one fact apart. Choose what the orders say; the answer shows the fact that decides."
    >
      <div className={styles.page}>
        <Drills agency={idFromSegment(agency)} />
      </div>
    </PublicPage>
  )
}
