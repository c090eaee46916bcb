import { AlarmBand } from '../../ui/alarm-band.tsx'
import { Button } from '../../ui/button.tsx'
import { SectionHead } from '../../ui/card.tsx'
import { ConnectionLine } from '../../ui/connection-line.tsx'
import { DangerStates } from '../../ui/danger-states.tsx'
import { ForceLadder } from '../../ui/force-ladder.tsx'
import { KeyHints } from '../../ui/kbd.tsx'
import { Panes } from '../../ui/panes.tsx'
import { Queue, QueueRow } from '../../ui/queue.tsx'
import { RoleBlock, RoleBlocks } from '../../ui/role-block.tsx'
import { RuleLine } from '../../ui/rule-line.tsx'
import { freeWords, type StripEntry, SupervisorStrip } from '../../ui/supervisor-strip.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import styles from './gallery.module.css'
import { nothing, sampleTime, ZONE } from './sample.ts'
import { Group, Specimen } from './specimen.tsx'

const NOW = sampleTime('21:52:22')
const ACCEPTED = { by: 'Dispatcher Zone 6', at: sampleTime('21:52:31') }

/** The desk's parts, then the desk as two panes. */
export function DeskParts() {
  return (
    <>
      <Group title="Desk: danger">
        <Specimen name="Alarm, nobody has it">
          <AlarmBand
            incident="R-000417, event 19271 14417, beat 0914"
            since={sampleTime('21:52:06')}
            now={NOW}
            timeZone={ZONE}
            onAccept={nothing}
          />
        </Specimen>
        <Specimen name="Alarm, accepted">
          <AlarmBand
            incident="R-000417, event 19271 14417, beat 0914"
            since={sampleTime('21:52:06')}
            now={sampleTime('21:52:48')}
            timeZone={ZONE}
            accepted={ACCEPTED}
          />
        </Specimen>
        <Specimen name="Danger block, not yet accepted">
          <DangerStates
            layout="desk"
            now={NOW}
            timeZone={ZONE}
            progress={{
              kind: 'sent',
              sentAt: sampleTime('21:52:06'),
              shownAt: sampleTime('21:52:07'),
              shownOn: '3 of 3 screens',
            }}
          />
        </Specimen>
        <Specimen name="Danger block, accepted">
          <DangerStates
            layout="desk"
            now={NOW}
            timeZone={ZONE}
            progress={{
              kind: 'sent',
              sentAt: sampleTime('21:52:06'),
              shownAt: sampleTime('21:52:07'),
              shownOn: '3 of 3 screens',
              accepted: ACCEPTED,
            }}
          />
        </Specimen>
      </Group>
      <div className={styles.desk}>
        <Panes
          label="Desk"
          columns="828fr 612fr"
          panes={[
            { id: 'queue', label: 'Queue', content: <Left /> },
            { id: 'incident', label: 'Incident', content: <Right /> },
          ]}
        />
      </div>
    </>
  )
}

function Left() {
  return (
    <div className={styles.pane}>
      <SectionHead title="Open requests" note="3" aside="Danger first, then late, then next deadline" />
      <Queue label="Open requests">
        <QueueRow
          receipt="R-000417"
          event="19271 14417"
          asker="ICE-ERO"
          askerStanding="asserted"
          purpose="Civil arrest"
          purposeDetail="I-200 shown"
          beat="0914"
          since={sampleTime('21:38:20')}
          now={NOW}
          deadline={{ kind: 'set-aside', while: 'while in danger' }}
          supervisor="910 accepted"
          supervisorDetail="21:41"
          word="PROTECT"
          danger="Not yet accepted"
          selected
          onSelect={nothing}
        />
        <QueueRow
          receipt="R-000412"
          event="19271 14283"
          asker="ICE-ERO"
          askerStanding="verified"
          purpose="Civil arrest"
          purposeDetail="I-200 shown"
          beat="1033"
          since={sampleTime('21:18:36')}
          now={NOW}
          deadline={{ kind: 'due', due: sampleTime('21:48:36'), what: 'commander called' }}
          supervisor="1030 not reached"
          supervisorDetail="tried 3 times"
          word="WAIT"
          danger="No danger reported"
          moved="moved up"
          onSelect={nothing}
        />
        <QueueRow
          receipt="R-000414"
          asker="CBP"
          askerStanding="asserted"
          purpose="Not stated"
          purposeDetail="asked twice"
          beat="0922"
          since={sampleTime('21:34:08')}
          now={NOW}
          deadline={{ kind: 'due', due: sampleTime('22:04:08'), what: 'to be on scene' }}
          supervisor="920 paged"
          supervisorDetail="21:50:12"
          word="WAIT"
          danger="No danger reported"
          onSelect={nothing}
        />
      </Queue>
      <SectionHead title="Supervisors" note={freeWords(SUPERVISORS)} />
      <SupervisorStrip entries={SUPERVISORS} timeZone={ZONE} />
      <KeyHints
        hints={[
          { keys: ['F2'], does: 'new request' },
          { keys: ['F4'], does: 'ask' },
          { keys: ['F9'], does: 'report danger' },
          { keys: ['Ctrl', 'Enter'], does: 'record' },
        ]}
      />
      <div className={styles.actions}>
        <Button kind="primary" shortcut="F2">
          New request
        </Button>
        <Button shortcut="F4">Ask</Button>
        <Button unavailable="Nothing was found yet.">Close</Button>
      </div>
    </div>
  )
}

const SUPERVISORS: readonly StripEntry[] = [
  { number: '910', state: { kind: 'accepted', at: sampleTime('21:41') }, receipt: 'R-000417' },
  { number: '1030', state: { kind: 'not-reached', tries: 3 }, receipt: 'R-000412' },
  { number: '920', state: { kind: 'paged', at: sampleTime('21:50:12') }, receipt: 'R-000414' },
  { number: '940', state: { kind: 'on-scene', at: sampleTime('21:20') } },
  { number: '950', state: { kind: 'left', at: sampleTime('21:30') } },
  { number: '930', state: { kind: 'free' } },
]

function Right() {
  return (
    <div className={styles.pane}>
      <ConnectionLine connection={{ kind: 'live', syncedAt: NOW }} timeZone={ZONE} />
      <SectionHead title="Now" note="Chicago book, 28 Sep 2019" />
      <RoleBlocks>
        <RoleBlock name="Officer">
          <RuleLine who="Officer" result="MUST" act="protect life now" citation="Memo ¶3" changed="21:52" />
          <RuleLine who="Officer" result="MAY" act="arrest for the attack" citation="State criminal law" />
          <RuleLine who="Officer" result="MUST NOT" act="help with the civil arrest" citation="Memo ¶1" />
          <RuleLine
            who="Officer"
            result="SET ASIDE"
            act="wait for a supervisor"
            citation="Memo ¶1"
            lapsed="Set aside 21:52"
          />
        </RoleBlock>
        <RoleBlock name="Supervisor">
          <RuleLine who="Supervisor" result="REFER" act="hold the person" ask="ask counsel" citation="Memo ¶2" />
          <RuleLine who="Supervisor" result="OPEN" act="direct to leave" ask="purpose found" citation="Memo ¶2" />
          <RuleLine who="Supervisor" result="SILENT" act="question the person" />
        </RoleBlock>
        <RoleBlock name="Dispatcher">
          <RuleLine who="Dispatcher" result="SHOULD NOT" act="send more units" citation="Done 21:52:40, Memo ¶3" wide />
          <RuleLine who="Dispatcher" result="SHOULD" act="tell the watch commander" citation="Special Order" wide />
        </RoleBlock>
      </RoleBlocks>
      <SectionHead title="Why" note="Supervisor" />
      <ForceLadder
        steps={[
          {
            title: 'Memo ¶3',
            standing: 'Decides',
            decides: true,
            holds: true,
            says: { result: 'MUST', act: 'protect life now' },
            quote: 'A federal agent in danger is helped at once.',
            citation: 'CPD memo, September 2019',
          },
          { title: 'Memo ¶1', standing: 'Set aside 21:52', holds: false, words: 'Wait for a supervisor' },
        ]}
      />
      <SectionHead title="Timeline" note="Newest first. Corrected, never erased." />
      <Timeline
        timeZone={ZONE}
        entries={[
          {
            id: '4',
            at: sampleTime('21:52:06'),
            who: 'Officer 0914',
            what: 'Reported: someone is in danger',
            strong: true,
          },
          {
            id: '3',
            at: sampleTime('21:51:31'),
            who: 'Officer 0914',
            what: 'Back online.',
            detail: '1 report from 21:48:02 received: I-200 shown',
          },
          {
            id: '2',
            at: sampleTime('21:38:24'),
            who: 'Remit',
            what: 'Paged sergeant 910.',
            detail: 'Due on scene 22:08:20',
          },
          {
            id: '1',
            at: sampleTime('21:38:20'),
            who: 'Dispatcher',
            what: 'Request received by radio, event 19271 14417',
            corrected: 'Corrected 21:44:10: beat was 0915',
          },
        ]}
      />
    </div>
  )
}
