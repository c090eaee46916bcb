import { PublicPage } from '../layouts/public-page.tsx'
import { EmptyState } from '../ui/empty-state.tsx'

/** Shown where an address names no page; says what is so and what to do. */
export function NoSuchPage() {
  return (
    <PublicPage title="No such page">
      <EmptyState title="There is no page at this address." todo="Check the address, or start from the first page.">
        <a href="/">First page</a>
      </EmptyState>
    </PublicPage>
  )
}
