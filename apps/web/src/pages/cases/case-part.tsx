import { Link } from '@tanstack/react-router'
import { segmentOf } from '../../api/agency-segment.ts'
import { paths } from '../../paths.ts'
import { AskingForm } from '../asking/asking-form.tsx'
import { Drills } from '../drill/drill-view.tsx'
import { RegistryTable } from '../registry/registry-table.tsx'
import { VerifyText } from '../verify/verify-text.tsx'
import type { CasePart } from './case.ts'
import { CHICAGO, MEMO, THE_EVENING } from './cases/chicago.ts'
import { FAIRFAX } from './cases/fairfax.ts'
import styles from './cases.module.css'
import { DangerMeasured } from './danger-measured.tsx'
import { DangerProved } from './danger-proved.tsx'
import { HandoverReviewed } from './handover-reviewed.tsx'

/** What a case shows that is no script: the part that its own page shows too. */
export function CasePartView({ part }: { readonly part: CasePart }) {
  switch (part) {
    case 'danger':
      return (
        <>
          <DangerProved />
          <DangerMeasured />
        </>
      )
    case 'review':
      return (
        <>
          <h3 className={styles.partTitle}>The review</h3>
          <HandoverReviewed />
          <h3 className={styles.partTitle}>The drill</h3>
          <Drills agency={FAIRFAX} level={4} />
          <p className={styles.pages}>
            <Link to={paths.reviews} params={{ agency: segmentOf(FAIRFAX) }}>
              All reviews of this demo department
            </Link>
            <Link to={paths.drill} params={{ agency: segmentOf(FAIRFAX) }}>
              The drill alone
            </Link>
          </p>
        </>
      )
    case 'verify':
      return <VerifyText startsWith={MEMO} />
    case 'registry':
      return <RegistryTable />
    case 'asking':
      return (
        <>
          <AskingForm
            agency={CHICAGO}
            startsAt={THE_EVENING}
            asks={{ requester: 'ice-ero', purpose: 'civil-arrest' }}
          />
          <p className={styles.pages}>
            <Link to={paths.asking} params={{ agency: segmentOf(CHICAGO) }}>
              The page of the asking agency
            </Link>
          </p>
        </>
      )
  }
}
