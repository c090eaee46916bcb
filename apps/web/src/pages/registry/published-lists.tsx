import type { RegistryView } from '@remit/contract/registry-view.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './registry.module.css'
import { dateWords } from './registry-rows.ts'

/** The lists from which entries come: who published each, when, what was read of it, and how many places are entered. */
export function PublishedLists({ registry: { lists, entries } }: { readonly registry: RegistryView }) {
  const counts = new Map(
    lists.map(({ id }) => [id, entries.filter((entry) => 'list' in entry && entry.list === id).length]),
  )
  return (
    <div className={styles.lists}>
      <DataTable
        caption="Published lists"
        rows={lists}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'list',
            header: 'List',
            cell: ({ publisher, title, address }) => (
              <>
                {address === undefined ? title : <a href={address}>{title}</a>}
                <small className={styles.detail}>{publisher}</small>
              </>
            ),
          },
          {
            key: 'known',
            header: 'How it is known',
            cell: ({ verified, known, note }) => (
              <>
                {verified}: {known}
                {note === undefined ? undefined : <small className={styles.detail}>{note}</small>}
              </>
            ),
          },
          { key: 'date', header: 'Date', cell: ({ date }) => <span className={styles.date}>{dateWords(date)}</span> },
          { key: 'places', header: 'Places', align: 'end', cell: ({ id }) => counts.get(id) },
        ]}
        empty={<EmptyState title="No list is known." todo="Each place says its own source." />}
      />
    </div>
  )
}
