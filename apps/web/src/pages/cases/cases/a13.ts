import type { Run, ScriptedCase } from '../case.ts'
import { minutes, seconds } from './chicago.ts'
import { A_STOP, DIRECTIVE, HOU_OFFICER, HOU_SCREENS, HOU_SERGEANT, HOUSTON } from './houston.ts'

/** The same stop on another day, 20:15 in Houston, in daylight saving time: five hours behind UTC. */
function runOn(name: string, year: number, month: number, date: number): Run {
  return {
    name,
    startsAt: Date.UTC(year, month - 1, date + 1, 1, 15),
    request: A_STOP,
    steps: [
      { label: 'A stop; the check returns an immigration notice', does: [] },
      {
        label: 'Sergeant 1230 accepts the page',
        after: seconds(40),
        does: [{ kind: 'accept-page', as: HOU_SERGEANT }],
      },
      {
        label: 'Sergeant 1230 is on scene and confirms the notice',
        after: minutes(8),
        does: [
          { kind: 'happen', as: HOU_SERGEANT, event: 'supervisor-arrived' },
          { kind: 'do', as: HOU_SERGEANT, act: 'confirm-hit' },
        ],
      },
      {
        label: 'The officer calls ICE',
        after: minutes(1),
        does: [
          { kind: 'do', as: HOU_OFFICER, act: 'call-ice' },
          { kind: 'happen', as: HOU_OFFICER, event: 'ice-called' },
        ],
      },
      {
        label: 'ICE asks the officers to keep the person there',
        after: minutes(2),
        does: [
          // Nobody with a purpose, and somebody with none, cannot be: so it is unknown for a moment.
          { kind: 'observe', as: HOU_OFFICER, input: 'requester', value: 'unknown' },
          { kind: 'observe', as: HOU_OFFICER, input: 'request-purpose', value: 'civil-detention' },
          { kind: 'observe', as: HOU_OFFICER, input: 'requester', value: 'ice-ero' },
          { kind: 'observe', as: HOU_OFFICER, input: 'asks include hold', value: true },
        ],
      },
      { label: 'Thirty minutes after the call nobody has come', after: minutes(28) + seconds(30), does: [] },
      {
        label: 'Everything that the stop was for is done',
        after: minutes(1),
        does: [{ kind: 'observe', as: HOU_OFFICER, input: 'stop is finished', value: true }],
      },
    ],
  }
}

export const A13: ScriptedCase = {
  kind: 'script',
  id: 'A13',
  title: 'A notice at a stop, where orders require steps',
  says: [
    { words: 'Nothing: this is a place whose orders require cooperation, run in the same way.' },
    {
      speaker: 'The State of Texas',
      words: 'the city’s section of 8 April limits what state law requires.',
    },
    { speaker: 'The city', words: 'it does not.' },
  ],
  shown:
    'The officer must call ICE and a sergeant; for thirty minutes the directive of March has the officer wait. Three dates, three books of orders.',
  document: DIRECTIVE,
  agency: HOUSTON,
  screens: HOU_SCREENS,
  runsDifferBy: 'date',
  runs: [runOn('20 March 2026', 2026, 3, 20), runOn('10 April 2026', 2026, 4, 10), runOn('1 May 2026', 2026, 5, 1)],
}
