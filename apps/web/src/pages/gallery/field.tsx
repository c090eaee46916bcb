import { ConnectionLine } from '../../ui/connection-line.tsx'
import { Countdown } from '../../ui/countdown.tsx'
import { DangerBar } from '../../ui/danger-bar.tsx'
import { DangerOrder } from '../../ui/danger-order.tsx'
import { type DangerProgress, DangerStates } from '../../ui/danger-states.tsx'
import { DemoChip } from '../../ui/demo-chip.tsx'
import { DirectionCard, OtherChoice } from '../../ui/direction-card.tsx'
import { EndDanger } from '../../ui/end-danger.tsx'
import { FieldButton } from '../../ui/field-button.tsx'
import { FieldLinks, FieldScreen } from '../../ui/field-screen.tsx'
import { type LadderStep, Why } from '../../ui/force-ladder.tsx'
import { Icon } from '../../ui/icon.tsx'
import { FormerOrder, OrderOfTheMoment } from '../../ui/order-of-the-moment.tsx'
import { Question } from '../../ui/question.tsx'
import { SettingChip } from '../../ui/setting-chip.tsx'
import { dangerRadio } from '../../words/sentences.ts'
import styles from './gallery.module.css'
import { nothing, sampleTime, ZONE } from './sample.ts'
import { Group, Phone, Specimen } from './specimen.tsx'

const SIMULATED = <DemoChip words="Simulated, 28 Sep 2019" />

/** Phone screens A to C3, and the parts that they do not show. */
export function FieldScreens() {
  return (
    <Group title="Field">
      <div className={styles.phones}>
        <Waiting />
        <Directing />
        <Danger
          name="Danger, accepted"
          progress={{
            kind: 'sent',
            sentAt: sampleTime('21:52:06'),
            shownAt: sampleTime('21:52:07'),
            accepted: { by: 'Dispatcher Zone 6', at: sampleTime('21:52:31') },
          }}
          seconds={42}
        />
        <Danger name="Danger, not sent" progress={{ kind: 'not-sent', since: sampleTime('21:52:06') }} seconds={42} />
        <Danger
          name="Danger, nobody has it yet"
          progress={{ kind: 'sent', sentAt: sampleTime('21:52:06'), shownAt: sampleTime('21:52:07') }}
          seconds={16}
        />
        <Late />
      </div>
      <CompactPhones />
    </Group>
  )
}

function Waiting() {
  return (
    <Phone name="Waiting, offline">
      <FieldScreen
        embedded
        top={
          <>
            {SIMULATED}
            <span className="figures">21:50</span>
          </>
        }
        net={
          <ConnectionLine connection={{ kind: 'offline', since: sampleTime('21:46'), waiting: 1 }} timeZone={ZONE} />
        }
        context={['R-000417', 'Beat 0914', 'ICE asked for help at 21:38']}
        question={
          <Question
            question="Is a supervisor with you now?"
            why="Your order changes when one is on scene."
            answers={[
              { value: 'yes', label: 'Yes' },
              { value: 'no', label: 'Not yet' },
            ]}
            onAnswer={nothing}
            onDontKnow={nothing}
          />
        }
        bar={<DangerBar form="rest" onReport={nothing} />}
      >
        <OrderOfTheMoment
          level={3}
          first={{ result: 'MUST', sentence: 'Wait for your supervisor.' }}
          rest={[{ result: 'MUST NOT', sentence: 'Do not help with the arrest.' }]}
        />
        <Countdown
          label="Supervisor due by"
          due={sampleTime('22:08:00')}
          from={sampleTime('21:38:00')}
          now={sampleTime('21:50:18')}
          timeZone={ZONE}
          detail={
            <>
              Sergeant 910 accepted 21:41 <SettingChip />
            </>
          }
          then={
            <>
              After 22:08 the watch commander is called. <SettingChip />
            </>
          }
        />
        <Links />
      </FieldScreen>
    </Phone>
  )
}

function Links() {
  return (
    <FieldLinks>
      <button type="button">
        Why <Icon name="right" />
      </button>
      <button type="button">
        What would change this <Icon name="right" />
      </button>
    </FieldLinks>
  )
}

const LADDER: readonly LadderStep[] = [
  {
    title: 'Memo ¶2, supervisor',
    standing: 'Decides',
    decides: true,
    holds: true,
    says: { result: 'MUST', act: 'direct the officers to leave' },
    citation: 'CPD memo, September 2019, reported by the press',
  },
  {
    title: 'Memo ¶2, officers',
    standing: 'Starts when you direct',
    holds: false,
    words: 'Officers’ own duty to leave the scene',
  },
  {
    title: 'State statute',
    standing: 'Also holds, before and after',
    holds: true,
    says: { result: 'MUST NOT', act: 'hold on a civil warrant alone' },
    citation: '5 ILCS 805/15(a)',
  },
  {
    title: 'Memo ¶1',
    standing: 'Replaced at 21:57',
    holds: false,
    words: 'Wait for a supervisor: you are here now.',
  },
]

function Directing() {
  return (
    <Phone name="Supervisor: a direction to give, and why">
      <FieldScreen
        embedded
        top={
          <>
            {SIMULATED}
            <ConnectionLine connection={{ kind: 'synced', syncedAt: sampleTime('22:01') }} timeZone={ZONE} />
          </>
        }
        context={['R-000419', 'You found: civil arrest, I-200']}
        change={<a href="#change">Change</a>}
        bar={<DangerBar form="rest" onReport={nothing} />}
      >
        <DirectionCard
          form="to-give"
          result="MUST"
          sentences={['Leave the scene.', 'Take no part in the arrest.']}
          willGoTo="Will go to 2 officers and the dispatcher."
          onGive={nothing}
          timeZone={ZONE}
        />
        <OtherChoice label="Choose another direction" detail="with a reason from a list" onPress={nothing} />
        <Why startOpen lead="You came on scene at 21:57, so ¶2 of the memo replaced ¶1." steps={LADDER} />
      </FieldScreen>
    </Phone>
  )
}

function Danger({
  name,
  progress,
  seconds,
}: {
  readonly name: string
  readonly progress: DangerProgress
  readonly seconds: number
}) {
  const since = sampleTime('21:52:06')
  const now = since + seconds * 1000
  return (
    <Phone name={name}>
      <FieldScreen
        embedded
        danger={
          <DangerOrder
            level={3}
            top={
              <>
                {SIMULATED}
                <span className="figures">21:52</span>
              </>
            }
            radio={dangerRadio('0914')}
            duty="Protect life now."
            alsoDuty="Stop the attack."
            permission="You may arrest for the attack."
            last="The immigration arrest stays theirs."
          />
        }
        bar={<DangerBar form={progress.kind === 'sent' ? 'reported' : 'not-sent'} since={since} now={now} />}
      >
        <DangerStates progress={progress} now={now} timeZone={ZONE} />
        <EndDanger after="No supervisor yet: wait for your supervisor." onEnd={nothing} />
      </FieldScreen>
    </Phone>
  )
}

function Late() {
  return (
    <Phone name="Late, several answers, changed">
      <FieldScreen
        embedded
        top={
          <>
            {SIMULATED}
            <ConnectionLine connection={{ kind: 'synced', syncedAt: sampleTime('22:12') }} timeZone={ZONE} />
          </>
        }
        context={['R-000417', 'Beat 0914', 'CBP asked for help at 21:38']}
        question={
          <Question
            question="What papers were shown?"
            why="A judge’s warrant changes what you may do."
            answers={[
              { value: 'civil', label: 'A civil warrant, I-200 or I-205' },
              { value: 'judge', label: 'A warrant signed by a judge' },
              { value: 'none', label: 'None' },
            ]}
            onAnswer={nothing}
            onDontKnow={nothing}
            whoElse="The dispatcher can answer this too."
          />
        }
        bar={<DangerBar form="rest" onReport={nothing} willGoTo="Will go to 2 officers and the dispatcher." />}
      >
        <OrderOfTheMoment
          level={3}
          changed="22:12"
          first={{ result: 'REFER', sentence: 'Ask the watch commander before you leave.' }}
          rest={[
            { result: 'MAY', sentence: 'You may keep people and traffic safe.' },
            { result: 'OPEN', sentence: 'Not settled yet: search the person.' },
          ]}
        />
        <Countdown
          label="Supervisor due by"
          due={sampleTime('22:08:00')}
          from={sampleTime('21:38:00')}
          now={sampleTime('22:12:12')}
          timeZone={ZONE}
          detail="Sergeant 910 not reached"
          then="The watch commander was called at 22:08."
        />
      </FieldScreen>
    </Phone>
  )
}

function CompactPhones() {
  const since = sampleTime('21:52:06')
  return (
    <>
      <div className={styles.columns}>
        <Specimen name="On the cases page">
          <div className={styles.compact}>
            <OrderOfTheMoment
              compact
              level={3}
              first={{ result: 'MUST', sentence: 'Leave the scene.' }}
              rest={[{ result: 'MUST NOT', sentence: 'Take no part in the arrest.' }]}
            />
            <FormerOrder label="Until 22:02:10" sentence="Wait for your supervisor." mark="Replaced" />
            <FormerOrder label="Why" sentence="Your supervisor found a civil arrest. Memo ¶2" />
            <DangerBar compact form="rest" onReport={nothing} />
          </div>
        </Specimen>
        <Specimen name="In danger, on the cases page">
          <div className={styles.edgeless}>
            <DangerOrder
              compact
              level={3}
              radio={dangerRadio('0914')}
              duty="Protect life now."
              alsoDuty="Stop the attack."
              permission="You may arrest for the attack."
              last="The immigration arrest stays theirs."
            />
            <DangerBar compact form="reported" since={since} now={since + 42_000} />
          </div>
        </Specimen>
        <Specimen name="Direction given">
          <DirectionCard
            form="given"
            result="MUST"
            sentences={['Leave the scene.', 'Take no part in the arrest.']}
            recordedAt={sampleTime('22:02:10')}
            shown={[
              { words: 'Shown to 2 officers', at: sampleTime('22:02:11') },
              { words: 'Shown on the desk', at: sampleTime('22:02:11') },
            ]}
            timeZone={ZONE}
          />
        </Specimen>
      </div>
      <div className={styles.columns}>
        <Specimen name="Field button, primary">
          <FieldButton kind="primary">Give this direction</FieldButton>
        </Specimen>
        <Specimen name="Field button, plain and quiet">
          <FieldButton>I’m on scene</FieldButton>
          <FieldButton kind="quiet">I don’t know</FieldButton>
        </Specimen>
        <Specimen name="Field button that cannot be pressed says why">
          <FieldButton unavailable="A supervisor on scene gives directions.">Give this direction</FieldButton>
        </Specimen>
      </div>
    </>
  )
}
