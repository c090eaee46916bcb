import type { Run, ScriptedCase } from '../case.ts'
import { minutes } from './chicago.ts'
import { A_NOTICE, FAIRFAX, FX_OFFICER, FX_SCREENS, NOTICES, THE_CRASH } from './fairfax.ts'

/** The acts of the case, each at a time set for the demo; only the crash and the three hours are in a source. */
export const THE_HANDOVER: Run = {
  name: 'As reported',
  startsAt: THE_CRASH,
  request: A_NOTICE,
  steps: [
    { label: 'A crash; the check returns an immigration notice', does: [] },
    {
      label: 'The officer confirms the notice',
      after: minutes(8),
      does: [{ kind: 'do', as: FX_OFFICER, act: 'confirm-hit' }],
    },
    {
      label: 'Calls the contact named in the notice',
      after: minutes(5),
      does: [
        { kind: 'do', as: FX_OFFICER, act: 'call-ice' },
        { kind: 'happen', as: FX_OFFICER, event: 'ice-called' },
      ],
    },
    {
      label: 'Takes the driver into custody',
      after: minutes(15),
      does: [
        { kind: 'do', as: FX_OFFICER, act: 'arrest-on-civil-warrant' },
        { kind: 'happen', as: FX_OFFICER, event: 'custody-began' },
      ],
    },
    {
      label: 'Hands the driver over to the agent',
      after: minutes(12),
      does: [{ kind: 'do', as: FX_OFFICER, act: 'transfer-person' }],
    },
    {
      label: 'Three hours after it began, custody ends',
      after: minutes(168),
      does: [{ kind: 'happen', as: FX_OFFICER, event: 'person-released' }],
    },
  ],
}

export const A8: ScriptedCase = {
  kind: 'script',
  id: 'A8',
  title: 'The agent is called; the driver is handed over',
  says: [
    {
      speaker: 'The chief',
      words:
        'the officer called the contact named in the notice, arrested the driver and handed him over; he was released after three hours.',
    },
  ],
  shown:
    'Each act is compared with what the orders said at that moment. A custody clock runs. What differs goes to review.',
  document: NOTICES,
  agency: FAIRFAX,
  screens: { ...FX_SCREENS, first: 'record' },
  runsDifferBy: 'one-fact',
  runs: [
    THE_HANDOVER,
    {
      ...THE_HANDOVER,
      name: 'The driver is in custody for another violation',
      request: {
        ...A_NOTICE,
        values: { ...A_NOTICE.values, 'custody is for-another-violation': true },
      },
    },
  ],
}
