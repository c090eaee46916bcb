import { getRouteApi } from '@tanstack/react-router'
import { idFromSegment } from '../../api/agency-segment.ts'
import { PublicPage } from '../../layouts/public-page.tsx'
import { ReviewList } from './review-list.tsx'
import styles from './reviews.module.css'

const route = getRouteApi('/reviews/$agency')

/** `/reviews/$agency`: what differed from the orders, and what came of it. */
export function ReviewsPage() {
  const { agency } = route.useParams()
  return (
    <PublicPage
      title="Reviews"
      lead="Acts and directions that differed from what the orders said at that moment. They are recorded, not blocked; each gets an outcome here."
    >
      <div className={styles.page}>
        <ReviewList agency={idFromSegment(agency)} />
      </div>
    </PublicPage>
  )
}
