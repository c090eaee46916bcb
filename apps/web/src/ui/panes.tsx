import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useMedia } from './media.ts'
import styles from './panes.module.css'

export type Pane = { readonly id: string; readonly label: string; readonly content: ReactNode }

type PanesProps = {
  /** What the panes are of, for screen readers: "Desk". */
  readonly label: string
  readonly panes: readonly Pane[]
  /** Grid columns where they stand side by side: "828fr 612fr". */
  readonly columns: string
  /** Below this width in em the panes are tabs; the desk and the studio: 80 (1280 px). */
  readonly narrowBelow?: number
}

/** Panes side by side on a wide screen, tabs on a narrow one. */
export function Panes({ label, panes, columns, narrowBelow = 80 }: PanesProps) {
  const narrow = useMedia(`(width < ${narrowBelow}em)`)
  if (!narrow) {
    return (
      <div className={styles.beside} style={{ gridTemplateColumns: columns }}>
        {panes.map((pane) => (
          <section key={pane.id} className={styles.pane} aria-label={pane.label}>
            {pane.content}
          </section>
        ))}
      </div>
    )
  }
  return (
    <Tabs className={styles.tabs ?? ''}>
      <TabList className={styles.list ?? ''} aria-label={label}>
        {panes.map((pane) => (
          <Tab key={pane.id} id={pane.id} className={styles.tab ?? ''}>
            {pane.label}
          </Tab>
        ))}
      </TabList>
      {panes.map((pane) => (
        <TabPanel key={pane.id} id={pane.id} className={styles.pane ?? ''}>
          {pane.content}
        </TabPanel>
      ))}
    </Tabs>
  )
}
