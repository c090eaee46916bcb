import type { OpenIncident } from '@remit/contract/commands.ts'

/** Everything that the vocabulary knows that agents can ask for. */
const ASKS = [
  'arrest-help',
  'perimeter',
  'patrol',
  'transport',
  'equipment',
  'hold',
  'notify',
  'transfer',
  'interview',
  'custody-info',
  'status-info',
  'facility-access',
  'database-access',
] as const

/** What is asked for, and that nothing else is: a script knows the whole request, as a desk does once it has asked. */
export function asksOnly(...asked: readonly (typeof ASKS)[number][]): OpenIncident['values'] {
  return Object.fromEntries(ASKS.map((ask) => [`asks include ${ask}`, asked.includes(ask)]))
}
