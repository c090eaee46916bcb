import type { IssuanceSaid, ScriptedCase } from '../case.ts'
import {
  CHICAGO,
  DISPATCHER,
  ICE_ASKS,
  MEMO,
  minutes,
  OFFICER,
  SCREENS,
  SECOND_SERGEANT,
  SERGEANT,
  seconds,
  THE_EVENING,
} from './chicago.ts'

const BY_WHOM_IT_WAS_READ = [OFFICER, SERGEANT, DISPATCHER] as const
/** 26 Sep 2019, 08:00 in Chicago. */
const ISSUED_AT = Date.UTC(2019, 8, 26, 13)

const ISSUANCE: readonly IssuanceSaid[] = [
  { document: MEMO, kind: 'issued', as: 'watch-commander-7', at: ISSUED_AT },
  { document: MEMO, kind: 'received', as: 'officer-0734', at: ISSUED_AT + minutes(2) },
  ...BY_WHOM_IT_WAS_READ.map(
    (as, place): IssuanceSaid => ({ document: MEMO, kind: 'read', as, at: ISSUED_AT + minutes(20 + 7 * place) }),
  ),
]

export const A1: ScriptedCase = {
  kind: 'script',
  id: 'A1',
  title: 'Officers asked for help wait for a supervisor',
  says: [
    {
      speaker: 'Sources in the department',
      words: 'a memo of late September 2019 tells officers whom DHS asks for help to wait for a supervisor first.',
    },
  ],
  shown:
    'The officers must wait and must not help with the arrest. A supervisor is paged, then the next one; the minutes are the demo department’s own setting.',
  document: MEMO,
  issued: MEMO,
  agency: CHICAGO,
  screens: { ...SCREENS, supervisor: SECOND_SERGEANT },
  runsDifferBy: 'one-fact',
  runs: [
    {
      name: 'As reported',
      startsAt: THE_EVENING,
      request: ICE_ASKS,
      before: ISSUANCE,
      steps: [
        { label: 'ICE asks for help; officers wait', does: [] },
        { label: 'Sergeant 730 is not reached, sergeant 740 is paged', after: seconds(91), does: [] },
        {
          label: 'Sergeant 740 accepts the page',
          after: seconds(32),
          does: [{ kind: 'accept-page', as: SECOND_SERGEANT }],
        },
        { label: 'The half hour is over: the watch commander is paged', after: minutes(29), does: [] },
        {
          label: 'Sergeant 740 is on scene',
          after: minutes(4),
          does: [{ kind: 'happen', as: SECOND_SERGEANT, event: 'supervisor-arrived' }],
        },
      ],
    },
    {
      name: 'A supervisor is there when the request comes',
      startsAt: THE_EVENING,
      request: ICE_ASKS,
      steps: [
        {
          label: 'ICE asks for help; sergeant 740 is there',
          does: [{ kind: 'happen', as: SECOND_SERGEANT, event: 'supervisor-arrived' }],
        },
        {
          label: 'Finds a civil arrest',
          after: minutes(2),
          does: [{ kind: 'observe', as: SECOND_SERGEANT, input: 'finding', value: 'civil-arrest' }],
        },
        {
          label: 'Directs the officers to leave',
          after: seconds(36),
          does: [{ kind: 'do', as: SECOND_SERGEANT, act: 'direct-to-leave' }],
        },
      ],
    },
  ],
}
