import { Button } from '../../ui/button.tsx'
import { EmptyState, Loading } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './gallery.module.css'
import { Group, Specimen } from './specimen.tsx'

/** Refusals, findings, and what stands where there is nothing. */
export function StatesSheet() {
  return (
    <Group title="Refusals, findings, and nothing to show">
      <div className={styles.columns}>
        <Specimen name="Refused">
          <Notice
            kind="refused"
            title="Not recorded. R-000417 was closed at 22:09."
            detail="Record a new request, or ask the watch commander to open it again."
          >
            <Button kind="primary">New request</Button>
          </Notice>
        </Specimen>
        <Specimen name="No permission">
          <Notice
            kind="no-permission"
            title="A supervisor on scene gives directions."
            detail="Your position is dispatcher, Zone 6."
          />
        </Specimen>
        <Specimen name="Stale">
          <Notice
            kind="stale"
            title="As of 21:46. This screen is offline."
            detail="Answers are computed here, with the book on this device."
          />
        </Specimen>
        <Specimen name="Finding that blocks">
          <Notice
            kind="blocks"
            title="Told to leave while someone is in danger"
            place="line 33"
            detail="Both duties stand: nothing sets leave-scene aside."
          >
            <Button kind="primary">Add leave-scene to its excludes</Button>
          </Notice>
        </Specimen>
        <Specimen name="Warning">
          <Notice kind="warning" title="not-known of finding is never handled" place="line 31" />
        </Specimen>
        <Specimen name="Note">
          <Notice kind="told" title="The signed text governs." detail="The blocks beside it are a reading of it." />
        </Specimen>
        <Specimen name="Empty">
          <EmptyState title="No open requests." todo="F2 records one." />
        </Specimen>
        <Specimen name="Loading, after 300 ms">
          <Loading what="the book of 28 Sep 2019" />
        </Specimen>
      </div>
    </Group>
  )
}
