import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { failureWords } from '../../api/answers.ts'
import { registryQuery } from '../../api/queries.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { EmptyState, Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { upperFirst } from '../../words/sentences.ts'
import { PublishedLists } from './published-lists.tsx'
import styles from './registry.module.css'
import { dateWords, type RegistryRow, rowsOf } from './registry-rows.ts'
import { type RegistrySort, sortOf } from './sort-of.ts'

const ALL = 'all'

/** Every entry with its source and date; those that restrict and those that require side by side, in one type. */
export function RegistryTable() {
  const { data: registry, error } = useQuery(registryQuery())
  const [state, setState] = useState(ALL)
  const [kind, setKind] = useState(ALL)
  if (error && !registry) {
    const words = failureWords(error)
    return <Notice kind={words.kind} title={words.title} detail={words.detail} />
  }
  if (!registry) return <Loading what="the registry" />
  const entries = rowsOf(registry)
  const kinds = [...new Set(entries.map((entry) => entry.kind))].sort()
  const states = [...new Set(entries.map((entry) => entry.state))].sort()
  const shown = entries.filter(
    (entry) => (state === ALL || entry.state === state) && (kind === ALL || entry.kind === kind),
  )
  const ofSort = (sort: RegistrySort) => shown.filter((entry) => sortOf(entry) === sort)
  return (
    <>
      <Notice
        kind="told"
        title="A list is a claim of those who made it."
        detail="Entries differ between lists and between years. None of them is an input to what an order says."
      />
      <PublishedLists registry={registry} />
      <div className={styles.filters}>
        <Choice label="State" value={state} onChange={setState} options={states} />
        <Choice label="Kind" value={kind} onChange={setKind} options={kinds} />
        <span role="status">
          {shown.length} of {entries.length} entries
        </span>
      </div>
      <div className={styles.sides}>
        <Side title="Said to restrict cooperation" entries={ofSort('restricts')} />
        <div className={styles.side}>
          <Side title="Said to require cooperation" entries={ofSort('requires')} />
          <Side title="Both, or something else" entries={ofSort('other')} />
        </div>
      </div>
    </>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly options: readonly string[]
}

function Choice({ label, value, onChange, options }: ChoiceProps) {
  return (
    <label className={styles.choice}>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        <option value={ALL}>All</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {upperFirst(option)}
          </option>
        ))}
      </select>
    </label>
  )
}

function Side({ title, entries }: { readonly title: string; readonly entries: readonly RegistryRow[] }) {
  return (
    <section aria-label={title}>
      <DataTable
        caption={`${title}: ${entries.length}`}
        rows={entries}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'place',
            header: 'Place',
            cell: ({ place, state, kind, inLibrary }) => (
              <>
                {place}, {state}
                <small className={styles.detail}>{inLibrary ? `${kind}, orders here` : kind}</small>
              </>
            ),
          },
          {
            key: 'claim',
            header: 'Claim, and its source',
            cell: ({ orders, source, verified }) => (
              <>
                {orders}
                <small className={styles.detail}>
                  {source} ({verified})
                </small>
              </>
            ),
          },
          { key: 'date', header: 'Date', cell: ({ date }) => <span className={styles.date}>{dateWords(date)}</span> },
        ]}
        empty={<EmptyState title={`${title}: none.`} todo="Choose another state or kind." />}
      />
    </section>
  )
}
