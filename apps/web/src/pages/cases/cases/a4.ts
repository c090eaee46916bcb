import type { ScriptedCase } from '../case.ts'
import { asksOnly } from './asks.ts'
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

export const A4: ScriptedCase = {
  kind: 'script',
  id: 'A4',
  title: 'An agent is in danger during the request',
  says: [
    {
      speaker: 'Sources in the department',
      words: 'officers help an agent who is in danger; they take no part in the arrest, advise and leave the scene.',
    },
  ],
  shown:
    'Danger at any step: protect life at once, before and after the direction. When it ends, what stood before stands again. Whom officers advise is not clear in the article; taken here: the agents.',
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
        { label: 'ICE asks for help; officers wait', does: [] },
        {
          label: 'Officer 0733: someone is in danger',
          after: seconds(50),
          does: [{ kind: 'report-danger', as: OFFICER }],
        },
        {
          label: 'The dispatcher has it; sergeant 730 answers the page',
          after: seconds(12),
          does: [
            { kind: 'accept-danger', as: DISPATCHER },
            { kind: 'accept-page', as: SERGEANT },
          ],
        },
        {
          label: 'No longer in danger: wait again',
          after: minutes(3),
          does: [{ kind: 'end-danger', as: OFFICER }],
        },
        {
          label: 'Sergeant 730 finds a civil arrest and directs',
          after: minutes(6),
          does: [
            { kind: 'happen', as: SERGEANT, event: 'supervisor-arrived' },
            { kind: 'observe', as: SERGEANT, input: 'finding', value: 'civil-arrest' },
            { kind: 'do', as: SERGEANT, act: 'direct-to-leave' },
          ],
        },
        {
          label: 'In danger again: leaving is set aside',
          after: seconds(40),
          does: [
            { kind: 'report-danger', as: OFFICER },
            { kind: 'accept-danger', as: DISPATCHER },
          ],
        },
        {
          label: 'It is over: advise and leave',
          after: minutes(2),
          does: [{ kind: 'end-danger', as: OFFICER }],
        },
      ],
    },
    {
      name: 'The request is for crowd or traffic control',
      startsAt: THE_EVENING,
      request: { ...ICE_ASKS, values: { requester: 'ice-ero', 'request-purpose': 'crowd-or-traffic', ...asksOnly() } },
      steps: [
        { label: 'ICE asks for help with traffic; officers wait', does: [] },
        {
          label: 'Officer 0733: someone is in danger',
          after: seconds(50),
          does: [{ kind: 'report-danger', as: OFFICER }],
        },
        { label: 'The dispatcher has it', after: seconds(12), does: [{ kind: 'accept-danger', as: DISPATCHER }] },
        { label: 'No longer in danger', after: minutes(3), does: [{ kind: 'end-danger', as: OFFICER }] },
      ],
    },
  ],
}
