import type { ScriptedCase } from '../case.ts'
import { minutes } from './chicago.ts'
import { A_NOTICE, FAIRFAX, FX_OFFICER, FX_SCREENS, NOTICES, THE_CRASH } from './fairfax.ts'

export const A7: ScriptedCase = {
  kind: 'script',
  id: 'A7',
  title: 'The same, in custody for another violation',
  says: [
    {
      speaker: 'The order, as the chief quoted it',
      words: 'the notice may be acted on if the person is taken into custody for another violation of law.',
    },
  ],
  shown: 'The officer may confirm the notice. The custody rests on the other violation, and not on the notice.',
  document: NOTICES,
  agency: FAIRFAX,
  screens: FX_SCREENS,
  runsDifferBy: 'one-fact',
  runs: [
    {
      name: 'As reported',
      startsAt: THE_CRASH,
      request: A_NOTICE,
      steps: [
        { label: 'A crash; the check returns an immigration notice', does: [] },
        {
          label: 'The driver is taken into custody for another violation',
          after: minutes(9),
          does: [
            { kind: 'observe', as: FX_OFFICER, input: 'custody is for-another-violation', value: true },
            { kind: 'happen', as: FX_OFFICER, event: 'custody-began' },
          ],
        },
        {
          label: 'The officer confirms the notice',
          after: minutes(4),
          does: [{ kind: 'do', as: FX_OFFICER, act: 'confirm-hit' }],
        },
      ],
    },
    {
      name: 'There is no other violation',
      startsAt: THE_CRASH,
      request: A_NOTICE,
      steps: [
        { label: 'A crash; the check returns an immigration notice', does: [] },
        {
          label: 'The officer confirms the notice',
          after: minutes(13),
          does: [{ kind: 'do', as: FX_OFFICER, act: 'confirm-hit' }],
        },
      ],
    },
  ],
}
