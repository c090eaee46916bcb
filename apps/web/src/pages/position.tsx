/** Reading who looks at a live page: the agency from the path, the position from `?as=`. */
import type { AgencySummary, Position } from '@remit/contract/shapes.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { idFromSegment } from '../api/agency-segment.ts'
import { failureWords } from '../api/answers.ts'
import { agencyQuery } from '../api/queries.ts'
import { paths } from '../paths.ts'
import { EmptyState, Loading } from '../ui/empty-state.tsx'
import { Notice } from '../ui/notice.tsx'

type WithPositionProps = {
  /** As in the path: `us~il~chicago~police~demo`. */
  readonly segment: string
  readonly as: string | undefined
  readonly children: (agency: AgencySummary, position: Position) => ReactNode
}

/** Renders its page once the agency is read, or says what is missing and where to go. */
export function WithPosition({ segment, as, children }: WithPositionProps) {
  const { data: agency, error } = useQuery(agencyQuery(idFromSegment(segment)))
  if (error && !agency) {
    const words = failureWords(error)
    return (
      <Page>
        <Notice kind={words.kind} title={words.title} detail={words.detail} />
      </Page>
    )
  }
  if (!agency) return <Loading what="the agency" />
  const position = agency.positions.find(({ id }) => id === as)
  if (!agency.runs || !position)
    return (
      <Page>
        <EmptyState
          title={agency.runs ? 'No position is chosen.' : `${agency.name} does not run Remit.`}
          todo="Choose whose screen this is."
        >
          <Link to={paths.start}>Choose a position</Link>
        </EmptyState>
      </Page>
    )
  return children(agency, position)
}

function Page({ children }: { readonly children: ReactNode }) {
  return <main>{children}</main>
}
