import { getRouteApi, Link } from '@tanstack/react-router'
import { PublicPage } from '../../layouts/public-page.tsx'
import { paths } from '../../paths.ts'
import { classNames } from '../../ui/class-names.ts'
import type { Case } from './case.ts'
import { CaseView } from './case-view.tsx'
import styles from './cases.module.css'
import { CASE_GROUPS, caseWith } from './cases.ts'

const route = getRouteApi('/')

/** `/`: the cases of a press article down the left; the one that is chosen runs at once on the right. */
export function CasesPage() {
  const { case: id, run } = route.useSearch()
  const chosen = caseWith(id)
  return (
    <PublicPage
      title="The cases"
      lead={
        <>
          A press article of October 2019 describes two departments’ orders. Here each case runs, on simulated data.{' '}
          <Link to={paths.registry} hash="sources">
            About the source
          </Link>
        </>
      }
    >
      <div className={styles.page}>
        <CaseList chosen={chosen} />
        <section className={styles.case} aria-labelledby="case-title">
          <CaseView key={chosen.id} case={chosen} runNumber={run ?? 0} wasChosen={id !== undefined} />
        </section>
      </div>
    </PublicPage>
  )
}

function CaseList({ chosen }: { readonly chosen: Case }) {
  return (
    <nav className={styles.list} aria-label="Cases">
      {CASE_GROUPS.map(({ title, cases }) => (
        <div key={title} className={styles.group}>
          <h2>{title}</h2>
          <ul>
            {cases.map((each) => (
              <li key={each.id}>
                <Link
                  to="/"
                  search={{ case: each.id }}
                  resetScroll={false}
                  activeProps={{}}
                  className={classNames(styles.entry, each === chosen && styles.chosen)}
                  aria-current={each === chosen ? 'true' : undefined}
                >
                  <b>{each.id}</b>
                  <span>{each.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p className={styles.note}>
        The memo itself was not published: its text here comes from the press. No real person is shown. Each case can be
        run, and checked, by anyone.
      </p>
    </nav>
  )
}
