import type { Run, ScriptedCase } from '../case.ts'
import { asksOnly } from './asks.ts'
import { CHICAGO, ICE_ASKS, MEMO, minutes, SCREENS, SERGEANT, seconds, THE_EVENING } from './chicago.ts'

function runWith(name: string, asks: Run['request']['values'], finding: string, label: string): Run {
  return {
    name,
    startsAt: THE_EVENING,
    request: { ...ICE_ASKS, values: asks },
    steps: [
      { label: 'Agents ask for help; officers wait', does: [] },
      { label: 'Sergeant 730 accepts the page', after: seconds(31), does: [{ kind: 'accept-page', as: SERGEANT }] },
      {
        label: 'Sergeant 730 is on scene',
        after: minutes(6),
        does: [{ kind: 'happen', as: SERGEANT, event: 'supervisor-arrived' }],
      },
      { label, after: minutes(3), does: [{ kind: 'observe', as: SERGEANT, input: 'finding', value: finding }] },
    ],
  }
}

export const A3: ScriptedCase = {
  kind: 'script',
  id: 'A3',
  title: 'The request turns out to be for something else',
  says: [
    {
      words:
        'The memo speaks of immigration arrests and detentions. Other requests of DHS are not covered by that part.',
    },
  ],
  shown: 'The supervisor finds a judge’s criminal warrant: the memo gives no duty to leave, and other orders answer.',
  document: MEMO,
  agency: CHICAGO,
  screens: SCREENS,
  runsDifferBy: 'one-fact',
  runs: [
    runWith(
      'As reported',
      {
        requester: 'ice-hsi',
        'request-purpose': 'criminal-arrest',
        warrant: 'federal-criminal',
        ...asksOnly('arrest-help'),
      },
      'criminal',
      'Finds a criminal matter; no duty to leave',
    ),
    runWith(
      'The supervisor finds a civil arrest',
      { requester: 'ice-hsi', 'request-purpose': 'civil-arrest', warrant: 'i-200', ...asksOnly('arrest-help') },
      'civil-arrest',
      'Finds a civil arrest',
    ),
  ],
}
