import type { ScriptedCase } from '../case.ts'
import { minutes } from './chicago.ts'
import { A_NOTICE, FAIRFAX, FX_OFFICER, FX_SCREENS, NOTICES, THE_CRASH } from './fairfax.ts'

export const A6: ScriptedCase = {
  kind: 'script',
  id: 'A6',
  title: 'A licence check shows an immigration notice',
  says: [
    {
      speaker: 'The order, as the chief quoted it',
      words: 'officers ignore such a notice unless the person is taken into custody for another violation.',
    },
  ],
  shown:
    'The officer must not detain on the notice or call ICE. Whether confirming it was allowed is told in two ways: it is referred, with whom to ask and what holds until then.',
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
          label: 'Everything that the stop was for is done',
          after: minutes(14),
          does: [{ kind: 'observe', as: FX_OFFICER, input: 'stop is finished', value: true }],
        },
      ],
    },
    {
      name: 'The check returns a criminal warrant too',
      startsAt: THE_CRASH,
      request: { ...A_NOTICE, values: { ...A_NOTICE.values, hit: 'both' } },
      steps: [{ label: 'A crash; the check returns a notice and a criminal warrant', does: [] }],
    },
  ],
}
