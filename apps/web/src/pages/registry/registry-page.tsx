import { PublicPage } from '../../layouts/public-page.tsx'
import styles from './registry.module.css'
import { RegistryTable } from './registry-table.tsx'

/** `/registry`: which places are said to have orders about such requests, by whom and when. */
export function RegistryPage() {
  return (
    <PublicPage
      title="Places with such orders"
      lead="Which places are said to restrict or to require cooperation with federal immigration agencies, by whom, and when."
    >
      <div className={styles.page}>
        <RegistryTable />
        <section id="sources" className={styles.sources} aria-labelledby="sources-title">
          <h2 id="sources-title">About the source of the cases</h2>
          <p>
            The cases follow a press article of October 2019 about a memo of the Chicago Police Department and about an
            officer of Fairfax County. The article quotes sources in the department, the federal department, the chief
            and critics; each is named where a case repeats what they said. The article says that Chicago is one of at
            least 36 such cities. The lists here do not agree with that number, nor with each other.
          </p>
        </section>
      </div>
    </PublicPage>
  )
}
