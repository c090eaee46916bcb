import type { IncidentView, ListView } from '@remit/contract/incident-view.ts'
import { SectionHead } from '../../ui/card.tsx'
import { EntryForm } from '../../ui/entry-form.tsx'
import { namesOf, withOf } from '../../words/of.ts'
import styles from './desk.module.css'
import type { DeskCallbacks } from './desk-callbacks.ts'

type ListsProps = {
  readonly view: IncidentView
  readonly ownRole: string
  readonly on: DeskCallbacks
}

/** The lists that this desk can know, each with what is reported of it and a small form for one entry more. */
export function Lists({ view, ownRole, on }: ListsProps) {
  const lists = view.lists.filter(({ knownTo }) => knownTo.length === 0 || knownTo.includes(ownRole))
  if (lists.length === 0 || view.danger.open || view.state === 'closed') return null
  return (
    <details className={styles.folded}>
      <summary>{titleOf(lists)}</summary>
      {lists.map((list) => (
        <section key={`${list.list} ${list.of ?? ''}`} aria-label={withOf(list, list.text)}>
          <SectionHead title={withOf(list, list.text)} level={4} />
          <EntryForm
            list={list}
            size="desk"
            onEntry={(values) => on.onEntry(list.list, values, namesOf(list))}
            onNoOther={() => on.onNoOther(list.list, namesOf(list))}
          />
        </section>
      ))}
    </details>
  )
}

/** "Paper shown: 2 reported". */
function titleOf(lists: readonly ListView[]): string {
  const names = [...new Set(lists.map(({ text }) => text))].join(', ')
  const count = lists.reduce((sum, { entries }) => sum + entries.length, 0)
  return `${names}: ${count === 0 ? 'none reported' : `${count} reported`}`
}
