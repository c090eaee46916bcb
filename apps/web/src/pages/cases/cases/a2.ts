import type { ScriptedCase, Step } from '../case.ts'
import {
  CHICAGO,
  DISPATCHER,
  ICE_ASKS,
  MEMO,
  minutes,
  OFFICER,
  SCREENS,
  SERGEANT,
  seconds,
  THE_EVENING,
} from './chicago.ts'

const UNTIL_ON_SCENE: readonly [Step, ...Step[]] = [
  { label: 'ICE asks for help; officers wait', does: [] },
  { label: 'Sergeant 730 accepts the page', after: seconds(31), does: [{ kind: 'accept-page', as: SERGEANT }] },
  {
    label: 'Sergeant 730 is on scene',
    after: minutes(7) + seconds(11),
    does: [{ kind: 'happen', as: SERGEANT, event: 'supervisor-arrived' }],
  },
]

export const A2: ScriptedCase = {
  kind: 'script',
  id: 'A2',
  title: 'The supervisor directs the officers to leave',
  says: [
    {
      speaker: 'Sources in the department',
      words:
        'a supervisor who arrives directs officers to leave if the request is for an immigration arrest or detention.',
    },
  ],
  shown:
    'The supervisor finds a civil arrest and gives the direction. It is recorded, and the officers’ phones change with it, not before.',
  document: MEMO,
  agency: CHICAGO,
  screens: SCREENS,
  runsDifferBy: 'one-fact',
  runs: [
    {
      name: 'As reported',
      startsAt: THE_EVENING,
      request: ICE_ASKS,
      steps: [
        ...UNTIL_ON_SCENE,
        {
          label: 'Finds a civil arrest',
          after: minutes(4) + seconds(32),
          does: [{ kind: 'observe', as: SERGEANT, input: 'finding', value: 'civil-arrest' }],
        },
        {
          label: 'Directs the officers to leave',
          after: seconds(36),
          does: [{ kind: 'do', as: SERGEANT, act: 'direct-to-leave' }],
        },
        {
          label: 'Officers tell the agents and leave; closed',
          after: minutes(7),
          does: [
            { kind: 'do', as: OFFICER, act: 'advise-requester' },
            { kind: 'do', as: OFFICER, act: 'leave-scene' },
            { kind: 'close', as: DISPATCHER },
          ],
        },
      ],
    },
    {
      name: 'The supervisor finds a criminal matter',
      startsAt: THE_EVENING,
      request: ICE_ASKS,
      steps: [
        ...UNTIL_ON_SCENE,
        {
          label: 'Finds a criminal matter',
          after: minutes(4) + seconds(32),
          does: [{ kind: 'observe', as: SERGEANT, input: 'finding', value: 'criminal' }],
        },
      ],
    },
  ],
}
