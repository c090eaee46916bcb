import { EmptyState } from '../ui/empty-state.tsx'

/** Shown where an address names no page; says what is so and what to do. */
export function NoSuchPage() {
  return (
    <main>
      <title>No such page: Remit</title>
      <EmptyState title="There is no page at this address." todo="Check the address, or start from the first page.">
        <a href="/">First page</a>
      </EmptyState>
    </main>
  )
}
